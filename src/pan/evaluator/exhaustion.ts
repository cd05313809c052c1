/** What ends an evaluation, as a diagnostic: an error in it, an exhausted stack, a value without measure. */

import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../text/span.ts";
import { TooLarge } from "../tree/size-limit.ts";
import { EvaluationError } from "./evaluation-error.ts";

/** The diagnostic for something that was thrown; undefined if it is a mistake of ours. */
export function endOfEvaluation(error: unknown, place: Span): Diagnostic | undefined {
  if (error instanceof EvaluationError) return error.diagnostic;
  if (error instanceof TooLarge)
    return diagnostic("value-too-large", place, { what: error.message });
  if (!(error instanceof RangeError)) return undefined;
  if (/call stack/i.test(error.message)) return diagnostic("stack-exhausted", place, {});
  // Limits of the JavaScript engine, which lie above ours.
  if (/string length/i.test(error.message))
    return diagnostic("value-too-large", place, { what: "a string that no memory holds" });
  return /maximum size/i.test(error.message)
    ? diagnostic("value-too-large", place, { what: "a dict that no memory holds" })
    : undefined;
}
