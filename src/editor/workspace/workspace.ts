/**
 * The templates that an editor works on: those that are open, as they are in the editor, and all others below the
 * roots, as they are on the disk.
 *
 * It is one state that changes with `open`, `replace`, `close` and `filesChanged`; features read it and keep nothing.
 */

import type { FileKind, Host } from "../../host/host.ts";
import { directoryOf, extensionOf } from "../../host/path.ts";
import { projectFileName } from "../../pipeline/project/find-project.ts";
import { type EditorFile, readEditorFile } from "../files/editor-file.ts";
import { isTemplateFile } from "../files/template-file.ts";
import { deepestAround, isIn } from "./directories.ts";
import { isProjectFile, projectFileIn } from "./project-file.ts";
import type { Scope, WorkspaceSettings } from "./settings.ts";
import { type IndexedFile, SymbolIndex } from "./symbol-index.ts";

export type WorkspaceHost = Pick<Host, "readText" | "readGzip" | "list" | "kind">;

interface OpenDocument {
  readonly text: string;
  readonly version: number;
}

/** Syntax trees of files that are not open are kept for as many. */
const mostParsed = 64;

export class Workspace {
  readonly index = new SymbolIndex();
  /** What holds where no directory has settings of its own. */
  settings: WorkspaceSettings;
  /** Those that lie deepest first. */
  private scopes: readonly Scope[] = [];
  private readonly host: WorkspaceHost;
  private readonly documents = new Map<string, OpenDocument>();
  /** Syntax trees: of open documents, and of files that were asked for lately. */
  private readonly parsed = new Map<string, EditorFile>();
  /** Include paths by project, `""` for what is in none; all of one revision. */
  private inferred: { readonly revision: number; readonly paths: Map<string, readonly string[]> };
  /** Texts of templates on the disk, as they were read last. */
  private readonly texts = new Map<string, string>();
  /** Counts changes, so that whoever keeps something can see that it is old. */
  private changes = 0;
  /** The change at which a file came, went or got another text. */
  private readonly touched = new Map<string, number>();
  /** Directories whose templates were read. */
  private readonly read = new Set<string>();
  private readonly knownProjects = new Set<string>();
  /** The last change at which a file came or went, or its template got another name. */
  private arrival = 0;

  constructor(host: WorkspaceHost, settings: WorkspaceSettings) {
    this.host = host;
    this.settings = settings;
    this.inferred = { revision: -1, paths: new Map() };
  }

  get revision(): number {
    return this.changes;
  }

  /** Directories below the roots that have a project file. */
  get projects(): ReadonlySet<string> {
    return this.knownProjects;
  }

  /** Whether any of the files has another text than at a revision, or any file has come or gone. */
  hasChangedSince(revision: number, paths: Iterable<string>): boolean {
    return this.arrival > revision || this.haveChanged(revision, paths);
  }

  /** Whether any of the files has another text than at a revision, whatever else has come or gone. */
  haveChanged(revision: number, paths: Iterable<string>): boolean {
    for (const path of paths) if ((this.touched.get(path) ?? 0) > revision) return true;
    return false;
  }

  /** Whether any file in one of the directories has changed, come or gone. */
  hasChangedBelow(revision: number, directories: readonly string[]): boolean {
    for (const [path, change] of this.touched) {
      if (change > revision && directories.some((one) => path.startsWith(`${one}/`))) return true;
    }
    return false;
  }

  /** The settings of the deepest directory that has some and that a file is in. */
  settingsOf(path: string): WorkspaceSettings {
    return this.scopes.find((one) => isIn(path, one.directory))?.settings ?? this.settings;
  }

  /** The directory that a file was read from with all that is below it. */
  rootOf(path: string): string | undefined {
    return [...this.read].find((one) => isIn(path, one));
  }

  /** Everything that has settings, each once. */
  allSettings(): readonly WorkspaceSettings[] {
    return [...new Set([this.settings, ...this.scopes.map(({ settings }) => settings)])];
  }

