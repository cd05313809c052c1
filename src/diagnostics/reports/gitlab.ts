/** The report that GitLab calls code quality, which it shows in merge requests: one JSON array. */

import { oneLine } from "../../text/display-width.ts";
import type { Severity } from "../definition.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { rangeOf, type SourceText, sourceTexts } from "../source-text.ts";
import { fingerprints } from "./fingerprint.ts";
import { jsonText } from "./json-text.ts";
import { oneParagraph } from "./one-paragraph.ts";
import type { RenderReport, ReportContext } from "./report.ts";

const severityOf = {
  error: "critical",
  warning: "minor",
  info: "info",
} as const satisfies Record<Severity, string>;

export const renderGitlab: RenderReport = (diagnostics, context) => {
  const textOf = sourceTexts(context.sources);
  const names = fingerprints(diagnostics, context);
  const issues = diagnostics.map((diagnostic, i) => ({
    type: "issue",
    // It is shown on one line.
    description: oneLine(oneParagraph(diagnostic)),
    check_name: diagnostic.code,
    categories: ["Bug Risk"],
    fingerprint: names[i],
    severity: severityOf[diagnostic.severity],
    location: locationOf(diagnostic, textOf, context),
  }));
  return jsonText(issues);
};

/** A path and a line are required: what has none is at the top of the repository. */
function locationOf(
  { span }: Diagnostic,
  textOf: (file: string) => SourceText | undefined,
  { repositoryPath }: ReportContext,
): object {
  const path = span.file === "" ? "." : repositoryPath(span.file);
  const source = textOf(span.file);
  if (source === undefined) return { path, lines: { begin: 1 } };
  const { start, end } = rangeOf(source, span);
  return { path, lines: { begin: start.line, end: end.line } };
}
