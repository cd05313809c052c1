/**
 * What each file declares and sets, in lists that are short: so that a suggestion need not walk over all names of all
 * files. Made once for each state of a file.
 */

import type { Occurrence } from "../files/occurrence.ts";
import type { IndexedFile } from "./symbol-index.ts";
import type { Workspace } from "./workspace.ts";

export interface FileSummary {
  readonly file: IndexedFile;
  readonly variables: readonly Occurrence[];
  readonly functions: readonly Occurrence[];
  readonly types: readonly Occurrence[];
  /** Absolute paths that stand in it, whatever is done with them; each once. */
  readonly paths: readonly string[];
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
  };
  known.set(file, summary);
  return summary;
}

function pathsIn({ occurrences }: IndexedFile): readonly string[] {
  const paths = new Set<string>();
  for (const { kind, name } of occurrences) {
    if (kind === "path" && name.startsWith("/")) paths.add(name);
  }
  return [...paths];
}
