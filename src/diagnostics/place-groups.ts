/** The places of one diagnostic, sorted by how they are shown. */

import { oneLine } from "../text/display-width.ts";
import type { Span } from "../text/span.ts";
import type { Diagnostic, RelatedPlace } from "./diagnostic.ts";
import { type Mark, markOf } from "./snippet/mark.ts";
import type { SourceText } from "./source-text.ts";

/** Places of one file that are near each other: one snippet. */
export interface PlaceGroup {
  /** The first of its places, which the group is named after. */
  readonly span: Span;
  readonly source: SourceText;
  readonly marks: readonly Mark[];
}

export interface DiagnosticPlaces {
  /** With the diagnostic's own place; undefined if its file has no text. */
  readonly own: PlaceGroup | undefined;
  readonly others: readonly PlaceGroup[];
  /** Without source: there is none, or there are too many. */
  readonly bare: readonly RelatedPlace[];
  /** The way that led here, innermost first, and places of quiet files. */
  readonly steps: readonly RelatedPlace[];
}

/** Lines between two marks that still belong together. */
const nearLines = 10;
/** Snippets besides the first one; what does not fit is named only. */
const mostOthers = 6;

export function groupPlaces(
  { span, related }: Diagnostic,
  textOf: (file: string) => SourceText | undefined,
  isQuiet: (file: string) => boolean,
): DiagnosticPlaces {
  const isNamedOnly = (place: RelatedPlace): boolean => isQuiet(place.span.file);
  const ownSource = textOf(span.file);
  const groups: PlaceGroup[] = [];
  if (ownSource !== undefined) {
    groups.push({ span, source: ownSource, marks: [markOf(ownSource, span, true, "")] });
  }
  const most = groups.length + mostOthers;
  const bare: RelatedPlace[] = [];
  const shown = related.filter((place) => place.role !== "trace" && !isNamedOnly(place));
  for (const place of shown) {
    const source = textOf(place.span.file);
    if (source === undefined) {
      bare.push(place);
      continue;
    }
    const label = oneLine(place.message);
    const mark = markOf(source, place.span, false, label);
    const near = groups.findIndex((group) => group.source === source && isNear(group.marks, mark));
    const group = groups[near];
    if (group !== undefined) groups[near] = { ...group, marks: [...group.marks, mark] };
    else if (groups.length < most) groups.push({ span: place.span, source, marks: [mark] });
    else bare.push(place);
  }
  return {
    own: ownSource === undefined ? undefined : groups[0],
    others: ownSource === undefined ? groups : groups.slice(1),
    bare,
    steps: related.filter((place) => (place.role === "trace") !== isNamedOnly(place)),
  };
}

function isNear(marks: readonly Mark[], mark: Mark): boolean {
  return marks.some(
    (other) =>
      mark.startLine <= other.endLine + nearLines && other.startLine <= mark.endLine + nearLines,
  );
}
