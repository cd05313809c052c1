/** The type that a path, or what stands at a place, has. */

import { isPathProblem, parsePath } from "../../pan/tree/path.ts";
import { type Span, spanIn } from "../../text/span.ts";
import { occurrenceAt, type Place } from "../files/editor-file.ts";
import { placesOfPath } from "../schema/structure-places.ts";
import { type TypePlace, typesAt } from "../schema/type-at.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { declarationsOf } from "./definition.ts";

/** The fields and types that say what a path is. */
export function typeDefinitionsAt(workspace: Workspace, { file, offset }: Place): readonly Span[] {
  const wanted = occurrenceAt(file, offset);
  if (wanted?.kind === "type") return declarationsOf(workspace, "type", wanted.name);
  if (wanted?.kind !== "path") return [];
  const path = parsePath(wanted.name, true);
  if (isPathProblem(path)) return [];
  const types = placesOfPath(workspace, file, path).flatMap((terms) => typesAt(workspace, terms));
  return oncePerPlace(types.flatMap((place) => behindName(workspace, place)));
}

function oncePerPlace(spans: readonly Span[]): readonly Span[] {
  const isSame = (a: Span, b: Span): boolean => a.file === b.file && a.start === b.start;
  return spans.filter((one, i) => spans.findIndex((other) => isSame(one, other)) === i);
}

/** The field that has a type; where a binding names the type itself, the type's own place. */
function behindName(workspace: Workspace, { file, field, type }: TypePlace): readonly Span[] {
  if (field !== undefined) return [spanIn(file, field.key)];
  const named =
    type.type.kind === "NamedType" ? declarationsOf(workspace, "type", type.type.name) : [];
  return named.length > 0 ? named : [spanIn(file, type)];
}
