/**
 * Building or checking machines inside a command: on threads, and only what has changed since an earlier run.
 *
 * Whatever is read for all profiles together, such as rules, is noted with the state; if any of it is another one,
 * everything is built again. A profile with a secret in it is built each time: no digest of a secret is kept.
 */

import type { Host, OutputFile } from "../host/host.ts";
import { displayPath } from "../host/path.ts";
import { type BuildWork, buildProfiles, type Delivered } from "../pan/compiler/build-profiles.ts";
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
import { callLog } from "./call-log.ts";
import type { Environment } from "./command.ts";
import {
  isTalkative,
  type RawDriverOptions,
  stateFile,
  templatesFor,
  threadingOf,
  treePlace,
} from "./driver-options.ts";
import type { MachinePlan, MachineWork } from "./machine-work.ts";
import { type OutputConflict, outputConflicts } from "./output-conflict.ts";
import { progressLine } from "./progress.ts";
import type { InputWords } from "./project.ts";
import { type BuildRun, compilerName, settingsOf } from "./run-build.ts";
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
  const { host, terminal } = environment;
  const prepared = await prepareCompile(input, raw, environment, true);
  const { files } = prepared;
  const given = settingsOf(raw, prepared.options);
  const whole: MachinePlan = { ...plan, settings: given };
  const store = stateStore(whole, raw, environment);
  const own = once(async () => {
    const { machineWork } = await import("./machine-work.ts");
    const made = await machineWork(whole, host);
    // Now, as perhaps no profile is sound enough to be judged.
    store?.noteReads(made.newReads());
    return made;
  });
  const log = callLog(raw.logging, host);
  const progress = progressLine();
  const shared = store?.shared ?? (files.length === 0 ? nothingShared : sharedOf(await own()));
  const { includePath } = withIncludePath(prepared.options, shared.includePath);
  const memory = store?.memory(includePath, shared);
  const work: BuildWork = {
    plan: whole,
    own,
    noteReads: (reads) => store?.noteReads(reads),
    deliver: delivery(host, plan.output?.directory ?? "", memory !== undefined, onWritten),
  };
  try {
    const output = await buildProfiles({
      host,
      files,
      settings: { ...given, includePath },
      output: { directory: "", formats: [], withDigests: memory !== undefined },
      work,
      threading: await threadingOf(raw, environment, "build-worker"),
      speech: { print: (text) => terminal.stderr(`${text}\n`), log: log?.note },
      memory,
      cache: templatesFor(given, environment),
      trees: treePlace(raw, includePath, compilerName, environment),
      onProgress: progress.show,
    });
    if (log !== undefined && raw.logFile !== undefined) {
      host.writeFiles([{ path: host.resolve(raw.logFile), content: log.text() }]);
    }
    return {
      ...output,
      diagnostics: [...prepared.diagnostics, ...shared.diagnostics, ...output.diagnostics],
      files: files.length,
      isIncremental: memory !== undefined,
    };
  } finally {
    progress.clear();
  }
}

type Shared = Pick<SharedState, "includePath" | "diagnostics">;

const nothingShared: Shared = { includePath: [], diagnostics: [] };

function sharedOf({ includePath, diagnostics }: MachineWork): Shared {
  return { includePath, diagnostics };
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
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

/** Writes files in the order of the profiles; machines may share one, such as that of a network, if they agree on it. */
function delivery(
  host: Host,
  directory: string,
  withDigests: boolean,
  onWritten: OnWritten,
): BuildWork["deliver"] {
  const claims = new Map<string, { readonly owner: string; readonly digest: string }>();
  const claim = (owner: string, path: string, digest: string): readonly OutputConflict[] => {
    const earlier = claims.get(path);
    claims.set(path, earlier ?? { owner, digest });
    if (earlier === undefined || earlier.digest === digest) return [];
    const name = path.slice(directory.length + 1);
    return [{ name, first: earlier.owner, second: owner }];
  };
  return (name, made): Delivered => {
    const marks = made.map((file) => markOf(host, file));
    const conflicts = outputConflicts(
      marks.flatMap(({ path, digest }) => claim(name, path, digest)),
    );
    const files = made.filter((file): file is OutputFile => "content" in file);
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
