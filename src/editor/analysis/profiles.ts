/** Profiles as the editor's texts give them: compiled when they are asked for, and again when a file of theirs changes. */

import { InvariantError } from "../../base/invariant.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { type ActiveRule, activeRules } from "../../pan/compiler/active-rules.ts";
import { Compilation } from "../../pan/compiler/compilation.ts";
import { initialData } from "../../pan/compiler/initial-data.ts";
import type { CompileOptions } from "../../pan/compiler/options.ts";
import type { TemplateCache } from "../../pan/compiler/template-store.ts";
import { Evaluation } from "../../pan/evaluator/evaluation.ts";
import { shownValue } from "../../pan/history/shown-value.ts";
import type { Dependency } from "../../pan/profile/dependency.ts";
import type { Dict } from "../../pan/tree/dict.ts";
import type { Provenance } from "../../pan/tree/provenance.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { objectTemplatesUsing } from "./users.ts";

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
  readonly profile: AnalysedProfile;
  readonly revision: number;
}

export class Profiles {
  private readonly workspace: Workspace;
  private readonly kept = new Map<string, Kept>();
  private readonly templates: TemplateCache = new Map();

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  /** Files of the object templates that use a file: by their includes, and by what was read when they were compiled. */
  using(path: string): readonly string[] {
    const read = [...this.kept.values()].filter(({ profile }) => profile.files.has(path));
    const found = new Set(objectTemplatesUsing(this.workspace, path));
    for (const { profile } of read) found.add(profile.file);
    return [...found].sort();
  }

  /** The profile of an object template's file; undefined if there is none in it. */
  get(path: string): AnalysedProfile | undefined {
    const known = this.known(path);
    if (known !== undefined) return known;
    const { revision } = this.workspace;
    const profile = this.compile(path);
    if (profile === undefined) this.kept.delete(path);
    else this.kept.set(path, { profile, revision });
    return profile;
  }

  /** The profile if it was compiled and nothing has changed since; for what must not wait. */
  known(path: string): AnalysedProfile | undefined {
    const kept = this.kept.get(path);
    if (kept === undefined) return undefined;
    const isOld = this.workspace.hasChangedSince(kept.revision, kept.profile.files);
    return isOld ? undefined : kept.profile;
  }

  /** The profile as it was compiled last, perhaps from older texts. */
  latest(path: string): AnalysedProfile | undefined {
    return this.kept.get(path)?.profile;
  }

  /** Those that have read a file, as they were compiled last; for what must not wait. */
  latestUsing(path: string): readonly AnalysedProfile[] {
    const all = [...this.kept.values()].map(({ profile }) => profile);
    return all.filter(({ files }) => files.has(path)).sort((a, b) => (a.file < b.file ? -1 : 1));
  }

  private compile(path: string): AnalysedProfile | undefined {
    const { workspace } = this;
    const silent = (): void => undefined;
    const options = this.options();
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

  private options(): CompileOptions {
    const { dialect } = this.workspace.settings;
    return {
      dialect,
      includePath: this.workspace.includePath,
      maxIteration: 10_000,
      maxRecursion: 50,
      deprecationWarnings: "on",
      initialData: initialData(undefined, dialect, () => {
        throw new InvariantError("no initial data was refused");
      }),
      debugs: () => false,
      build: true,
    };
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
