/**
 * Sharing between profiles: what one machine has computed, the next one need not compute again.
 *
 * While the DML of a statement runs, everything that it looks at outside itself is noted in the order in which it
 * looks: variables, paths, functions, templates. In another profile the notes are checked in that order. As long as
 * they hold the DML would do there what it did here, so what it looks at next is the next note; when the last one
 * holds, its result is the same. Resources are compared by what they are unchanged copies of, so only copies of frozen
 * ones count (`tree/freeze.ts`). A result is frozen and given out as copies, fit inputs of other statements.
 *
 * DML that looks at anything else (files, other profiles, types), that changes what was there before, or whose result
 * cannot be frozen, is run for each profile. Errors are never shared: the DML is run again and finds its own.
 */

import { noSpan } from "../../text/span.ts";
import { Dict } from "../tree/dict.ts";
import { freeze, originalOf, thawed } from "../tree/freeze.ts";
import type { Path } from "../tree/path.ts";
import type { Provenance } from "../tree/provenance.ts";
import { isProtected } from "../tree/resource.ts";
import { freezeFinished, settle } from "../tree/settle.ts";
import type { Term } from "../tree/term.ts";
import { isProperty, isResource, type Resource, type Value } from "../tree/value.ts";
import type { Body, Code, Compiled, VariableAccess } from "./code.ts";
import type { CompiledTemplate } from "./compiled-template.ts";
import type { Counters } from "./counters.ts";
import { Declarations } from "./declarations.ts";
import type { Evaluation, FunctionDefinition } from "./evaluation.ts";
import { EvaluationError } from "./evaluation-error.ts";
import type { GlobalVariable } from "./global-variable.ts";

/** Whether something noted holds in a profile; `loaded` are the templates that the DML would have loaded by then. */
type Check = (ctx: Evaluation, loaded: Set<string>) => boolean;

interface Note {
  readonly check: Check;
  /** What it is about, and what it was, if others may be about the same. */
  readonly key: string | undefined;
  readonly value: unknown;
}

/** What DML has looked at. */
export class Inputs {
  readonly notes: Note[] = [];
  /** Whether it cannot be shared. */
  isHopeless = false;
  /** Where it wrote inside `SELF`. */
  readonly writes: (readonly Term[])[] = [];
  /** Whether it asked for `SELF`. */
  usesSelf = false;
  private readonly outerDepth: number;
  /** What was noted already, by kind and name: that need not be checked twice. */
  private readonly noted = new Map<string, unknown>();

  constructor(structureDepth: number) {
    this.outerDepth = structureDepth;
  }

  giveUp(): void {
    this.isHopeless = true;
  }

  global(name: string, value: Value | undefined, _variable?: GlobalVariable): void {
    if (value !== undefined && originalOf(value) === undefined) {
      this.giveUp();
      return;
    }
    const noted = originalOf(value);
    this.note((ctx) => isSame(ctx.globalVariable(name), noted), `variable ${name}`, noted);
  }

  presence(name: string, has: boolean): void {
    this.note((ctx) => ctx.hasGlobal(name) === has, `presence ${name}`, has);
  }

  /** What was computed from variables: where another machine's name differs, whether it matches may not. */
  derived(derivation: Derivation, values: readonly Value[], result: Value): void {
    const { names, apply } = derivation;
    this.note((ctx) => {
      const present = withoutNotes(ctx, () =>
        values.map((value, i) => {
          const name = names[i];
          return name === undefined ? value : ctx.globalVariable(name);
        }),
      );
      if (!present.every(isPlain) || !Object.is(apply(ctx, present), result)) return false;
      ctx.inputs?.derived(derivation, values, result);
      return true;
    });
  }

  function(name: string, definition: FunctionDefinition | undefined): void {
    const body = definition?.body;
    this.note((ctx) => ctx.functionNamed(name)?.body === body, `function ${name}`, body);
  }

  path(path: Path, lookUp: boolean, value: Value | undefined, structureDepth: number): void {
    // What a structure template reads of itself comes from the same DML.
    if (path.kind === "relative" && structureDepth > this.outerDepth) return;
    const noted = originalOf(value);
    if (path.kind === "external" || (value !== undefined && noted === undefined)) {
      return this.giveUp();
    }
    this.note((ctx) => isSame(ctx.peek(path, ctx.here, lookUp), noted));
  }

