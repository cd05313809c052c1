/**
 * The templates that an editor works on: those that are open, as they are in the editor, and all others below the
 * roots, as they are on the disk.
 *
 * It is one state that changes with `open`, `replace`, `close` and `filesChanged`; features read it and keep nothing.
 */

import type { FileKind, Host } from "../../host/host.ts";
import { extensionOf } from "../../host/path.ts";
import { type EditorFile, readEditorFile } from "../files/editor-file.ts";
import type { WorkspaceSettings } from "./settings.ts";
import { type IndexedFile, SymbolIndex } from "./symbol-index.ts";

export type WorkspaceHost = Pick<Host, "readText" | "readGzip" | "list" | "kind">;

interface OpenDocument {
  readonly text: string;
  readonly version: number;
}

const extensions: ReadonlySet<string> = new Set([".pan", ".tpl"]);
/** Syntax trees of files that are not open are kept for as many. */
const mostParsed = 64;

export class Workspace {
  readonly index = new SymbolIndex();
  settings: WorkspaceSettings;
  private readonly host: WorkspaceHost;
  private readonly documents = new Map<string, OpenDocument>();
  /** Syntax trees: of open documents, and of files that were asked for lately. */
  private readonly parsed = new Map<string, EditorFile>();
  private inferred: { readonly revision: number; readonly path: readonly string[] } | undefined;
  /** Texts of templates on the disk, as they were read last. */
  private readonly texts = new Map<string, string>();
  /** Counts changes, so that whoever keeps something can see that it is old. */
  private changes = 0;
  /** The change at which a file came, went or got another text. */
  private readonly touched = new Map<string, number>();
  /** The last change at which a file came or went. */
  private arrival = 0;

  constructor(host: WorkspaceHost, settings: WorkspaceSettings) {
    this.host = host;
    this.settings = settings;
  }

  get revision(): number {
    return this.changes;
  }

  /** Whether any of the files has another text than at a revision, or any file has come or gone. */
  hasChangedSince(revision: number, paths: Iterable<string>): boolean {
    if (this.arrival > revision) return true;
    for (const path of paths) if ((this.touched.get(path) ?? 0) > revision) return true;
    return false;
  }

  // ------------------------------------------------------------------------------------ documents

  open(path: string, text: string, version: number): void {
    this.documents.set(path, { text, version });
    this.update(path);
  }

  replace(path: string, text: string, version: number): void {
    if (this.documents.has(path)) this.open(path, text, version);
  }

  /** From now on the file is what is on the disk. */
  close(path: string): void {
    this.documents.delete(path);
    this.update(path);
  }

  isOpen(path: string): boolean {
    return this.documents.has(path);
  }

  version(path: string): number | undefined {
    return this.documents.get(path)?.version;
  }

  openPaths(): readonly string[] {
    return [...this.documents.keys()];
  }

  // ---------------------------------------------------------------------------------------- files

  /** Files on the disk that were made, changed or removed. */
  filesChanged(paths: readonly string[]): void {
    for (const path of paths) {
      this.texts.delete(path);
      if (this.documents.has(path)) continue;
      if (extensions.has(extensionOf(path))) this.update(path);
      else this.touch(path);
    }
  }

  /** Reads all templates below directories; each step is one file, so that others can have a turn in between. */
  *load(roots: readonly string[]): Generator<string> {
    for (const path of this.templatesBelow(roots)) {
      if (this.index.get(path) !== undefined) continue;
      const text = this.readText(path);
      if (text !== undefined) this.index.set(readEditorFile(path, text, this.settings.dialect));
      this.touch(path);
      this.arrival = this.changes;
      yield path;
    }
  }

  /** With what is in the editor before what is on the disk. */
  readText(path: string): string | undefined {
    const known = this.documents.get(path)?.text ?? this.texts.get(path);
    if (known !== undefined) return known;
    const text = this.host.readText(path);
    if (text !== undefined && extensions.has(extensionOf(path))) this.texts.set(path, text);
    return text;
  }

