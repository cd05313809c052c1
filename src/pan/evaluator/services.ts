/** What an evaluation needs of the driver around it. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../text/span.ts";
import type { Dict } from "../tree/dict.ts";
import type { Value } from "../tree/value.ts";
import type { CompiledTemplate } from "./compiled-template.ts";
import type { Evaluation, Type } from "./evaluation.ts";

export interface Services {
  /**
   * The template of a name, along the load path of the evaluation. With `lookUp` a template that does not exist
   * is undefined and noted as a dependency; otherwise it ends the evaluation.
   */
  load(ctx: Evaluation, name: string, span: Span, lookUp: boolean): CompiledTemplate | undefined;
  /** Finished configuration of another object template; undefined only with `lookUp`. */
  externalRoot(ctx: Evaluation, name: string, span: Span, lookUp: boolean): Dict | undefined;
  /** Whether a value is of a type. */
  isValid(ctx: Evaluation, type: Type, value: Value): boolean;
  /** A file along the load path, as `file_contents` finds it. */
  findFile(ctx: Evaluation, name: string): FoundFile | undefined;
  /** A template that can be included and declares a name, for advice. */
  declarer(what: Declared, name: string): string | undefined;
  report(diagnostic: Diagnostic): void;
  print(text: string): void;
  /** Takes note of every include and call; undefined if nobody wants to know. */
  readonly log: ((entry: CallLogEntry) => void) | undefined;
}

/** What templates declare for others, by its keyword. */
export type Declared = "variable" | "function" | "type";

export interface CallLogEntry {
  readonly event: "ENTER" | "EXIT";
  /** "function f", "template t", … */
  readonly label: string;
  /** The template that is entered or left. */
  readonly template: CompiledTemplate;
}

export interface FoundFile {
  readonly path: string;
  readonly isDirectory: boolean;
  /** Its text in UTF-8, decompressed with the method named; undefined if it cannot be read. */
  read(compression: "none" | "gzip"): string | undefined;
}
