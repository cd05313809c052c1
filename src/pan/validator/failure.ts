/** A value that is not of its type: what is wrong, and where below the bound path. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../text/span.ts";
import type { Term } from "../tree/term.ts";
import type { Value } from "../tree/value.ts";

export type Reason =
  | { readonly kind: "missing"; readonly field: string | undefined }
  | {
      readonly kind: "unexpected";
      readonly fields: readonly string[];
      readonly known: readonly string[];
    }
  | {
      readonly kind: "wrong-type";
      readonly wanted: string;
      /** Of the record type that is wanted, if it is one. */
      readonly fields?: readonly string[];
    }
  | { readonly kind: "not-countable"; readonly range: string }
  | { readonly kind: "out-of-range"; readonly range: string; readonly size: number | undefined }
  | { readonly kind: "not-a-choice"; readonly choices: readonly string[] }
  | { readonly kind: "refused" }
  | { readonly kind: "crashed"; readonly cause: Diagnostic }
  | { readonly kind: "not-boolean"; readonly given: string }
  | { readonly kind: "broken-link"; readonly why: string }
  | { readonly kind: "linked"; readonly path: string; readonly cause: Failure };

export interface Failure {
  readonly reason: Reason;
  /** `undef` if there is no value. */
  readonly value: Value;
  /** From the bound path down to the value; built from the inside, so the last term comes first. */
  readonly upward: Term[];
  /** The named types that the value was checked against, innermost first. */
  readonly types: { readonly name: string; readonly place: Span }[];
}

export function failure(reason: Reason, value: Value): Failure {
  return { reason, value, upward: [], types: [] };
}