  template(name: string, template: CompiledTemplate, isFirst: boolean): void {
    this.note((ctx, loaded) => {
      const known = ctx.templates.get(name);
      if ((known === undefined && !loaded.has(name)) !== isFirst) return false;
      if (isFirst) loaded.add(name);
      if ((known ?? ctx.peekTemplate(name)) !== template) return false;
      ctx.inputs?.template(name, template, isFirst);
      return true;
    });
  }

  lookUp(name: string, template: CompiledTemplate | undefined): void {
    this.note((ctx) => ctx.lookUpTemplate(name, noSpan) === template);
  }

  /** A write inside `SELF`. */
  write(terms: readonly Term[], structureDepth: number): void {
    if (structureDepth === this.outerDepth) this.writes.push(terms);
  }

  self(structureDepth: number): void {
    if (structureDepth === this.outerDepth) this.usesSelf = true;
  }

  /** Takes over what DML inside has looked at. */
  add(inner: Inputs): void {
    if (inner.isHopeless) this.giveUp();
    else for (const { check, key, value } of inner.notes) this.note(check, key, value);
  }

  private note(check: Check, key?: string, value?: unknown): void {
    if (this.isHopeless) return;
    if (key !== undefined) {
      if (this.noted.has(key) && Object.is(this.noted.get(key), value)) return;
      this.noted.set(key, value);
    }
    this.notes.push({ check, key, value });
  }
}

/** A pure function of several values. */
interface Derivation {
  /** The global variables that values are read from; undefined where a value comes from elsewhere. */
  readonly names: readonly (string | undefined)[];
  readonly apply: (ctx: Evaluation, values: readonly Value[]) => Value;
}

/** Code that applies a pure function, and notes its result in the place of the variables that it is applied to. */
export function derivedCode(
  args: readonly Compiled[],
  plain: Code,
  apply: Derivation["apply"],
): Code {
  const names = args.map(({ variable }) => globalName(variable));
  if (names.every((name) => name === undefined)) return plain;
  const derivation: Derivation = { names, apply };
  return (ctx) => {
    const { inputs } = ctx;
    if (inputs === undefined) return plain(ctx);
    const values = args.map(({ run }, i) => {
      if (names[i] === undefined) return run(ctx);
      const value = withoutNotes(ctx, () => run(ctx));
      return isPlain(value) ? value : run(ctx);
    });
    const result = apply(ctx, values);
    inputs.derived(derivation, values, result);
    return result;
  };
}

function globalName(variable: VariableAccess | undefined): string | undefined {
  const isGlobal =
    variable !== undefined &&
    variable.slot < 0 &&
    variable.indexes.length === 0 &&
    variable.name !== "SELF";
  return isGlobal ? variable.name : undefined;
}

function isPlain(value: Value | undefined): value is Value {
  return value !== undefined && isProperty(value);
}

function withoutNotes<Result>(ctx: Evaluation, run: () => Result): Result {
  const { inputs } = ctx;
  ctx.inputs = undefined;
  try {
    return run();
  } finally {
    ctx.inputs = inputs;
  }
}

/** Whether a value is there and as noted; of one that may still change nobody knows. */
function isSame(found: Value | undefined, noted: Value | undefined): boolean {
  if (found === undefined || noted === undefined) return found === noted;
  return Object.is(originalOf(found), noted);
}

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

/** What is counted as if it had been done. */
export type Work = Pick<Counters, "statements" | "includes" | "calls" | "iterations">;

export interface Outcome {
  readonly value: Value;
  /** If a structure template made the value: which statement wrote what in it. */
  readonly structure: Provenance | undefined;
}

/** What is known of one statement's DML in one compilation. */
export interface Knowledge {
  readonly runs: KnownRun[];
  /** How often it has run without notes: where there are few profiles, they cost more than they save. */
  plainRuns: number;
  /** Runs in a row that no earlier one could stand for. */
  misses: number;
}

