/**
 * One side of a comparison that is templates: builds its profiles one by one, and tells whether what the other side
 * has built would come out the same here.
 */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import type { ProfileReport } from "../pan/compiler/build-report.ts";
import type { CompiledProfile } from "../pan/compiler/compile.ts";
import { CompileSession } from "../pan/compiler/compile-session.ts";
import type { CompileOptions } from "../pan/compiler/options.ts";
import type { SourceLookup } from "../pan/compiler/source-lookup.ts";
import { TemplateRepository } from "../pan/compiler/template-repository.ts";
import type { TemplateCache } from "../pan/compiler/template-store.ts";
import { type KnownProfile, knownProfile } from "./known-profiles.ts";

/** What is known of a side before anything of it is compiled. */
export interface SourceInput {
  readonly host: Pick<Host, "readText" | "readGzip" | "list" | "kind">;
  /** Absolute path; what lies below it on one side is what lies at the same place below that of the other. */
  readonly root: string;
  /** Object templates, absolute paths. */
  readonly files: readonly string[];
  readonly options: CompileOptions;
  /** A text that two files share only if they have the same bytes, on whichever side they are. */
  readonly identity: (path: string) => string | undefined;
  /** How the side's files are named in places: those of a revision have its name before them. */
  readonly label: (path: string) => string;
  readonly print: (text: string) => void;
}

export interface BuiltProfile {
  readonly report: ProfileReport;
  /** Undefined if it has errors. */
  readonly profile: CompiledProfile | undefined;
}

export class SourceSide {
  readonly input: SourceInput;
  private readonly session: CompileSession;
  private readonly repository: TemplateRepository;
  private readonly objects = new Map<string, string>();
  private readonly found: Diagnostic[] = [];
  private readonly answers = new Map<string, string | undefined>();
  /** How many profiles were built. */
  built = 0;

  constructor(input: SourceInput, cache: TemplateCache | undefined) {
    this.input = input;
    const { host, options, print } = input;
    this.session = new CompileSession({ host, options, print, log: undefined, cache });
    this.repository = new TemplateRepository(host, options.includePath);
    for (const file of [...new Set(input.files)].sort()) this.readObject(file);
  }

  /** Names of the object templates. */
  get names(): readonly string[] {
    return [...this.objects.keys()].sort();
  }

  /** The file of an object template of this side. */
  fileOf(name: string): string | undefined {
    return this.objects.get(name);
  }

  /** What is wrong with templates that were read, whoever wanted them. */
  get diagnostics(): readonly Diagnostic[] {
    return this.found;
  }

  build(name: string): BuiltProfile {
    let profile: CompiledProfile | undefined;
    const report = this.session.build(name, true, (finished) => {
      profile = finished;
    });
    this.built++;
    for (const template of this.session.newTemplates()) this.found.push(...template.diagnostics);
    return { report, profile };
  }

  text(file: string): string | undefined {
    return this.session.text(file);
  }

  /**
   * Whether a profile that the other side has built would come out the same here: every question after a file has the
   * answer that corresponds, and every file that was read has the same content.
   */
  holds(report: ProfileReport, other: SourceSide): boolean {
    if (report.dependsOnOrder || !sameSettings(this.input.options, other.input.options))
      return false;
    const isSame = (lookup: SourceLookup): boolean =>
      this.answer(lookup) === this.counterpart(lookup.found, other);
    return report.lookups.every(isSame) && this.changedFiles(report.files, other).length === 0;
  }

  /** Whether a profile would come out as it did when that was noted. */
  isAsKnown({ lookups, files }: KnownProfile): boolean {
    const isSame = (lookup: SourceLookup): boolean =>
      this.answer(lookup) === (lookup.found && this.fromRoot(lookup.found));
    return (
      lookups.every(isSame) &&
      files.every(([path, content]) => this.input.identity(this.fromRoot(path)) === content)
    );
  }

  /** What to keep of a profile that this side has built. */
  known(report: ProfileReport): KnownProfile | undefined {
    return knownProfile(report, (path) => this.seenFromRoot(path), this.input.identity);
  }

  /** Of files of the other side those that this side has otherwise, or not at all. */
  changedFiles(files: readonly string[], other: SourceSide): readonly string[] {
    return files.filter((file) => {
      const here = this.counterpart(file, other) as string;
      return this.input.identity(here) !== other.input.identity(file);
    });
  }

  /** The path of this side that corresponds to one of the other. */
  counterpart(path: string | undefined, other: SourceSide): string | undefined {
    const [from, to] = [other.input.root, this.input.root];
    const isBelow = path !== undefined && from !== to && path.startsWith(`${from}/`);
    return isBelow ? `${to}${path.slice(from.length)}` : path;
  }

  private seenFromRoot(path: string): string {
    const { root } = this.input;
    return path.startsWith(`${root}/`) ? `.${path.slice(root.length)}` : path;
  }

  private fromRoot(path: string): string {
    return path.startsWith("./") ? `${this.input.root}${path.slice(1)}` : path;
  }

  private readObject(file: string): void {
    const { object, diagnostics } = this.session.read(file);
    this.found.push(...diagnostics);
    // A template that cannot be read is a machine that cannot be compared, not one that is gone.
    const name = object ?? declaredName(this.session.text(file) ?? "");
    if (name === undefined || this.objects.has(name)) return;
    this.objects.set(name, file);
    this.session.offer(name, file);
  }

  /** Hundreds of profiles ask the same, so answers are kept. */
  private answer(lookup: SourceLookup): string | undefined {
    const { kind, name, loadPath } = lookup;
    const key = `${kind} ${name} ${loadPath}`;
    if (!this.answers.has(key)) this.answers.set(key, this.lookUp(lookup));
    return this.answers.get(key);
  }

  private lookUp({ kind, name, loadPath }: SourceLookup): string | undefined {
    const directories = loadPath.split(":");
    switch (kind) {
      case "object":
        return this.repository.findTemplate(name, [""])?.path ?? this.objects.get(name);
      case "template":
        return this.repository.findTemplate(name, directories)?.path;
      case "text":
      case "directory": {
        const place = this.repository.findText(name, directories)?.path;
        if (place === undefined) return undefined;
        // What has become a directory, or is none any more, is at no place that it ever had.
        const isDirectory = this.input.host.kind(place) === "directory";
        return isDirectory === (kind === "directory") ? place : `${place}/`;
      }
    }
  }
}

function declaredName(text: string): string | undefined {
  return /^[ \t]*object\s+template\s+([\w./+-]+)/m.exec(text)?.[1];
}

export function sameSettings(a: CompileOptions, b: CompileOptions): boolean {
  return (
    a.dialect === b.dialect &&
    a.maxIteration === b.maxIteration &&
    a.maxRecursion === b.maxRecursion &&
    a.deprecationWarnings === b.deprecationWarnings
  );
}
