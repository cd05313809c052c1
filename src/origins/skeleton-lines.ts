/** What is behind the lines of a skeleton: its elements are the places of the model, in order. */

import { invariant } from "../base/invariant.ts";
import type { VmModel } from "../vm/model/model.ts";
import { placeInModel, type SkeletonKind, skeletonShapes } from "../vm/skeleton/kinds.ts";
import { contentOf } from "../vm/skeleton/write-skeletons.ts";
import type {
  FileOrigins,
  LineOrigin,
  LineOrigins,
  LineRange,
  OriginSource,
} from "./line-origins.ts";
import { pathSource } from "./line-origins.ts";
import { splitLines } from "./split-lines.ts";
import type { DerivedFrom } from "./tree-origins.ts";
import { type ModelPlace, placesBelow } from "./walk-model.ts";
import { type XmlLines, xmlElements } from "./xml-elements.ts";

export interface SkeletonFileInput {
  readonly model: VmModel;
  readonly kind: SkeletonKind;
  readonly text: string;
  readonly derivedFrom: DerivedFrom;
}

/** An element with the place of the model that it holds. */
interface PlacedElement extends XmlLines {
  readonly at: ModelPlace;
}

export function skeletonFileOrigins({
  model,
  kind,
  text,
  derivedFrom,
}: SkeletonFileInput): FileOrigins {
  const [root, ...elements] = xmlElements(text);
  const places = [...placesBelow(skeletonShapes[kind], contentOf(model, kind), [])];
  invariant(root !== undefined && elements.length === places.length, "a place has an element");
  const placed = elements.map((element, index): PlacedElement => {
    const place = places[index];
    invariant(
      place?.place.at(-1) === element.name || place?.standing.endsWith("-item") === true,
      "in order",
    );
    return { ...element, at: { ...place, place: placeInModel(kind, place.place) } };
  });
  const lines = splitLines(text);
  const describe = ({ at }: PlacedElement, line: number): LineOrigin => {
    const { place } = at;
    const isSimple = typeof at.value !== "object";
    const shown = escapeXml(String(isSimple ? at.value : place.at(-1)));
    const start = (lines[line - 1] ?? "").lastIndexOf(isSimple ? `>${shown}<` : `"${shown}"`) + 1;
    const isShown = start > 0 && (isSimple || at.standing === "map-item");
    return {
      source: pathSource(place),
      role: isSimple ? "value" : at.standing === "map-item" ? "name" : "condition",
      columns: isShown ? { start, end: start + shown.length } : undefined,
      from: derivedFrom(place),
    };
  };
  return { lines, of: (line) => originsOf(line, root, placed, describe, rootOrigins(derivedFrom)) };
}

function originsOf(
  line: number,
  root: XmlLines,
  placed: readonly PlacedElement[],
  describe: (element: PlacedElement, line: number) => LineOrigin,
  ofRoot: readonly LineOrigin[],
): LineOrigins {
  // Of the elements around a line the last one to begin is the innermost.
  const element = placed.findLast(({ first, last }) => first <= line && line <= last);
  if (element === undefined) {
    const isBefore = line < root.first;
    const range = isBefore ? { first: line, last: line } : rangeOf(root);
    const relation = line === root.last && line > root.first ? "closes" : "itself";
    return { range, relation, origins: isBefore ? [] : ofRoot };
  }
  const isSimple = typeof element.at.value !== "object";
  const relation = element.first === line ? "itself" : isSimple ? "within" : "closes";
  const begun = placed.filter(({ first }) => first === line);
  const shown = relation === "itself" ? begun.toReversed() : [element];
  return { range: rangeOf(element), relation, origins: shown.map((one) => describe(one, line)) };
}

function rangeOf({ first, last }: XmlLines): LineRange {
  return { first, last };
}

/** The outermost element says which machine it is of, and what it was made from. */
function rootOrigins(derivedFrom: DerivedFrom): readonly LineOrigin[] {
  const name = ["system", "name"];
  const origin = (source: OriginSource, from: readonly OriginSource[] = []): LineOrigin => ({
    source,
    role: "value",
    columns: undefined,
    from,
  });
  return [
    origin(pathSource(name), derivedFrom(name)),
    origin({ kind: "profile" }),
    origin({ kind: "sources" }),
  ];
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
