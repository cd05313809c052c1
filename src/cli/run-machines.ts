/**
 * Building or checking machines inside a command: on threads, and only what has changed since an earlier run.
 *
 * Whatever is read for all profiles together, such as rules, is noted with the state; if any of it is another one,
 * everything is built again. A profile with a secret in it is built each time: no digest of a secret is kept.
 */

import { lazily } from "../base/lazily.ts";
import type { Host, OutputFile } from "../host/host.ts";
import { displayPath } from "../host/path.ts";
import type { BuildWork, Delivered } from "../pan/compiler/build-profiles.ts";
import type { OutputMark } from "../pan/compiler/incremental/build-memory.ts";
import {
  type BuildState,
  decodeState,
  encodeState,
  type SharedState,
} from "../pan/compiler/incremental/build-state.ts";
import {
  changedRead,
  joinReads,
  type SharedRead,
} from "../pan/compiler/incremental/shared-reads.ts";
import { StoredMemory, whyNothingHolds } from "../pan/compiler/incremental/stored-memory.ts";
import type { Environment } from "./command.ts";
import { type BuildRun, compilerName, compileSettings, driveBuild } from "./drive-build.ts";
import { isTalkative, type RawDriverOptions, stateFile } from "./driver-options.ts";
import type { MachinePlan, MachineWork } from "./machine-work.ts";
import { outputClaims } from "./output-conflict.ts";
import type { InputWords } from "./project.ts";
import { prepareCompile, withIncludePath } from "./run-compile.ts";

/** Takes what was written of each profile, in the order of the files. */
type OnWritten = (paths: readonly string[]) => void;

export async function runMachines(
  input: InputWords,
  raw: RawDriverOptions,
  plan: Omit<MachinePlan, "settings">,
  environment: Environment,
  onWritten: OnWritten = () => undefined,
): Promise<BuildRun> {
  const { host } = environment;
  const prepared = await prepareCompile(input, raw, environment, true);
  const given = compileSettings(raw, prepared.options);
  const whole: MachinePlan = { ...plan, settings: given };
  const store = stateStore(whole, raw, environment);
  const own = lazily(async () => {
    const { machineWork } = await import("./machine-work.ts");
    const made = await machineWork(whole, environment);
    // Now, as perhaps no profile is sound enough to be judged.
    store?.noteReads(made.newReads());
    return made;
  });
  const shared = store?.shared ?? sharedOf(await own());
  const { includePath } = withIncludePath(prepared.options, shared.includePath);
  const memory = store?.memory(includePath, shared);
  const work: BuildWork = {
    plan: whole,
    own,
    noteReads: (reads) => store?.noteReads(reads),
    deliver: delivery(host, plan.output?.directory ?? "", memory !== undefined, onWritten),
  };
  const run = await driveBuild(
    {
      prepared,
      settings: { ...given, includePath },
      output: { directory: "", formats: [], withDigests: memory !== undefined },
      work,
      memory,
      cache: prepared.templates,
      worker: "build-worker",
    },
    raw,
    environment,
  );
  return { ...run, diagnostics: [...shared.diagnostics, ...run.diagnostics] };
}

type Shared = Pick<SharedState, "includePath" | "diagnostics">;

function sharedOf({ includePath, diagnostics }: MachineWork): Shared {
  return { includePath, diagnostics };
}

interface StateStore {
  /** What all profiles share, where that is as it was. */
  readonly shared: SharedState | undefined;
  readonly memory: (includePath: readonly string[], shared: Shared) => StoredMemory;
  readonly noteReads: (reads: readonly SharedRead[]) => void;
}

/** Undefined if everything is to be built. */
function stateStore(
  plan: MachinePlan,
  raw: RawDriverOptions,
  environment: Environment,
): StateStore | undefined {
  const { host } = environment;
  if (!raw.incremental || isTalkative(raw)) return undefined;
  const { output } = plan;
  const what =
    output === undefined ? `check\n${host.currentDirectory}` : `build\n${output.directory}`;
  const file = stateFile(raw, what, environment);
  if (file === undefined) return undefined;
  const digest = (text: string): string => host.digest(text);
  const state = decodeState(host.readText(file) ?? "", digest);
  const decisive = JSON.stringify([plan, host.currentDirectory]);
  const key = { compiler: compilerName, options: digest(decisive) };
  const changed = changedRead(host, state?.shared?.reads ?? []);
  const stale =
    changed === undefined
      ? undefined
      : `${displayPath(host.currentDirectory, changed)} has changed, by which all are judged`;
  const holds = whyNothingHolds({ state, key, stale }) === undefined;
  let reads: readonly SharedRead[] | undefined = holds ? (state?.shared?.reads ?? []) : [];
  return {
    shared: holds ? state?.shared : undefined,
    noteReads(more) {
      reads = reads === undefined ? undefined : joinReads(reads, more);
    },
    memory: (includePath, shared) =>
      new StoredMemory({
        host,
        includePath,
        key,
        state,
        stale,
        save(next: BuildState) {
          // Where the rules have changed meanwhile, nobody knows by which ones a profile was judged.
          const content =
            reads === undefined
              ? ""
              : encodeState({ ...next, shared: { ...shared, reads } }, digest);
          host.writeFiles([{ path: file, content }]);
        },
      }),
  };
}

/** Writes files in the order of the profiles, unless another profile has claimed them. */
function delivery(
  host: Host,
  directory: string,
  withDigests: boolean,
  onWritten: OnWritten,
): BuildWork["deliver"] {
  const claim = outputClaims();
  const nameOf = (path: string): string => path.slice(directory.length + 1);
  return (name, made): Delivered => {
    const marks = made.map((file) => markOf(host, file));
    const files = made.filter((file): file is OutputFile => "content" in file);
    const conflicts = claim(
      name,
      marks.map(({ path, digest }) => ({ name: nameOf(path), digest })),
    );
    const nothing = { files: [], problem: undefined };
    if (conflicts.length > 0 || files.length === 0) {
      return { written: nothing, diagnostics: conflicts };
    }
    const problem = host.writeFiles(files);
    if (problem !== undefined) return { written: { files: [], problem }, diagnostics: [] };
    onWritten(files.map(({ path }) => path));
    if (!withDigests) return { written: nothing, diagnostics: [] };
    const written = marks.map((mark) => ({ ...mark, mark: host.stamp(mark.path)?.mark ?? "" }));
    return { written: { files: written, problem: undefined }, diagnostics: [] };
  };
}

function markOf(host: Host, file: OutputFile | OutputMark): OutputMark {
  if (!("content" in file)) return file;
  return { path: file.path, mark: "", digest: host.digest(file.content) };
}
