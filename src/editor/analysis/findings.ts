/**
 * All diagnostics of a workspace, as far as they are known: those of texts at once, those of profiles as they are
 * compiled, one at a time, so that whoever calls can let others have a turn in between.
 */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { RuleSet } from "../../pipeline/rules/rule-set.ts";
import { isProjectFile } from "../workspace/project-file.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { combined, diagnoseProfile, diagnoseText } from "./diagnose.ts";
import { diagnoseProject } from "./diagnose-project.ts";
import type { Profiles } from "./profiles.ts";
import type { RuleSets } from "./rule-sets.ts";

type ByFile = ReadonlyMap<string, readonly Diagnostic[]>;

interface KnownProfile {
  readonly found: ByFile;
  /** What it was judged by. */
  readonly rules: RuleSet | undefined;
}

interface KnownText {
  readonly text: string;
  readonly settings: object;
  readonly found: readonly Diagnostic[];
}

export class Findings {
  private readonly workspace: Workspace;
  private readonly profiles: Profiles;
  private readonly rules: RuleSets | undefined;
  private readonly ofProfiles = new Map<string, KnownProfile>();
  private readonly ofTexts = new Map<string, KnownText>();

  constructor(workspace: Workspace, profiles: Profiles, rules?: RuleSets) {
    this.workspace = workspace;
    this.profiles = profiles;
    this.rules = rules;
  }

  /** Reads what profiles are judged by; to be waited for before they are. */
  async prepare(): Promise<void> {
    await this.rules?.prepare();
  }

  /** What is known of a file: of its text as it is, and of the profiles as they were compiled last. */
  of(path: string): readonly Diagnostic[] {
    const ofProfiles = [...this.ofProfiles].flatMap(([object, { found }]) => {
      const own = found.get(path);
      // Of a profile that is older than the file, the places are wrong.
      return own !== undefined && this.profiles.isCurrent(object) ? [own] : [];
    });
    return combined(this.ofText(path), [...ofProfiles, this.ofRules(path)]);
  }

  /** Compiles the profiles that a file takes part in; each step gives the files whose diagnostics may have changed. */
  *profilesUsing(path: string): Generator<readonly string[]> {
    for (const object of this.profiles.usingByInterest(path)) yield this.judge(object);
  }

  /** Compiles every profile of the workspace, but those of the templates that come with vmcs. */
  *allProfiles(): Generator<readonly string[]> {
    for (const path of this.objects()) yield this.judge(path);
  }

  /** Files of the object templates of the workspace. */
  objects(): readonly string[] {
    const { workspace } = this;
    return workspace.index
      .all()
      .filter(({ kind, path }) => kind === "object" && !workspace.isOfLibrary(path))
      .map(({ path }) => path);
  }

  private judge(object: string): readonly string[] {
    const known = this.ofProfiles.get(object);
    const rules = this.rules?.of(object);
    if (known !== undefined && known.rules === rules && this.profiles.isCurrent(object)) return [];
    const profile = this.profiles.get(object);
    const found = profile && diagnoseProfile(this.workspace, profile, rules);
    if (found === undefined) this.ofProfiles.delete(object);
    else this.ofProfiles.set(object, { found, rules });
    return [...new Set([...(known?.found.keys() ?? []), ...(found?.keys() ?? [])])];
  }

  /** What is wrong with the rules themselves. */
  private ofRules(path: string): readonly Diagnostic[] {
    const found = this.rules?.of(path)?.diagnostics ?? [];
    return found.filter(({ span, category }) => span.file === path && category !== "syntax");
  }

  private ofText(path: string): readonly Diagnostic[] {
    const { workspace } = this;
    const text = workspace.readText(path);
    if (text === undefined) {
      this.ofTexts.delete(path);
      return [];
    }
    const settings = workspace.settingsOf(path);
    const known = this.ofTexts.get(path);
    if (known?.text === text && known.settings === settings) return known.found;
    const found = isProjectFile(path) ? diagnoseProject(workspace, path) : this.ofTemplate(path);
    this.ofTexts.set(path, { text, settings, found });
    return found;
  }

  private ofTemplate(path: string): readonly Diagnostic[] {
    const file = this.workspace.file(path);
    return file === undefined ? [] : diagnoseText(this.workspace, file);
  }
}
