/** The outputs that a test asks for, made of its profile or of one that it names; what a build would say comes along. */

import { categories, type DiagnosticCode } from "../diagnostics/codes.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { CompiledProfile } from "../pan/compiler/compile.ts";
import { type BuildResult, buildVm } from "../pipeline/build.ts";
import type { SpawnedFile } from "../spawn/spawn-result.ts";
import { noSpan } from "../text/span.ts";
import { isBackend, type OutputText, profileOutput } from "./snapshot-outputs.ts";
import type { ExpectedDiagnostic, TestCase, TestPlan } from "./test-plan.ts";
import type { TestProfile } from "./test-profile.ts";
import type { CompletedProfile, TestSetting } from "./test-setting.ts";

export interface MadeOutputs {
  /** With paths below the directory of the test's snapshots. */
  readonly files: readonly OutputText[];
  readonly diagnostics: readonly Diagnostic[];
}

export async function makeOutputs(
  plan: TestPlan,
  one: TestCase,
  profiles: TestProfile,
  setting: TestSetting,
): Promise<MadeOutputs> {
  const wanted = new Map<string, string[]>();
  const want = (profile: string, what: readonly string[]): void => {
    wanted.set(profile, [...(wanted.get(profile) ?? []), ...what]);
  };
  for (const { what, profile = plan.name } of plan.snapshots) want(profile, [what]);
  const files: OutputText[] = [];
  const diagnostics: Diagnostic[] = [];
  want(plan.name, []);
  for (const [name, outputs] of wanted) {
    const profile = profiles.finished(name);
    if (profile === undefined) continue;
    const maker = new OutputMaker(profile, setting);
    if (name === plan.name) await maker.judge(expectsOfRules([...plan.expected, ...one.expected]));
    if (plan.build !== undefined && name === plan.name) await maker.build(plan.build.backends);
    for (const what of new Set(outputs)) await maker.add(what);
    const folder = name === plan.name ? "" : `${name}/`;
    files.push(...maker.files.map((file) => ({ ...file, name: folder + file.name })));
    diagnostics.push(...maker.diagnostics);
  }
  return { files, diagnostics };
}

/** Whether a test expects something that only rules say. */
function expectsOfRules(expected: readonly ExpectedDiagnostic[]): boolean {
  return expected.some(
    ({ code }) => code !== undefined && code in categories && isOfRules(code as DiagnosticCode),
  );
}

function isOfRules(code: DiagnosticCode): boolean {
  return categories[code] === "rule";
}

/** A digest of the sources would make every snapshot of a skeleton differ after every change of a comment. */
const noDigest = `sha256:${"0".repeat(64)}`;

class OutputMaker {
  readonly files: OutputText[] = [];
  readonly diagnostics: Diagnostic[] = [];
  private readonly given: CompiledProfile;
  private readonly setting: TestSetting;
  private known: CompletedProfile | undefined;
  private skeletons: readonly SpawnedFile[] | undefined;

  constructor(given: CompiledProfile, setting: TestSetting) {
    this.given = given;
    this.setting = setting;
  }

  async add(what: string): Promise<void> {
    const output = profileOutput(what, this.given, this.setting.root);
    if (output !== undefined) this.files.push(output);
    else if (what === "resolution") {
      const { text } = await this.completed();
      this.files.push({ name: "resolution.txt", content: text });
    } else if (what === "skeletons") this.put(what, await this.skeletonFiles());
    else if (isBackend(what)) this.put(what, await this.backendFiles(what));
  }

  /**
   * Rules of the profile's own templates must hold, as every check of it would say. Those of repositories are for
   * whole machines, and are asked where something is expected of them.
   */
  async judge(isExpected: boolean): Promise<void> {
    if (isExpected || this.given.rules.length > 0) await this.completed();
  }

  /** Everything that a build does, for what it says. */
  async build(backends: readonly string[]): Promise<void> {
    const all = backends.length === 0 ? this.setting.target.backends : backends;
    await this.skeletonFiles();
    for (const backend of all) await this.backendFiles(backend);
  }

  private put(folder: string, files: readonly SpawnedFile[]): void {
    for (const { name, content } of files) this.files.push({ name: `${folder}/${name}`, content });
  }

  private async completed(): Promise<CompletedProfile> {
    if (this.known === undefined) {
      this.known = await this.setting.complete(this.given);
      this.diagnostics.push(...this.known.diagnostics);
    }
    return this.known;
  }

  private async skeletonFiles(): Promise<readonly SpawnedFile[]> {
    if (this.skeletons === undefined) {
      const { files, diagnostics } = await this.machine([]);
      this.skeletons = files;
      this.diagnostics.push(...diagnostics);
    }
    return this.skeletons;
  }

  private async backendFiles(backend: string): Promise<readonly SpawnedFile[]> {
    const skeletons = new Set((await this.skeletonFiles()).map(({ name }) => name));
    if (skeletons.size === 0) return [];
    const { files, diagnostics } = await this.machine([backend]);
    const known = new Set(this.diagnostics.map((found) => JSON.stringify(found)));
    this.diagnostics.push(...diagnostics.filter((found) => !known.has(JSON.stringify(found))));
    return files.filter(({ name }) => !skeletons.has(name));
  }

  private async machine(backends: readonly string[]): Promise<BuildResult> {
    const { profile } = await this.completed();
    const { name, root, provenance, file } = profile;
    return buildVm({
      profileName: name,
      root,
      digest: noDigest,
      target: { ...this.setting.target, backends },
      locate: (place) => provenance.origin(place)?.span ?? { ...noSpan, file },
    });
  }
}
