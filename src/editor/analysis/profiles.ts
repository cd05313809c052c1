/**
 * Profiles as the editor's texts give them: compiled when they are asked for, and again when a file of theirs changes.
 *
 * A workspace can have hundreds, so that only those stay in memory that were asked for last; of the others it is known
 * which files they read, and whether one of them has changed.
 */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { type ActiveRule, activeRules } from "../../pan/compiler/active-rules.ts";
import { Compilation } from "../../pan/compiler/compilation.ts";
import type { CompileOptions } from "../../pan/compiler/options.ts";
import type { TemplateCache } from "../../pan/compiler/template-store.ts";
import { Evaluation } from "../../pan/evaluator/evaluation.ts";
import { shownValue } from "../../pan/history/shown-value.ts";
import type { Dependency } from "../../pan/profile/dependency.ts";
import type { Dict } from "../../pan/tree/dict.ts";
import type { Provenance } from "../../pan/tree/provenance.ts";
import { isTemplateFile } from "../files/template-file.ts";
import { objectTemplatesUsing } from "../workspace/users.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { compileOptions } from "./compile-options.ts";
import { valuesIn } from "./profile-size.ts";
import type { RuleSets } from "./rule-sets.ts";

export interface AnalysedProfile {
  readonly name: string;
  /** The object template's file. */
  readonly file: string;
  readonly isSound: boolean;
  /** As far as the evaluation came. */
  readonly root: Dict | undefined;
  readonly provenance: Provenance | undefined;
  /** Global variables at the end, in few words each. */
  readonly variables: ReadonlyMap<string, string>;
  readonly rules: readonly ActiveRule[];
  readonly dependencies: readonly Dependency[];
  /** Every file that was read. */
  readonly files: ReadonlySet<string>;
  /** What the compiler says, of whichever file. */
  readonly diagnostics: readonly Diagnostic[];
}

interface Kept {
  /** Undefined if there are others that were asked for later. */
  profile: AnalysedProfile | undefined;
  readonly files: ReadonlySet<string>;
  readonly revision: number;
  /** Values in the configuration. */
  readonly size: number;
}

/** Profiles that stay in memory, as many as are below both bounds; one always does. */
const mostProfiles = 100;
const mostValues = 400_000;

export class Profiles {
  private readonly workspace: Workspace;
  private readonly rules: RuleSets | undefined;
  /** Those that were asked for last stand last. */
  private readonly kept = new Map<string, Kept>();
  /** Files that are no templates, and that a template has read. */
  readonly texts = new Set<string>();
  private templates: TemplateCache = new Map();
  private templatesFor = "";

  constructor(workspace: Workspace, rules?: RuleSets) {
    this.workspace = workspace;
    this.rules = rules;
  }

  /** Files of the object templates that use a file: by their includes, and by what was read when they were compiled. */
  using(path: string): readonly string[] {
    const found = new Set(objectTemplatesUsing(this.workspace, path));
    for (const [object, { files }] of this.kept) if (files.has(path)) found.add(object);
    return [...found].sort();
  }

  /** The same, those first that somebody is looking at: the file itself, open ones, those that were compiled last. */
  usingByInterest(path: string): readonly string[] {
    const recent = [...this.kept.keys()];
    const rank = (object: string): number => {
      if (object === path) return -1;
      if (this.workspace.isOpen(object)) return 0;
      const at = recent.indexOf(object);
      return at < 0 ? recent.length + 1 : recent.length - at;
    };
    const ranked = this.using(path).map((object) => ({ object, at: rank(object) }));
    return ranked.sort((a, b) => a.at - b.at).map(({ object }) => object);
  }

  /** The profile of an object template's file; undefined if there is none in it. */
  get(path: string): AnalysedProfile | undefined {
    const known = this.known(path);
    if (known !== undefined) return known;
    const { revision } = this.workspace;
    const profile = this.compile(path);
    this.kept.delete(path);
    if (profile === undefined) return undefined;
    const { files, root } = profile;
    const size = root === undefined ? 0 : valuesIn(root, mostValues);
    this.kept.set(path, { profile, files, revision, size });
    for (const file of files) if (!isTemplateFile(file)) this.texts.add(file);
    this.letGo();
    return profile;
  }

