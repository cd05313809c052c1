/** What became of a test. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { OutputFile } from "../host/host.ts";

export interface TestResult {
  /** Absolute path of the test file. */
  readonly file: string;
  /** The empty text for the only case of a file. */
  readonly caseName: string;
  readonly outcome: TestOutcome;
  /** Everything to report; a test fails by an error. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many things the test expects, and how many of them are so. */
  readonly expectations: number;
  readonly met: number;
  /** Snapshots that it asks for, by path. */
  readonly snapshots: readonly string[];
  /** Snapshots that are to be written. */
  readonly changed: readonly OutputFile[];
  readonly milliseconds: number;
}

export type TestOutcome =
  | { readonly kind: "passed" }
  | { readonly kind: "failed" }
  | { readonly kind: "skipped"; readonly reason: string };

/** A test whose file cannot be read as one, or that is left out. */
export function withoutRun(
  file: string,
  caseName: string,
  outcome: TestOutcome,
  diagnostics: readonly Diagnostic[],
): TestResult {
  return {
    file,
    caseName,
    outcome,
    diagnostics,
    expectations: 0,
    met: 0,
    snapshots: [],
    changed: [],
    milliseconds: 0,
  };
}
