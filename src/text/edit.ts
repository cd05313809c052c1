/** Edits of one text: replacements of ranges that do not overlap. */

import { invariant } from "../base/invariant.ts";
import type { Located } from "./span.ts";

export interface TextEdit extends Located {
  readonly text: string;
}

/**
 * The text with all edits applied.
 *
 * Ranges must not overlap; insertions at one place keep the order of the list, and stand before what replaces
 * the text there.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let from = 0;
  for (const edit of sortEdits(edits)) {
    invariant(
      edit.start >= from && edit.end >= edit.start && edit.end <= text.length,
      `The edit ${edit.start}..${edit.end} overlaps another one or leaves the text.`,
    );
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}

/** The edits in the order of the text. */
export function sortEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * The groups of edits that can be applied together: each group as a whole or not at all, earlier groups first.
 *
 * Two groups that insert at the same place do not go together, as their order would be chance.
 */
export function compatibleEdits(
  groups: readonly (readonly TextEdit[])[],
): readonly (readonly TextEdit[])[] {
  const taken: TextEdit[] = [];
  return groups.filter((group) => {
    if (group.some((edit) => taken.some((other) => collides(edit, other)))) return false;
    taken.push(...group);
    return true;
  });
}

function collides(a: Located, b: Located): boolean {
  const sharesText = a.start < b.end && b.start < a.end;
  const samePlace = a.start === b.start && (a.start === a.end || b.start === b.end);
  return sharesText || samePlace;
}
