/** Paths in rules: aliases of the paper, paths relative to a structure, packages, and `*` for each key. */

import { formatTerms, isPathProblem, type PathProblem, parsePath } from "../../pan/tree/path.ts";
import type { Term } from "../../pan/tree/term.ts";
import type { Subject } from "./rule.ts";

/** The V-MCS paper writes some roots in other ways (figures 2 and 7). */
const aliases: ReadonlyMap<Term, readonly Term[]> = new Map([
  ["packages", ["software", "packages"]],
  ["softwares", ["software"]],
  ["hardwares", ["hardware"]],
  ["networks", ["network"]],
]);

/** The step of a path that stands for each key, or each index, that the configuration has there. */
export const eachKey = "*";

export type RulePath = { readonly terms: readonly Term[] } | PathProblem | "relative-outside";

/** `at` is where the structure is that the rule stands in; undefined in a template of another kind. */
export function rulePath(text: string, at: readonly Term[] | undefined): RulePath {
  // As in assignments, a slash at the end means nothing, and `this` is the structure.
  const plain = text.length > 1 ? text.replace(/\/+$/, "") : text;
  const relative = plain === "this" ? "" : plain.replace(/^this\//, "");
  if (relative === "") return at === undefined ? "relative-outside" : { terms: at };
  const [head = "", ...tails] = relative.split(/\/\*(?=\/|$)/);
  // Where a wildcard is the first step, the path begins at the root.
  const path = parsePath(head === "" ? "/" : head);
  if (isPathProblem(path)) return path;
  if (path.kind === "external") return { problem: "authority", text };
  if (path.kind === "relative" && at === undefined) return "relative-outside";
  const rest = afterWildcards(tails);
  if ("problem" in rest) return rest;
  const first = path.kind === "relative" ? (at ?? []) : [];
  return { terms: canonical([...first, ...path.terms, ...rest.terms]) };
}

/** The steps from the first wildcard on; each part follows one. */
function afterWildcards(
  parts: readonly string[],
): { readonly terms: readonly Term[] } | PathProblem {
  const terms: Term[] = [];
  for (const part of parts) {
    // Where nothing follows, the path ends with the wildcard.
    const path = part === "" ? { terms: [] } : parsePath(part);
    if ("problem" in path) return path;
    terms.push(eachKey, ...path.terms);
  }
  return { terms };
}

export function subjectOf(terms: readonly Term[]): Subject {
  const [root, collection, name, field, ...rest] = terms;
  const isPackage = root === "software" && collection === "packages" && name !== undefined;
  if (!isPackage || name === eachKey || rest.length > 0)
    return { kind: "path", path: formatTerms(terms) };
  return {
    kind: "package",
    name: String(name),
    field: field === undefined ? undefined : String(field),
  };
}

function canonical(terms: readonly Term[]): readonly Term[] {
  const [first, ...rest] = terms;
  const alias = first === undefined ? undefined : aliases.get(first);
  return alias === undefined ? terms : [...alias, ...rest];
}
