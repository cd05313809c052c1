/** The shape of a property: what must hold for every input. */

import type { CompileOutput } from "../../../src/pan/compiler/compile.ts";
import type { ParseTemplateResult } from "../../../src/pan/syntax/parse-template.ts";
import type { FuzzCase } from "../fuzz-case.ts";

export interface ParsedFile {
  readonly name: string;
  readonly text: string;
  readonly compile: ParseTemplateResult;
  readonly editor: ParseTemplateResult;
}

/** Everything that was made of a case; a step that failed ends the check before. */
export interface Outcome {
  readonly fuzzCase: FuzzCase;
  readonly parsed: readonly ParsedFile[];
  readonly output: CompileOutput;
  /** Names of the profiles that were handed out. */
  readonly profiles: readonly FinishedProfile[];
}

export interface FinishedProfile {
  readonly name: string;
  readonly file: string;
  /** Content by suffix of the format. */
  readonly written: ReadonlyMap<string, string>;
}

export interface Property {
  readonly name: string;
  /** Checked on one input of so many. */
  readonly every: number;
  /** What is wrong; undefined if it holds. */
  readonly violation: (outcome: Outcome) => string | undefined;
}