  /** A template with its syntax tree; undefined if there is no such file. */
  file(path: string): EditorFile | undefined {
    const known = this.parsed.get(path);
    if (known !== undefined) {
      // The most recent one stands last.
      this.parsed.delete(path);
      this.parsed.set(path, known);
      return known;
    }
    const text = this.readText(path);
    if (text === undefined) return undefined;
    const file = readEditorFile(path, text, this.settings.dialect);
    this.keep(file);
    return file;
  }

  /** What a compilation reads: the editor's texts, and the disk behind them. */
  sources(): WorkspaceHost {
    const { host, documents } = this;
    return {
      readText: (path) => this.readText(path),
      readGzip: (path) => host.readGzip(path),
      list: (directory) => host.list(directory),
      kind: (path): FileKind => (documents.has(path) ? "file" : host.kind(path)),
    };
  }

  // ------------------------------------------------------------------------------------ templates

  /** Where templates are looked for. */
  get includePath(): readonly string[] {
    const { includePath, library } = this.settings;
    return includePath.length > 0 ? [...includePath, ...library] : this.inferredIncludePath();
  }

  /** Files of the templates with a name, those first that are found first along the include path. */
  templatesNamed(name: string): readonly IndexedFile[] {
    const found = this.index.having("template", name).filter((file) => file.name === name);
    const { includePath } = this;
    const rank = ({ path }: IndexedFile): number => {
      const at = includePath.findIndex((root) => [".pan", ".tpl"].includes(rest(path, root, name)));
      return at < 0 ? includePath.length : at;
    };
    return found.toSorted((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
  }

  /** The directories below which files stand where their templates' names say. */
  private inferredIncludePath(): readonly string[] {
    if (this.inferred?.revision === this.changes) return this.inferred.path;
    const roots = new Set<string>();
    for (const { path, name } of this.index.all()) {
      const end = `/${name}${extensionOf(path)}`;
      if (name !== "" && path.endsWith(end)) roots.add(path.slice(0, -end.length));
    }
    const { library } = this.settings;
    const own = [...roots].filter((root) => !library.includes(root)).sort();
    this.inferred = { revision: this.changes, path: [...own, ...library] };
    return this.inferred.path;
  }

  private update(path: string): void {
    this.touch(path);
    this.parsed.delete(path);
    const text = this.readText(path);
    const isNew = this.index.get(path) === undefined;
    if (isNew || text === undefined) this.arrival = this.changes;
    if (text === undefined) return this.index.delete(path);
    const file = readEditorFile(path, text, this.settings.dialect);
    this.keep(file);
    this.index.set(file);
  }

  private touch(path: string): void {
    this.touched.set(path, ++this.changes);
  }

  private keep(file: EditorFile): void {
    this.parsed.set(file.path, file);
    for (const path of this.parsed.keys()) {
      if (this.parsed.size <= mostParsed + this.documents.size) break;
      if (!this.documents.has(path)) this.parsed.delete(path);
    }
  }

  private *templatesBelow(roots: readonly string[]): Generator<string> {
    for (const root of roots) {
      for (const name of this.host.list(root).filter(mayHoldTemplates)) {
        const path = root === "/" ? `/${name}` : `${root}/${name}`;
        if (extensions.has(extensionOf(name))) yield path;
        else if (this.host.kind(path) === "directory") yield* this.templatesBelow([path]);
      }
    }
  }
}

/** Hidden directories and those of packages are not looked into. */
function mayHoldTemplates(name: string): boolean {
  return !name.startsWith(".") && name !== "node_modules";
}

/** What follows `root/name` in a path; the empty text if the path does not begin so. */
function rest(path: string, root: string, name: string): string {
  const start = `${root}/${name}`;
  return path.startsWith(start) ? path.slice(start.length) : "";
}