  /** From now on these settings hold; whatever was made by others is old. */
  configure(settings: WorkspaceSettings, scopes: readonly Scope[]): void {
    const dialects = this.index.all().map(({ path }) => this.settingsOf(path).dialect);
    this.settings = settings;
    this.scopes = scopes.toSorted((a, b) => b.directory.length - a.directory.length);
    this.arrival = ++this.changes;
    for (const [i, { path }] of this.index.all().entries()) {
      if (this.settingsOf(path).dialect !== dialects[i]) this.update(path);
    }
  }

  // ------------------------------------------------------------------------------------ documents

  open(path: string, text: string, version: number): void {
    this.documents.set(path, { text, version });
    this.update(path);
  }

  replace(path: string, text: string, version: number): void {
    if (this.documents.has(path)) this.open(path, text, version);
  }

  /** From now on the file is what is on the disk; one outside of what was read is forgotten. */
  close(path: string): void {
    this.documents.delete(path);
    this.update(path);
    if (this.read.size === 0 || [...this.read].some((one) => isIn(path, one))) return;
    this.texts.delete(path);
    this.parsed.delete(path);
    this.index.delete(path);
    this.arrival = this.changes;
  }

  isOpen(path: string): boolean {
    return this.documents.has(path);
  }

  /** Whether a file is of the templates that come with vmcs, which nobody edits here. */
  isOfLibrary(path: string): boolean {
    return this.settings.library.some((directory) => path.startsWith(`${directory}/`));
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
      if (isProjectFile(path)) this.noteProject(path);
      if (this.documents.has(path)) continue;
      if (isTemplateFile(path)) this.update(path);
      else this.touch(path);
    }
  }

  /** Templates and project files at a path and below it: those on the disk, and those that were there. */
  filesAt(path: string): readonly string[] {
    const found = new Set([path, ...this.templatesBelow([path])]);
    for (const { path: file } of this.index.all()) if (isIn(file, path)) found.add(file);
    for (const project of this.knownProjects) {
      if (isIn(project, path)) found.add(projectFileIn(project));
    }
    return [...found];
  }

  /** Reads all templates below directories; each step is one file, so that others can have a turn in between. */
  *load(roots: readonly string[]): Generator<string> {
    for (const root of roots) this.read.add(root);
    for (const path of this.templatesBelow(roots)) {
      if (this.index.get(path) !== undefined) continue;
      const text = this.readText(path);
      if (text !== undefined)
        this.index.set(readEditorFile(path, text, this.settingsOf(path).dialect));
      this.touch(path);
      this.arrival = this.changes;
      yield path;
    }
  }

  /** Forgets what is below a directory that is no part of the workspace any more, but for what is open. */
  leave(directory: string, rest: readonly string[]): void {
    this.read.delete(directory);
    for (const { path } of this.index.all()) {
      if (!isIn(path, directory) || rest.some((other) => isIn(path, other))) continue;
      if (this.documents.has(path)) continue;
      this.index.delete(path);
      this.parsed.delete(path);
      this.texts.delete(path);
      this.touch(path);
    }
    for (const project of this.knownProjects) {
      const stays = rest.some((other) => isIn(project, other));
      if (isIn(project, directory) && !stays) this.knownProjects.delete(project);
    }
    this.arrival = ++this.changes;
  }

  /** With what is in the editor before what is on the disk. */
  readText(path: string): string | undefined {
    const known = this.documents.get(path)?.text ?? this.texts.get(path);
    if (known !== undefined) return known;
    const text = this.host.readText(path);
    if (text !== undefined && isTemplateFile(path)) this.texts.set(path, text);
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
    const text = path.endsWith(".json") ? undefined : this.readText(path);
    if (text === undefined) return undefined;
    const file = readEditorFile(path, text, this.settingsOf(path).dialect);
    this.keep(file);
    return file;
  }

  /** What a compilation reads: the editor's texts, and the disk behind them. */
  sources(): WorkspaceHost {
    const { host, documents } = this;
    return {
      readText: (path) => this.readText(path),
      readGzip: (path) => host.readGzip(path),
      list: (directory) => [
        ...new Set([...host.list(directory), ...namesBelow(directory, documents.keys())]),
      ],
      kind: (path): FileKind => {
        if (documents.has(path)) return "file";
        const kind = host.kind(path);
        const isNew = kind === "missing" && namesBelow(path, documents.keys()).length > 0;
        return isNew ? "directory" : kind;
      },
    };
  }

  // ------------------------------------------------------------------------------------ templates

  /** Where the templates are looked for that a file names. */
  includePathFor(path: string): readonly string[] {
    const { includePath, library } = this.settingsOf(path);
    return includePath.length > 0 ? [...includePath, ...library] : this.inferredIncludePath(path);
  }

  /** Files of the templates with a name, those first that a file finds first along the include path. */
  templatesNamed(name: string, from = "/"): readonly IndexedFile[] {
    const found = this.index.having("template", name).filter((file) => file.name === name);
    const includePath = this.includePathFor(from);
    const rank = ({ path }: IndexedFile): number => {
      const at = includePath.findIndex((root) => isFileOf(name, path, root));
      return at < 0 ? includePath.length : at;
    };
    return found.toSorted((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
  }

  /** The directories below which files stand where their templates' names say; those of other projects are not meant. */
  private inferredIncludePath(from: string): readonly string[] {
    if (this.inferred.revision !== this.arrival) {
      this.inferred = { revision: this.arrival, paths: new Map() };
    }
    const { paths } = this.inferred;
    const own = this.projectOf(from);
    const known = paths.get(own);
    if (known !== undefined) return known;
    const { library } = this.settings;
    const roots = new Set<string>();
    for (const { path, name } of this.index.all()) {
      const end = `/${name}${extensionOf(path)}`;
      if (name === "" || !path.endsWith(end)) continue;
      const root = path.slice(0, -end.length);
      if (roots.has(root) || library.includes(root)) continue;
      const project = this.projectOf(path);
      if (own === "" || project === "" || project === own) roots.add(root);
    }
    const found = [...[...roots].sort(), ...library];
    paths.set(own, found);
    return found;
  }

  /** The deepest directory with a project file that a file is in; `""` if there is none. */
  private projectOf(path: string): string {
    return deepestAround(path, this.knownProjects) ?? "";
  }

  private noteProject(file: string): void {
    const directory = directoryOf(file);
    if (this.host.kind(file) === "file") this.knownProjects.add(directory);
    else this.knownProjects.delete(directory);
  }

  private update(path: string): void {
    this.touch(path);
    this.parsed.delete(path);
    const text = this.readText(path);
    const isProject = path.endsWith(".json");
    const known = this.index.get(path);
    const isNew = known === undefined && !isProject;
    if (isNew || text === undefined) this.arrival = this.changes;
    // A project file can be open as well; it has no template.
    if (text === undefined || isProject) return this.index.delete(path);
    const file = readEditorFile(path, text, this.settingsOf(path).dialect);
    // Under another name it is another template.
    if (known?.name !== file.template.name.text) this.arrival = this.changes;
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
        if (name === projectFileName) this.knownProjects.add(root);
        const path = root === "/" ? `/${name}` : `${root}/${name}`;
        if (isTemplateFile(path)) yield path;
        else if (this.host.kind(path) === "directory") yield* this.templatesBelow([path]);
      }
    }
  }
}

/** What lies in a directory of files that are open, and perhaps never were on the disk. */
function namesBelow(directory: string, paths: Iterable<string>): readonly string[] {
  const start = directory === "/" ? "/" : `${directory}/`;
  return [...paths].flatMap((path) =>
    path.startsWith(start) ? (path.slice(start.length).split("/")[0] ?? []) : [],
  );
}

/** Hidden directories and those of packages are not looked into. */
function mayHoldTemplates(name: string): boolean {
  return !name.startsWith(".") && name !== "node_modules";
}

/** Whether a path is where a template's name says, below a root. */
function isFileOf(name: string, path: string, root: string): boolean {
  const start = `${root}/${name}`;
  return path.startsWith(start) && [".pan", ".tpl"].includes(path.slice(start.length));
}
