/** Which files have a name: so that navigation reads few of many files. */

import { compareCodeUnits } from "../../base/compare.ts";
import type { EditorFile } from "../files/editor-file.ts";
import type { Occurrence, SymbolKind } from "../files/occurrence.ts";

/** What is kept of each file, open or not. */
export interface IndexedFile {
  readonly path: string;
  readonly name: string;
  readonly kind: EditorFile["template"]["templateKind"];
  readonly occurrences: readonly Occurrence[];
}

/** As its first line says it: `template`, `structure template`. */
export function kindOfTemplate({ kind }: IndexedFile): string {
  return kind === "ordinary" ? "template" : `${kind} template`;
}

export class SymbolIndex {
  private inOrder: readonly IndexedFile[] | undefined;
  private readonly files = new Map<string, IndexedFile>();
  /** Paths of files by kind and name; paths of configurations and local variables are not in it. */
  private readonly byName = new Map<string, Set<string>>();

  set(file: EditorFile): void {
    const at = this.inOrder?.findIndex((known) => known.path === file.path) ?? -1;
    const { inOrder } = this;
    this.delete(file.path);
    const { path, template, occurrences } = file;
    const { name, templateKind: kind } = template;
    const indexed = { path, name: name.text, kind, occurrences };
    this.files.set(path, indexed);
    // Whoever types changes one file of thousands, and their order stays.
    this.inOrder = at >= 0 ? inOrder?.with(at, indexed) : undefined;
    for (const key of keysOf(occurrences)) {
      const known = this.byName.get(key);
      if (known === undefined) this.byName.set(key, new Set([path]));
      else known.add(path);
    }
  }

  delete(path: string): void {
    const file = this.files.get(path);
    if (file === undefined) return;
    this.files.delete(path);
    this.inOrder = undefined;
    for (const key of keysOf(file.occurrences)) {
      const known = this.byName.get(key);
      known?.delete(path);
      if (known?.size === 0) this.byName.delete(key);
    }
  }

  get(path: string): IndexedFile | undefined {
    return this.files.get(path);
  }

  /** All files, in the order of their paths. */
  all(): readonly IndexedFile[] {
    this.inOrder ??= [...this.files.values()].sort((a, b) => compareCodeUnits(a.path, b.path));
    return this.inOrder;
  }

  /** The files that have a name, in the order of their paths. */
  having(kind: SymbolKind, name: string): readonly IndexedFile[] {
    if (kind === "path") return this.all();
    const paths = [...(this.byName.get(keyOf(kind, name)) ?? [])].sort();
    return paths.flatMap((path) => this.files.get(path) ?? []);
  }
}

function keyOf(kind: SymbolKind, name: string): string {
  return `${kind} ${name}`;
}

function keysOf(occurrences: readonly Occurrence[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { kind, name } of occurrences) {
    if (kind !== "path" && kind !== "local") keys.add(keyOf(kind, name));
  }
  return keys;
}
