/**
 * Two sides of templates → the machines that differ.
 *
 * The later side is built; of the earlier one only those profiles that would not come out the same, which shows in what
 * the later ones have asked for and read. So a change of one machine costs the build of one side, and of one machine.
 */

import { compareCodeUnits } from "../base/compare.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { CompiledProfile } from "../pan/compiler/compile.ts";
import type { Repository } from "../rules/repository/load-repository.ts";
import type { Change } from "./change.ts";
import { changedSources } from "./changed-sources.ts";
import { compareTrees } from "./compare-trees.ts";
import { type Classify, type Running, runningWith } from "./effects/classify.ts";
import type { Effect } from "./effects/effect.ts";
import type { KnownProfile } from "./known-profiles.ts";
import type {
  ChangedSource,
  Comparison,
  ExplainedChange,
  FailedMachine,
  MachineDiff,
  Writer,
} from "./machine-diff.ts";
import { type CompletedProfile, completeProfile } from "./rule-completion.ts";
import { isSecretChange } from "./secret-values.ts";
import { type BuiltProfile, type SourceSide, sameSettings } from "./source-side.ts";
import { errorsOf, remover, writerOf } from "./writers.ts";

export interface JudgedSide {
  readonly side: SourceSide;
  /** What its descriptions are completed by. */
  readonly repositories: readonly Repository[];
}

export interface CompareSourcesInput {
  readonly before: JudgedSide;
  readonly after: JudgedSide;
  /** Files of rules and lists of packages that differ; none if the rules of both sides are the same. */
  readonly changedRules: readonly ChangedSource[];
  /** By the names of backends. */
  readonly effects: ReadonlyMap<string, Classify>;
  /** Whether a profile describes a machine, so that platforms do something with it. */
  readonly describesMachine: (profile: CompiledProfile) => boolean;
  /** What earlier comparisons have left; undefined if it is not to be used. */
  readonly memory?: ProfileMemory | undefined;
  readonly onProgress?: ((done: number, all: number) => void) | undefined;
}

export interface ProfileMemory {
  readonly known: ReadonlyMap<string, KnownProfile>;
  readonly note: (profile: KnownProfile) => void;
}

export function compareSources(input: CompareSourcesInput): Comparison {
  return new SourceComparison(input).run();
}

class SourceComparison {
  private readonly input: CompareSourcesInput;
  private readonly machines: MachineDiff[] = [];
  private readonly failed: FailedMachine[] = [];
  private readonly diagnostics: Diagnostic[] = [];
  private same = 0;

  constructor(input: CompareSourcesInput) {
    this.input = input;
  }

  run(): Comparison {
    const { before, after, onProgress } = this.input;
    const names = new Set([...before.side.names, ...after.side.names]);
    let done = 0;
    for (const name of [...names].sort(compareCodeUnits)) {
      const file = after.side.fileOf(name);
      const earlier = before.side.fileOf(name);
      if (file !== undefined && earlier !== undefined) this.both(name, file);
      else if (file !== undefined) this.lonely(name, "added", after, file);
      else if (earlier !== undefined) this.lonely(name, "removed", before, earlier);
      onProgress?.(++done, names.size);
    }
    return {
      machines: this.machines,
      failed: this.failed,
      same: this.same,
      diagnostics: [
        ...this.diagnostics,
        ...errorsOf(before.side, before.side.diagnostics),
        ...errorsOf(after.side, after.side.diagnostics),
      ],
      built: { before: before.side.built, after: after.side.built },
    };
  }

  /** A machine of one side alone. It is built all the same: one that cannot be built is no machine. */
  private lonely(name: string, state: "added" | "removed", judged: JudgedSide, file: string): void {
    const { side } = judged;
    if (this.complete(side.build(name), judged) === undefined) {
      this.failed.push({ name, sides: state === "added" ? "after" : "before" });
    }
    const files = [side.input.label(file)];
    this.machines.push({ name, state, files, changes: [], sources: [] });
  }

