/**
 * Profiles with the history of their values: compiled with a record of every write, which costs time and memory, so
 * that it is done only for those who ask.
 */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { activeRules } from "../compiler/active-rules.ts";
import { Compilation } from "../compiler/compilation.ts";
import type { CompiledProfile } from "../compiler/compile.ts";
import type { CompileOptions } from "../compiler/options.ts";
import type { ProfileBuild } from "../compiler/profile-build.ts";
import type { SourceHost } from "../compiler/source-host.ts";
import type { TemplateCache } from "../compiler/template-store.ts";
import { Evaluation } from "../evaluator/evaluation.ts";
import type { WriteLog } from "../evaluator/write-log.ts";
import type { Schema } from "./explain-types.ts";

/** A profile, and all that is known of how it came to be. */
export interface ProfileHistory {
  /** Of a profile that has failed, as far as it came. */
  readonly profile: CompiledProfile;
  /** "failed": its templates ended with an error; "invalid": its values are not of their types. */
  readonly state: "sound" | "invalid" | "failed";
  /** What ended its templates. */
  readonly stopped: Diagnostic | undefined;
  readonly log: WriteLog;
  /** Logs of other profiles that it refers to, by name; of those that were not let go before. */
  readonly references: ReadonlyMap<string, WriteLog>;
  readonly schema: Schema;
}

export interface HistoryInput {
  readonly host: SourceHost;
  /** Absolute paths of template files; those that are no object templates are only read. */
  readonly files: readonly string[];
  readonly options: CompileOptions;
  /** Takes what `debug` and `traceback` say. */
  readonly print: (text: string) => void;
  /** Takes each profile as soon as it is finished, sound or not; then it is let go. */
  readonly onProfile: (history: ProfileHistory) => void;
  /** Templates of earlier compilations with the same options; takes those of this one. */
  readonly cache?: TemplateCache | undefined;
}

export interface HistoryOutput {
  readonly diagnostics: readonly Diagnostic[];
  readonly text: (path: string) => string | undefined;
}

/** Compiles with a record of every write. */
export function compileHistories(input: HistoryInput): HistoryOutput {
  const { host, options, print, onProfile, cache } = input;
  const recorded = { ...options, recordsWrites: true };
  const compilation = new Compilation(host, recorded, print, undefined, cache);
  const diagnostics: Diagnostic[] = [];
  const names: string[] = [];
  for (const file of [...new Set(input.files)].sort()) {
    const { template, diagnostics: found } = compilation.store.get(file);
    diagnostics.push(...found);
    if (template?.kind !== "object") continue;
    if (options.dialect === "vmcs") compilation.offerFile(template.name, file);
    else compilation.placeFile(template.name, file);
    names.push(template.name);
  }
  for (const name of new Set(names)) {
    const build = compilation.finish(name);
    diagnostics.push(...build.diagnostics);
    const history = historyOf(build, compilation);
    if (history !== undefined) onProfile(history);
    compilation.release(name);
  }
  return { diagnostics, text: (path) => compilation.store.text(path) };
}

function historyOf(build: ProfileBuild, compilation: Compilation): ProfileHistory | undefined {
  const { name, template, evaluation, state, valid, diagnostics } = build;
  if (template === undefined || !(evaluation instanceof Evaluation)) return undefined;
  const { recorder, root, provenance, bindings, types } = evaluation;
  if (recorder === undefined) return undefined;
  const isStopped = state !== "built";
  if (isStopped) recorder.fail();
  recorder.finish();
  const outcome = isStopped ? "failed" : valid === true ? "sound" : "invalid";
  const rules = isStopped ? [] : activeRules(evaluation);
  const dependencies = isStopped ? [] : compilation.dependencies(build);
  return {
    profile: { name, file: template.file, root, provenance, rules, dependencies },
    state: outcome,
    stopped: isStopped ? diagnostics.find(({ severity }) => severity === "error") : undefined,
    log: recorder.log,
    references: logsOf(compilation.withReferences(build)),
    schema: { bindings, types },
  };
}

function logsOf(builds: readonly ProfileBuild[]): ReadonlyMap<string, WriteLog> {
  const logs = new Map<string, WriteLog>();
  for (const { name, evaluation } of builds) {
    const log = evaluation instanceof Evaluation ? evaluation.recorder?.log : undefined;
    if (log !== undefined) logs.set(name, log);
  }
  return logs;
}