/**
 * `on` shares what DML has computed. `trees` shares finished configurations, defaults and checks as well: byte for byte
 * the same wherever it was compared, but not yet guarded as well by tests, so that nobody gets it unasked. `eager` does
 * that, and takes note of all DML from the first profile on: for tests, which compare.
 */
export type SharingMode = "on" | "trees" | "off" | "eager";

/** What the profiles of one compilation share: they have the same options, and a template is the same in all. */
export class Sharing {
  /** Where the declarations of each profile begin; undefined if only what DML has computed is shared. */
  readonly declarations: Declarations | undefined;
  /** Configurations when their templates have run. */
  readonly evaluated = new FinishedTrees();
  /** Configurations with their defaults. */
  readonly completed = new FinishedTrees();
  /** How often something is done before it is worth notes. */
  readonly patience: number;
  private readonly known = new WeakMap<SharedBody, Knowledge>();

  constructor(mode: SharingMode) {
    this.patience = mode === "eager" ? 0 : mostPlainRuns;
    this.declarations = mode === "on" ? undefined : new Declarations(this.patience);
  }

  of(body: SharedBody): Knowledge {
    let knowledge = this.known.get(body);
    if (knowledge === undefined) {
      knowledge = { runs: [], plainRuns: mostPlainRuns - this.patience, misses: 0 };
      this.known.set(body, knowledge);
    }
    return knowledge;
  }
}

/** Finished configurations, one for each kind of machine: those that include the same template first. */
class FinishedTrees {
  private readonly trees = new Map<string, Dict>();

  /** Makes the configuration a copy of an earlier one wherever they are equal. */
  settle({ root, templates }: Evaluation): void {
    const [, first = ""] = templates.keys();
    const other = this.trees.get(first);
    if (other !== undefined) {
      settle(root, other);
      return;
    }
    const content = freezeFinished(root);
    if (content === undefined) return;
    for (const oldest of this.trees.keys()) {
      if (this.trees.size < mostTrees) break;
      this.trees.delete(oldest);
    }
    this.trees.set(first, content);
  }
}

/** Kinds of machines whose profiles take turns. */
const mostTrees = 16;

/** What runs no more often than this is not worth notes. */
const mostPlainRuns = 2;
/** A statement that depends on the machine will do so for the next machines. */
const mostMisses = 4;
const mostRuns = 4;

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

/** Whether what was noted elsewhere is so here. If it is, templates that were loaded there are loaded here too. */
export function inputsHold(ctx: Evaluation, inputs: Inputs): boolean {
  const loaded = new Set<string>();
  // Notes are noted again where this DML is a part of other DML that is observed.
  const outer = ctx.inputs;
  const own = outer && new Inputs(ctx.structureDepth);
  ctx.inputs = own;
  try {
    if (!inputs.notes.every(({ check }) => check(ctx, loaded))) return false;
  } catch (error) {
    if (error instanceof EvaluationError) return false;
    throw error;
  } finally {
    ctx.inputs = outer;
  }
  if (own !== undefined) outer?.add(own);
  ctx.inputs = undefined;
  for (const name of loaded) ctx.loadTemplate(name, noSpan);
  ctx.inputs = outer;
  return true;
}

/** Runs something and notes what it looks at. */
export function observed<Result>(
  ctx: Evaluation,
  run: () => Result,
): { readonly result: Result; readonly inputs: Inputs } {
  const outer = ctx.inputs;
  const inputs = new Inputs(ctx.structureDepth);
  ctx.inputs = inputs;
  try {
    return { result: run(), inputs };
  } finally {
    ctx.inputs = outer;
    outer?.add(inputs);
  }
}

/** Counts work as if it had been done. */
export function addWork({ counters }: Evaluation, work: Work): void {
  counters.statements += work.statements;
  counters.includes += work.includes;
  counters.calls += work.calls;
  counters.iterations += work.iterations;
}

export function workOf({ statements, includes, calls, iterations }: Counters): Work {
  return { statements, includes, calls, iterations };
}

export function difference(now: Counters, before: Work): Work {
  return {
    statements: now.statements - before.statements,
    includes: now.includes - before.includes,
    calls: now.calls - before.calls,
    iterations: now.iterations - before.iterations,
  };
}