  private both(name: string, file: string): void {
    const { before, after, changedRules } = this.input;
    if (this.isUntouched(name)) {
      this.same++;
      return;
    }
    const built = this.buildAfter(name);
    const isHeld = before.side.holds(built.report, after.side);
    const current = this.complete(built, after);
    if (isHeld && changedRules.length === 0) {
      if (current === undefined) this.failed.push({ name, sides: "both" });
      else this.same++;
      return;
    }
    // What is the same on both sides need not be built twice to be judged by the rules of each.
    const old = isHeld ? built : before.side.build(name);
    const side = isHeld ? after.side : before.side;
    const earlier = this.complete(old, { side, repositories: before.repositories });
    if (earlier === undefined || current === undefined) {
      this.failed.push({ name, sides: failedSides(earlier, current) });
      return;
    }
    const changes = this.explain(earlier, current, side);
    if (changes.length === 0) {
      this.same++;
      return;
    }
    const own = isHeld ? [] : changedSources(old.report, built.report, before.side, after.side);
    const byRules = changes.some((change) => isByRule(change.writtenAfter ?? change.writtenBefore));
    const sources = byRules ? [...own, ...changedRules] : own;
    const files = [after.side.input.label(file)];
    this.machines.push({ name, state: "changed", files, changes, sources });
  }

  /** Whether nothing that the profile is made from has changed on either side since it was built. */
  private isUntouched(name: string): boolean {
    const { before, after, memory } = this.input;
    const known = memory?.known.get(name);
    if (known === undefined || !this.hasNoRules) return false;
    if (!after.side.isAsKnown(known) || !before.side.isAsKnown(known)) return false;
    if (!sameSettings(before.side.input.options, after.side.input.options)) return false;
    memory?.note(known);
    return true;
  }

  private buildAfter(name: string): BuiltProfile {
    const { side } = this.input.after;
    const built = side.build(name);
    const { memory } = this.input;
    const hasRules = built.profile === undefined || built.profile.rules.length > 0;
    const known = memory === undefined || hasRules ? undefined : side.known(built.report);
    if (known !== undefined) memory?.note(known);
    return built;
  }

  private get hasNoRules(): boolean {
    const { before, after } = this.input;
    return before.repositories.length === 0 && after.repositories.length === 0;
  }

  private complete(
    { report, profile }: BuiltProfile,
    { side, repositories }: JudgedSide,
  ): CompletedProfile | undefined {
    if (!report.isSound || profile === undefined) {
      this.diagnostics.push(...errorsOf(side, report.diagnostics));
      return undefined;
    }
    const completed = completeProfile(profile, repositories);
    this.diagnostics.push(...errorsOf(side, completed.diagnostics));
    return completed.isSound ? completed : undefined;
  }

  private explain(
    before: CompletedProfile,
    after: CompletedProfile,
    oldSide: SourceSide,
  ): readonly ExplainedChange[] {
    const isMachine = this.input.describesMachine(after.given);
    const newSide = this.input.after.side;
    const running = runningWith(before.root);
    return compareTrees(before.root, after.root).map((change) => ({
      ...change,
      document: undefined,
      isSecret: isSecretChange(change),
      writtenBefore: change.before && writerOf(before, change.before.terms, oldSide),
      writtenAfter: change.after
        ? writerOf(after, change.after.terms, newSide)
        : remover(after, change, newSide),
      effects: isMachine ? this.effectsOf(change, running) : noEffects,
    }));
  }

  private effectsOf(change: Change, running: Running): ReadonlyMap<string, Effect> {
    return new Map(
      [...this.input.effects].map(([name, classify]) => [name, classify(change, running)]),
    );
  }
}

const noEffects: ReadonlyMap<string, Effect> = new Map();

function isByRule(writer: Writer | undefined): boolean {
  return writer?.kind === "rule";
}

function failedSides(
  before: CompletedProfile | undefined,
  after: CompletedProfile | undefined,
): FailedMachine["sides"] {
  if (before !== undefined) return "after";
  return after === undefined ? "both" : "before";
}
