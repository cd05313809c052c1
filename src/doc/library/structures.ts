/** Where a structure template may be put: the paths below which all that it writes has a type. */

import { isPathProblem, parsePath } from "../../pan/tree/path.ts";
import type { Term } from "../../pan/tree/term.ts";
import { eachStep, type PathNode } from "./path-tree.ts";
import type { Written } from "./writes.ts";

/** A structure that fits in more places than these says nothing of any of them. */
const mostPlaces = 6;

export function fittingPaths(writes: readonly Written[], root: PathNode): readonly string[] {
  const paths = writes.flatMap(({ path }) => {
    const terms = path.startsWith("/") ? undefined : termsOf(path);
    return terms === undefined ? [] : [terms];
  });
  if (paths.length === 0) return [];
  let places: string[] = [];
  let fewest = Number.POSITIVE_INFINITY;
  const waiting: PathNode[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const here = node;
    const free = here.declarations.length === 0 ? undefined : freeKeys(here, paths);
    if (free !== undefined && free <= fewest) {
      places = free < fewest ? [here.path] : [...places, here.path];
      fewest = free;
    }
    waiting.push(...[...here.children.values()].reverse());
  }
  return places.length > mostPlaces ? [] : places;
}

/**
 * How many keys are ones that a dict would take whatever they were: the fewer, the likelier is the place. Undefined
 * if a path has no type there.
 */
function freeKeys(place: PathNode, paths: readonly (readonly Term[])[]): number | undefined {
  let free = 0;
  for (const terms of paths) {
    let node: PathNode | undefined = place;
    for (const term of terms) {
      const own: PathNode | undefined = node.children.get(String(term));
      node = own ?? node.children.get(eachStep);
      if (node === undefined) return undefined;
      if (own === undefined && typeof term === "string") free++;
    }
    if (node.declarations.length === 0) return undefined;
  }
  return free;
}

/** The terms of a path; undefined if it is none of the profile's own. */
export function termsOf(path: string): readonly Term[] | undefined {
  const parsed = parsePath(path, true);
  return isPathProblem(parsed) || parsed.kind === "external" ? undefined : parsed.terms;
}
