/** The places in one file that stand for the same thing. */

import { type EditorFile, occurrenceAt } from "../files/editor-file.ts";
import { isSameSymbol, type Occurrence } from "../files/occurrence.ts";

export function highlightsAt(file: EditorFile, offset: number): readonly Occurrence[] {
  const wanted = occurrenceAt(file, offset);
  if (wanted === undefined) return [];
  return file.occurrences.filter((found) => isSameSymbol(found, wanted, true));
}
