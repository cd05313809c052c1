/** What a build makes of a profile, on any thread: rules judge it, and skeletons and platform files are made of it. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Host, OutputFile } from "../host/host.ts";
import type { CompiledProfile } from "../pan/compiler/compile.ts";
import { noteReads, type SharedRead } from "../pan/compiler/incremental/shared-reads.ts";
import type { FinishedProfile, ProfileWork } from "../pan/compiler/profile-work.ts";
import { type CompileSettings, optionsOf } from "../pan/compiler/settings.ts";
import type { ProfileFormat } from "../pan/profile/profile.ts";
import { profileFileName, profileText } from "../pan/profile/write-profile.ts";
import { buildProfile } from "../pipeline/build-profile.ts";
import { describesMachine } from "../pipeline/describes-machine.ts";
import type { RuleSources } from "../pipeline/rules/rule-set.ts";
import { sourceDigest } from "../pipeline/source-digest.ts";
import type { Environment } from "./command.ts";
import { profileFormats } from "./profile-formats.ts";
import { ruleRun } from "./rule-run.ts";
import { anySecret, secretsOf } from "./secrets.ts";
import { sha256 } from "./sha256.ts";

/** Plain data: it goes to other threads, and decides with all else whether an earlier build holds. */
export interface MachinePlan {
  readonly settings: CompileSettings;
  /** Undefined if no rules are wanted at all. */
  readonly sources: RuleSources | undefined;
  readonly locked: string | undefined;
  readonly backends: readonly string[];
  readonly xenRelease: string;
  /** What is written; undefined if everything is only checked. */
  readonly output: { readonly directory: string; readonly formats: string } | undefined;
}

export interface MachineWork extends ProfileWork {
  /** Directories of rule repositories. */
  readonly includePath: readonly string[];
  /** What is wrong with the rules themselves. */
  readonly diagnostics: readonly Diagnostic[];
  /** What was read for all profiles since this was last asked. */
  readonly newReads: () => readonly SharedRead[];
}

export async function machineWork(
  plan: MachinePlan,
  { host, templates }: Pick<Environment, "host" | "templates">,
): Promise<MachineWork> {
  const { settings, sources, locked, output } = plan;
  const cached = sources?.cache === undefined ? [] : [sources.cache];
  const { host: noting, newReads } = noteReads(host, cached);
  const rules = await ruleRun(sources, locked, optionsOf(settings), { host: noting, templates });
  const formats = output === undefined ? [] : profileFormats(output.formats);
  const digesting = withMemory(host);
  return {
    includePath: rules.includePath,
    diagnostics: rules.diagnostics,
    newReads,
    finish(profile): FinishedProfile {
      const { judged, diagnostics } = rules.judge(profile);
      const reads = newReads();
      const nothing = { written: undefined, made: [], isFleeting: false, reads };
      if (output === undefined && !describesMachine(profile)) return { ...nothing, diagnostics };
      const secrets = secretsOf({ host });
      let isFleeting = false;
      const target = {
        ...plan,
        readSecret(reference: string): string | undefined {
          isFleeting ||= output !== undefined;
          return output === undefined ? anySecret(reference) : secrets.read(reference);
        },
      };
      const { profile: completed, additions } = judged;
      const digest = sourceDigest(completed, additions, digesting, sha256);
      const built = buildProfile(completed, digest, target);
      const found = [...diagnostics, ...built.diagnostics, ...secrets.diagnostics];
      const isWritten = output !== undefined && built.files.length > 0 && judged.isSound;
      const made = isWritten
        ? [...profileFiles(judged.profile, formats, host), ...built.files].map(
            ({ name, ...file }): OutputFile => ({ ...file, path: `${output.directory}/${name}` }),
          )
        : [];
      return { ...nothing, made, diagnostics: found, isFleeting };
    },
  };
}

function profileFiles(
  profile: CompiledProfile,
  formats: readonly ProfileFormat[],
  host: Host,
): readonly { readonly name: string; readonly content: string | Uint8Array }[] {
  return formats.map((format) => {
    const text = profileText(format, profile);
    const content = format.compressed ? host.gzip(new TextEncoder().encode(text)) : text;
    return { name: profileFileName(profile.name, format), content };
  });
}

/** Each machine's files tell a digest of all its templates, most of which are those of the others too. */
function withMemory(host: Host): Host {
  const known = new Map<string, Uint8Array | undefined>();
  return {
    ...host,
    readBytes(path) {
      if (!known.has(path)) known.set(path, host.readBytes(path));
      return known.get(path);
    },
  };
}
