/**
 * Which templates a template can use the names of: what its includes lead to, and what leads to it has included before.
 *
 * Includes whose name is computed are not known, so that this orders what is offered and hides nothing.
 */

import { type Binding, summaries } from "./summary.ts";
import type { IndexedFile } from "./symbol-index.ts";
import { objectTemplatesUsing } from "./users.ts";
import type { Workspace } from "./workspace.ts";

interface Known {
  readonly revision: number;
  /** Files by the name of their template. */
  readonly named: ReadonlyMap<string, readonly IndexedFile[]>;
  readonly included: ReadonlyMap<string, readonly string[]>;
  readonly reached: Map<string, ReadonlySet<string>>;
  usesLibrary: boolean | undefined;
  bindings: readonly Binding[] | undefined;
}

/** What a shared template can use is told by as many of its users. */
const mostUsers = 20;
const known = new WeakMap<Workspace, Known>();

/** Files of the templates whose names can be used in a file, itself among them. */
export function reachOf(workspace: Workspace, path: string): ReadonlySet<string> {
  const { reached, named, included } = knownOf(workspace);
  const before = reached.get(path);
  if (before !== undefined) return before;
  const seen = new Set([path, ...objectTemplatesUsing(workspace, path).slice(0, mostUsers)]);
  for (const file of seen) {
    for (const name of included.get(file) ?? []) {
      for (const found of named.get(name) ?? []) seen.add(found.path);
    }
  }
  reached.set(path, seen);
  return seen;
}

/** Names of the templates that object templates include themselves. */
export function includedByObjects(workspace: Workspace): ReadonlySet<string> {
  const { included } = knownOf(workspace);
  const objects = workspace.index.all().filter(({ kind }) => kind === "object");
  return new Set(objects.flatMap(({ path }) => included.get(path) ?? []));
}

/** Whether the templates of the workspace have anything to do with those that come with vmcs. */
export function usesLibrary(workspace: Workspace): boolean {
  const now = knownOf(workspace);
  now.usesLibrary ??= includesLibrary(workspace, now);
  return now.usesLibrary;
}

/** All paths that templates give types, but those of a library that nobody here has to do with. */
export function bindingsOf(workspace: Workspace): readonly Binding[] {
  const now = knownOf(workspace);
  const hasLibrary = usesLibrary(workspace);
  now.bindings ??= [...summaries(workspace)]
    .filter(
      ({ bindings, file }) =>
        bindings.length > 0 && (hasLibrary || !workspace.isOfLibrary(file.path)),
    )
    .flatMap(({ bindings }) => bindings);
  return now.bindings;
}

function includesLibrary(workspace: Workspace, { included, named }: Known): boolean {
  let isAnyIncluded = false;
  for (const [path, names] of included) {
    if (workspace.isOfLibrary(path)) continue;
    isAnyIncluded ||= names.length > 0;
    const isOfLibrary = (name: string): boolean =>
      named.get(name)?.some((found) => workspace.isOfLibrary(found.path)) ?? false;
    if (names.some(isOfLibrary)) return true;
  }
  // Where nobody has included anything yet, they are what will be.
  return !isAnyIncluded;
}

function knownOf(workspace: Workspace): Known {
  const found = known.get(workspace);
  if (found?.revision === workspace.revision) return found;
  const named = new Map<string, IndexedFile[]>();
  const included = new Map<string, readonly string[]>();
  for (const { file, included: names } of summaries(workspace)) {
    included.set(file.path, names);
    const same = named.get(file.name);
    if (same === undefined) named.set(file.name, [file]);
    else same.push(file);
  }
  const made: Known = {
    revision: workspace.revision,
    named,
    included,
    reached: new Map(),
    usesLibrary: undefined,
    bindings: undefined,
  };
  known.set(workspace, made);
  return made;
}
