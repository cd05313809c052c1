/** Paths in rules: aliases of the paper, paths relative to a structure, packages. */

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

export type RulePath = { readonly terms: readonly Term[] } | PathProblem | "relative-outside";

/** `at` is where the structure is that the rule stands in; undefined in a template of another kind. */
export function rulePath(text: string, at: readonly Term[] | undefined): RulePath {
  // As in assignments, a slash at the end means nothing, and `this` is the structure.
  const plain = text.length > 1 ? text.replace(/\/+$/, "") : text;
  const relative = plain === "this" ? "" : plain.replace(/^this\//, "");
  if (relative === "") return at === undefined ? "relative-outside" : { terms: at };
  const path = parsePath(relative);
  if (isPathProblem(path)) return path;
  if (path.kind === "external") return { problem: "authority", text };
  if (path.kind === "absolute") return { terms: canonical(path.terms) };
  return at === undefined ? "relative-outside" : { terms: canonical([...at, ...path.terms]) };
}

export function subjectOf(terms: readonly Term[]): Subject {
  const [root, collection, name, field, ...rest] = terms;
  const isPackage = root === "software" && collection === "packages" && name !== undefined;
  if (!isPackage || rest.length > 0) return { kind: "path", path: formatTerms(terms) };
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
