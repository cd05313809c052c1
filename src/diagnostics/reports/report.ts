/** What a format of reports is: all diagnostics in, one text out. */

import type { Diagnostic } from "../diagnostic.ts";
import type { Palette } from "../palette.ts";
import type { SourceLookup } from "../source-text.ts";

export interface ReportContext {
  readonly sources: SourceLookup;
  /** How a file is named to whoever stands where the command was called. */
  readonly displayPath: (file: string) => string;
  /** How a file is named from the root of the repository; an absolute path if it lies outside. */
  readonly repositoryPath: (file: string) => string;
  /** Whether a file came with the program. */
  readonly isOfLibrary?: (file: string) => boolean;
  /** Files that were found to be sound, for formats that can say so. */
  readonly passed: readonly string[];
  readonly tool: ReportTool;
  /** Colours and columns, for people. */
  readonly palette: Palette;
  readonly width: number;
}

/** What reports say of the program that made them. */
export interface ReportTool {
  readonly name: string;
  readonly version: string;
  /** The address of the page that describes all codes, each under its name; undefined if it is nowhere to be read. */
  readonly documentation: string | undefined;
}

export type RenderReport = (diagnostics: readonly Diagnostic[], context: ReportContext) => string;

export interface ReportFormat {
  readonly name: string;
  /** Where it goes if no file is named: people read stderr, programs stdout. */
  readonly stream: "stdout" | "stderr";
  /** Loads what the format needs, and nothing of the others. */
  readonly load: () => Promise<RenderReport>;
}

/** Where a code is described on the web. */
export function documentationOf(code: string, { documentation }: ReportTool): string | undefined {
  return documentation === undefined ? undefined : `${documentation}#${code}`;
}
