/** The configuration with everything that a resolution adds or changes. */

import { Dict } from "../../pan/tree/dict.ts";
import { duplicate } from "../../pan/tree/resource.ts";
import type { Term } from "../../pan/tree/term.ts";
import type { Value } from "../../pan/tree/value.ts";
import { termsOf } from "./facts.ts";
import type { Resolved } from "./resolve.ts";

/** A copy; what is given stays as it is. */
export function completed(root: Dict, { packages, changes }: Resolved): Dict {
  const copy = duplicate(root);
  for (const { path, after } of changes) {
    const terms = termsOf(path);
    if (after === undefined) remove(copy, terms);
    else put(copy, terms, after);
  }
  for (const { name, version, release, key } of packages) {
    const at = ["software", "packages", key ?? name];
    if (key === undefined) put(copy, [...at, "imported"], false);
    if (version !== undefined) put(copy, [...at, "version"], version);
    if (release !== undefined) put(copy, [...at, "release"], release);
  }
  return copy;
}

function put(root: Dict, terms: readonly Term[], value: Value): void {
  const last = terms.at(-1);
  const parent = dictAt(root, terms.slice(0, -1), true);
  if (parent !== undefined && typeof last === "string") parent.put(last, value);
}

function remove(root: Dict, terms: readonly Term[]): void {
  const last = terms.at(-1);
  const parent = dictAt(root, terms.slice(0, -1), false);
  if (parent !== undefined && typeof last === "string") parent.remove(last);
}

/** The dict at a path, made where it is missing; undefined where something else is in the way. */
function dictAt(root: Dict, terms: readonly Term[], make: boolean): Dict | undefined {
  let dict = root;
  for (const term of terms) {
    if (typeof term !== "string") return undefined;
    let next = dict.get(term);
    if (next === undefined && make) {
      next = new Dict();
      dict.put(term, next);
    }
    if (!(next instanceof Dict)) return undefined;
    dict = next;
  }
  return dict;
}
