/** Goldens of the parser: the tree, and below it what the user reads. */

import type { Diagnostic } from "../../../../src/diagnostics/diagnostic.ts";
import { plainPalette } from "../../../../src/diagnostics/palette.ts";
import { renderText } from "../../../../src/diagnostics/render-text.ts";
import { type ParseOptions, parseTemplate } from "../../../../src/pan/syntax/parse-template.ts";
import { printAst } from "./print-ast.ts";

export interface ReportOptions extends ParseOptions {
  /** Whether the tree is shown. */
  readonly tree: boolean;
}

export function parseReport(text: string, options: ReportOptions): string {
  const { template, diagnostics } = parseTemplate(text, options);
  const tree = options.tree ? printAst(template) : "";
  return tree + (options.tree && diagnostics.length > 0 ? "\n" : "") + renderAll(text, diagnostics);
}

export function renderAll(text: string, diagnostics: readonly Diagnostic[]): string {
  return renderText(diagnostics, {
    sources: () => text,
    palette: plainPalette,
    width: 120,
    displayPath: (file) => file,
  });
}
