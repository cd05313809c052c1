/**
 * All diagnostics of a workspace, as far as they are known: those of texts at once, those of profiles as they are
 * compiled, one at a time, so that whoever calls can let others have a turn in between.
 */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { combined, diagnoseProfile, diagnoseText } from "./diagnose.ts";
import type { AnalysedProfile, Profiles } from "./profiles.ts";

type ByFile = ReadonlyMap<string, readonly Diagnostic[]>;

interface KnownProfile {
  readonly profile: AnalysedProfile;
  readonly found: ByFile;
}

interface KnownText {
  readonly text: string;
  readonly found: readonly Diagnostic[];
}

export class Findings {
  private readonly workspace: Workspace;
  private readonly profiles: Profiles;
  private readonly ofProfiles = new Map<string, KnownProfile>();
  private readonly ofTexts = new Map<string, KnownText>();

  constructor(workspace: Workspace, profiles: Profiles) {
    this.workspace = workspace;
    this.profiles = profiles;
  }

  /** What is known of a file: of its text as it is, and of the profiles as they were compiled last. */
  of(path: string): readonly Diagnostic[] {
    const ofProfiles = [...this.ofProfiles.values()].flatMap(({ profile, found }) =>
      // Of a profile that is older than the file, the places are wrong.
      this.profiles.known(profile.file) === profile ? [found.get(path) ?? []] : [],
    );
    return combined(this.ofText(path), ofProfiles);
  }

  /** Compiles the profiles that a file takes part in; each step gives the files whose diagnostics may have changed. */
  *profilesUsing(path: string): Generator<readonly string[]> {
    for (const object of this.profiles.using(path)) yield this.judge(object);
  }

  /** Compiles every profile of the workspace, but those of the templates that come with vmcs. */
  *allProfiles(): Generator<readonly string[]> {
    const { index, settings } = this.workspace;
    const objects = [...index.all()].filter(({ kind }) => kind === "object");
    for (const { path } of objects) {
      if (!settings.library.some((root) => path.startsWith(`${root}/`))) yield this.judge(path);
    }
  }

  private judge(object: string): readonly string[] {
    const known = this.ofProfiles.get(object);
    const profile = this.profiles.get(object);
    if (profile !== undefined && profile === known?.profile) return [];
    if (profile === undefined) this.ofProfiles.delete(object);
    else this.ofProfiles.set(object, { profile, found: diagnoseProfile(this.workspace, profile) });
    const now = this.ofProfiles.get(object)?.found ?? new Map<string, never>();
    return [...new Set([...(known?.found.keys() ?? []), ...now.keys()])];
  }

  private ofText(path: string): readonly Diagnostic[] {
    const text = this.workspace.readText(path);
    if (text === undefined) return [];
    const known = this.ofTexts.get(path);
    if (known?.text === text) return known.found;
    const file = this.workspace.file(path);
    const found = file === undefined ? [] : diagnoseText(this.workspace, file);
    this.ofTexts.set(path, { text, found });
    return found;
  }
}
