/** What the fuzzer and its processes say to each other. */

import type { Checked, Failure } from "./check-case.ts";
import type { FuzzCase } from "./fuzz-case.ts";

export type Request =
  | { readonly kind: "range"; readonly seed: number; readonly from: number; readonly to: number }
  | { readonly kind: "case"; readonly fuzzCase: FuzzCase };

export interface Reply {
  readonly failures: readonly Found[];
  /** How many inputs ended in which way. */
  readonly verdicts: Readonly<Partial<Record<Checked["verdict"], number>>>;
  /** Size of the inputs in UTF-16 code units. */
  readonly size: number;
}

export interface Found {
  /** Number of the input; 0 for a case that was sent. */
  readonly index: number;
  readonly failure: Failure;
  /** Absent where the process died with it. */
  readonly fuzzCase?: FuzzCase;
}
