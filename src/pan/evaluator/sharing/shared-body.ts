/**
 * Sharing of what DML computes: what one machine has computed, the next one need not compute again.
 *
 * While the DML of a statement runs, everything that it looks at outside itself is noted in the order in which it
 * looks. In another profile the notes are checked in that order. As long as they hold the DML would do there what it
 * did here, so what it looks at next is the next note; when the last one holds, its result is the same. A result is
 * frozen and given out as copies, fit inputs of other statements.
 *
 * DML that looks at anything that is not noted, that changes what was there before, or whose result cannot be frozen,
 * is run for each profile. Errors are never shared: the DML is run again and finds its own.
 */

import { Dict } from "../../tree/dict.ts";
import { freeze, originalOf, thawed } from "../../tree/freeze.ts";
import type { Provenance } from "../../tree/provenance.ts";
import { isProtected } from "../../tree/resource.ts";
import { isResource, type Resource, type Value } from "../../tree/value.ts";
import type { Body } from "../code.ts";
import type { Evaluation } from "../evaluation.ts";
import { type Inputs, inputsHold, isSame, observed } from "./inputs.ts";
import { addWork, difference, type Work, workOf } from "./work.ts";

/** What is known of one statement's DML in one compilation. */
export interface Knowledge {
  readonly runs: KnownRun[];
  /** How often it has run without notes: where there are few profiles, they cost more than they save. */
  plainRuns: number;
  /** Runs in a row that no earlier one could stand for. */
  misses: number;
}

/** What runs no more often than this is not worth notes. */
export const mostPlainRuns = 2;
/** A statement that depends on the machine will do so for the next machines. */
const mostMisses = 4;
const mostRuns = 4;

/** One run that others may take the result of. */
interface KnownRun {
  readonly inputs: Inputs;
  readonly outcome: Outcome;
  /** What `SELF` was at first, if it asked. */
  readonly before: Value | undefined;
  /** What could be done to it in its place. */
  readonly beforeKind: "view" | "exact" | "plain";
  /** Whether the value is `SELF`: what it was at first, changed in its place, or what came in its stead. */
  readonly result: "changed" | "replaced" | "other";
  /** How deep in includes and calls it ran; the limit of depth must allow it elsewhere too. */
  readonly depth: number;
  readonly work: Work;
}

export interface Outcome {
  readonly value: Value;
  /** If a structure template made the value: which statement wrote what in it. */
  readonly structure: Provenance | undefined;
}

/** The DML of a statement. */
export class SharedBody {
  private readonly body: Body;

  constructor(body: Body) {
    this.body = body;
  }

  /** The value, and whether a structure template made it. `before` is what `SELF` is at first. */
  run(ctx: Evaluation, before: Value): Outcome {
    const { sharing } = ctx;
    if (sharing === undefined) return outcomeOf(ctx, ctx.runBody(this.body));
    const knowledge = sharing.of(this);
    if (knowledge.plainRuns < mostPlainRuns) {
      knowledge.plainRuns++;
      return outcomeOf(ctx, ctx.runBody(this.body));
    }
    const known = recall(ctx, knowledge, before);
    if (known !== undefined) return known;
    return knowledge.misses >= mostMisses
      ? outcomeOf(ctx, ctx.runBody(this.body))
      : this.observe(ctx, knowledge, before);
  }

  private observe(ctx: Evaluation, knowledge: Knowledge, before: Value): Outcome {
    const counted = workOf(ctx.counters);
    const original = originalOf(before);
    const beforeKind = kindOf(before);
    const { result: value, inputs } = observed(ctx, () => ctx.runBody(this.body));
    const outcome = outcomeOf(ctx, value);
    knowledge.misses++;
    const kind = resultKind(ctx, value, before);
    const isFit =
      !inputs.isHopeless &&
      (!inputs.usesSelf || original !== undefined) &&
      (kind === "changed" || originalOf(before) === original) &&
      // A value beside a changed SELF takes its place only if the kinds fit, and so on.
      (kind !== "other" || ctx.self?.value === before);
    const kept = isFit ? keep(value, kind) : undefined;
    if (kept === undefined) return outcome;
    const run: KnownRun = {
      inputs,
      outcome: { value: kept, structure: outcome.structure },
      before: inputs.usesSelf ? original : undefined,
      beforeKind,
      result: kind,
      depth: ctx.depth,
      work: difference(ctx.counters, counted),
    };
    if (knowledge.runs.length === mostRuns) knowledge.runs.shift();
    knowledge.runs.push(run);
    return give(ctx, run, before);
  }
}

/** What a run in another profile came to, if this profile gives it the same inputs. */
function recall(ctx: Evaluation, knowledge: Knowledge, before: Value): Outcome | undefined {
  const found = knowledge.runs.find((run) => holds(ctx, run, before));
  if (found === undefined) return undefined;
  knowledge.misses = 0;
  addWork(ctx, found.work);
  for (const terms of found.inputs.writes) ctx.recordBelowSelf(terms);
  return give(ctx, found, before);
}

function kindOf(value: Value): KnownRun["beforeKind"] {
  if (!isResource(value)) return "plain";
  if (value.isProtected) return "view";
  return value.isExact ? "exact" : "plain";
}

function resultKind(ctx: Evaluation, value: Value, before: Value): KnownRun["result"] {
  if (!isResource(value)) return "other";
  if (value === before) return isProtected(value) ? "other" : "changed";
  return value === ctx.self?.value ? "replaced" : "other";
}

/** The value, frozen, with whoever holds it left with a copy; undefined if it cannot be frozen. */
function keep(value: Value, kind: KnownRun["result"]): Value | undefined {
  if (kind !== "changed" || !isResource(value)) return freeze(value) ? value : undefined;
  if (value.original !== undefined) return value.original as Resource;
  const content = value.split();
  if (!freeze(content)) return undefined;
  value.become(content);
  return content;
}

/** Gives a profile what the run came to: a copy as good as its own, in the place where its own would be. */
function give(ctx: Evaluation, { outcome, result }: KnownRun, before: Value): Outcome {
  const { value, structure } = outcome;
  if (result === "changed" && isResource(before) && isResource(value)) {
    if (before.original !== value) before.become(value);
    return { value: before, structure };
  }
  const own = thawed(value);
  if (result === "replaced") ctx.self?.replace(own);
  return { value: own, structure };
}

function outcomeOf(ctx: Evaluation, value: Value): Outcome {
  return { value, structure: value instanceof Dict ? ctx.structures.get(value) : undefined };
}

function holds(ctx: Evaluation, run: KnownRun, before: Value): boolean {
  const { inputs, depth } = run;
  if (ctx.depth > depth) return false;
  if (inputs.usesSelf && !(isSame(before, run.before) && kindOf(before) === run.beforeKind)) {
    return false;
  }
  return inputsHold(ctx, inputs);
}