  /** The profile if it was compiled, nothing has changed since, and it is in memory; for what must not wait. */
  known(path: string): AnalysedProfile | undefined {
    if (!this.isCurrent(path)) return undefined;
    const kept = this.kept.get(path);
    if (kept?.profile !== undefined) {
      this.kept.delete(path);
      this.kept.set(path, kept);
    }
    return kept?.profile;
  }

  /** Whether the profile was compiled and nothing has changed since. */
  isCurrent(path: string): boolean {
    const kept = this.kept.get(path);
    return kept !== undefined && !this.workspace.hasChangedSince(kept.revision, kept.files);
  }

  /** The profile as it was compiled last, perhaps from older texts. */
  latest(path: string): AnalysedProfile | undefined {
    return this.kept.get(path)?.profile;
  }

  /** Those in memory that have read a file, as they were compiled last; for what must not wait. */
  latestUsing(path: string): readonly AnalysedProfile[] {
    const all = [...this.kept.values()].flatMap(({ profile }) => profile ?? []);
    return all.filter(({ files }) => files.has(path)).sort((a, b) => (a.file < b.file ? -1 : 1));
  }

  /** Whether the places that a profile has in a file are still those of its text. */
  hasPlacesOf(profile: AnalysedProfile, path: string): boolean {
    const kept = this.kept.get(profile.file);
    return kept?.profile === profile && !this.workspace.hasChangedSince(kept.revision, [path]);
  }

  private letGo(): void {
    const loaded = [...this.kept.values()].filter(({ profile }) => profile !== undefined);
    let size = loaded.reduce((sum, one) => sum + one.size, 0);
    let count = loaded.length;
    for (const kept of loaded.slice(0, -1)) {
      if (count <= mostProfiles && size <= mostValues) return;
      kept.profile = undefined;
      count--;
      size -= kept.size;
    }
  }

  private compile(path: string): AnalysedProfile | undefined {
    const { workspace } = this;
    const silent = (): void => undefined;
    const options = this.options(path);
    const compilation = new Compilation(
      workspace.sources(),
      options,
      silent,
      undefined,
      this.templates,
    );
    const { template, diagnostics } = compilation.store.get(path);
    if (template === undefined) return failed(workspace, path, diagnostics);
    if (template.kind !== "object") return undefined;
    compilation.offerFile(template.name, path);
    const build = compilation.finish(template.name);
    const { evaluation } = build;
    const isWhole = evaluation instanceof Evaluation;
    return {
      name: template.name,
      file: path,
      isSound: build.state === "built" && build.valid === true,
      root: isWhole ? evaluation.root : undefined,
      provenance: isWhole ? evaluation.provenance : undefined,
      variables: isWhole ? shownVariables(evaluation) : new Map(),
      rules: isWhole ? activeRules(evaluation) : [],
      dependencies: compilation.dependencies(build),
      files: new Set([...compilation.store.filesFrom(0), ...build.texts]),
      diagnostics: [
        ...[...compilation.store.all()].flatMap(([, stored]) => stored.diagnostics),
        ...build.diagnostics,
      ],
    };
  }

  private options(path: string): CompileOptions {
    const { workspace, rules } = this;
    const ofRules = rules?.of(path)?.includePath ?? [];
    const includePath = [...new Set([...workspace.includePathFor(path), ...ofRules])];
    const settings = workspace.settingsOf(path);
    // What is known of templates holds for one way of reading them.
    if (this.templatesFor !== settings.dialect) this.templates = new Map();
    this.templatesFor = settings.dialect;
    return compileOptions(settings, includePath);
  }
}

/** The values themselves can be large, and nobody needs them. */
function shownVariables({ globals }: Evaluation): ReadonlyMap<string, string> {
  return new Map([...globals].map(([name, { view }]) => [name, shownValue(view).text]));
}

/** An object template that cannot be read: its mistakes are all that is known. */
function failed(
  workspace: Workspace,
  path: string,
  diagnostics: readonly Diagnostic[],
): AnalysedProfile | undefined {
  const file = workspace.index.get(path);
  if (file?.kind !== "object") return undefined;
  return {
    name: file.name,
    file: path,
    isSound: false,
    root: undefined,
    provenance: undefined,
    variables: new Map(),
    rules: [],
    dependencies: [],
    files: new Set([path]),
    diagnostics,
  };
}
