/** The report format of Checkstyle, which many tools for Java shops and Jenkins read. */

import { create } from "xmlbuilder2";
import type { XMLBuilder } from "xmlbuilder2/lib/interfaces.js";
import type { Diagnostic } from "../diagnostic.ts";
import { rangeOf, type SourceText, sourceTexts } from "../source-text.ts";
import { groupByFile } from "./group-by-file.ts";
import { oneParagraph } from "./one-paragraph.ts";
import type { RenderReport } from "./report.ts";
import { attributeText, finishXml } from "./xml-text.ts";

/** The version of the format: readers of it look for no later one. */
const formatVersion = "4.3";

export const renderCheckstyle: RenderReport = (diagnostics, { sources, displayPath }) => {
  const textOf = sourceTexts(sources);
  const root = create({ version: "1.0", encoding: "UTF-8" }).ele("checkstyle");
  root.att("version", formatVersion);
  for (const [file, own] of groupByFile(diagnostics)) {
    // Readers know no error without a file: what has none is at the current directory.
    const name = file === "" ? "." : displayPath(file);
    const element = root.ele("file").att("name", attributeText(name));
    for (const diagnostic of own) writeError(element, diagnostic, textOf(file));
  }
  return finishXml(root);
};

function writeError(
  parent: XMLBuilder,
  { code, category, severity, message, help, span }: Diagnostic,
  source: SourceText | undefined,
): void {
  const error = parent.ele("error");
  if (source !== undefined) {
    const { start } = rangeOf(source, span);
    error.att("line", String(start.line)).att("column", String(start.column));
  }
  error
    .att("severity", severity)
    .att("message", attributeText(oneParagraph({ message, help })))
    .att("source", `vmcs.${category}.${code}`);
}
