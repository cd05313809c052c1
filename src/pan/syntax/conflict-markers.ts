/** The marks that a merge leaves in a text where two branches disagree. */

import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import { spanIn } from "../../text/span.ts";

const conflict = /^<{7} .*$(?=[\s\S]*?^={7}$[\s\S]*?^>{7} .*$)/gm;

/**
 * The conflicts instead of whatever else the parser says, if it has something to say: until they are resolved nobody
 * knows what the text is. In a heredoc the same lines may be meant, and are no error.
 */
export function conflictsOr(
  found: readonly Diagnostic[],
  text: string,
  file: string,
): readonly Diagnostic[] {
  if (found.length === 0 || !text.includes("<<<<<<< ")) return found;
  const conflicts = [...text.matchAll(conflict)].map(({ index, 0: mark }) =>
    diagnostic("merge-conflict", spanIn(file, { start: index, end: index + mark.length }), {}),
  );
  return conflicts.length > 0 ? conflicts : found;
}
