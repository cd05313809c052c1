/**
 * What each file declares and sets, in lists that are short: so that a suggestion need not walk over all names of all
 * files. Made once for each state of a file.
 */

import { isPathProblem, parsePath } from "../../pan/tree/path.ts";
import type { Term } from "../../pan/tree/term.ts";
import type { Occurrence } from "../files/occurrence.ts";
import type { IndexedFile } from "./symbol-index.ts";
import type { Workspace } from "./workspace.ts";

export interface FileSummary {
  readonly file: IndexedFile;
  readonly variables: readonly Occurrence[];
  readonly functions: readonly Occurrence[];
  readonly types: readonly Occurrence[];
  /** Absolute paths that stand in it, whatever is done with them; each once. */
  readonly paths: ReadonlySet<string>;
  readonly bindings: readonly Binding[];
  /** Names of the templates that it includes or makes structures of, where they are written; each once. */
  readonly included: readonly string[];
  /** Paths in rule statements. */
  readonly ruled: readonly Occurrence[];
}

/** A path that `bind` gives a type. */
export interface Binding {
  readonly file: string;
  readonly occurrence: Occurrence;
  readonly path: readonly Term[];
}

const known = new WeakMap<IndexedFile, FileSummary>();

export function* summaries({ index }: Workspace): Iterable<FileSummary> {
  for (const file of index.all()) yield summaryOf(file);
}

function summaryOf(file: IndexedFile): FileSummary {
  const found = known.get(file);
  if (found !== undefined) return found;
  const declared = (kind: Occurrence["kind"]): readonly Occurrence[] =>
    file.occurrences.filter((one) => one.kind === kind && one.role === "declaration");
  const summary: FileSummary = {
    file,
    variables: declared("variable"),
    functions: declared("function"),
    types: declared("type"),
    paths: pathsIn(file),
    bindings: bindingsIn(file),
    included: includedIn(file),
    ruled: file.occurrences.filter(({ kind, use }) => kind === "path" && use === "rule"),
  };
  known.set(file, summary);
  return summary;
}

function bindingsIn({ path: file, occurrences }: IndexedFile): readonly Binding[] {
  return occurrences.flatMap((occurrence) => {
    if (occurrence.kind !== "path" || occurrence.use !== "bind") return [];
    const path = parsePath(occurrence.name);
    return isPathProblem(path) ? [] : [{ file, occurrence, path: path.terms }];
  });
}

function includedIn({ occurrences }: IndexedFile): readonly string[] {
  const names = occurrences
    .filter(({ kind, use }) => kind === "template" && (use === "include" || use === "create"))
    .map(({ name }) => name);
  return [...new Set(names)];
}

function pathsIn({ occurrences }: IndexedFile): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const { kind, name } of occurrences) {
    if (kind === "path" && name.startsWith("/")) paths.add(name);
  }
  return paths;
}
