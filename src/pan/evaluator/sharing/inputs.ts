/**
 * What DML has looked at outside itself, in the order of looking, and whether that is the same in another profile.
 *
 * Resources are compared by what they are unchanged copies of, so only copies of frozen ones count
 * (`tree/freeze.ts`). Whoever looks at anything else than what is noted here (files, other profiles, types) gives up.
 */

import { noSpan } from "../../../text/span.ts";
import { originalOf } from "../../tree/freeze.ts";
import type { Path } from "../../tree/path.ts";
import type { Term } from "../../tree/term.ts";
import { isProperty, type Value } from "../../tree/value.ts";
import type { CompiledTemplate } from "../compiled-template.ts";
import type { Evaluation, FunctionDefinition } from "../evaluation.ts";
import { EvaluationError } from "../evaluation-error.ts";

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

  global(name: string, value: Value | undefined): void {
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
export interface Derivation {
  /** The global variables that values are read from; undefined where a value comes from elsewhere. */
  readonly names: readonly (string | undefined)[];
  readonly apply: (ctx: Evaluation, values: readonly Value[]) => Value;
}

export function isPlain(value: Value | undefined): value is Value {
  return value !== undefined && isProperty(value);
}

export function withoutNotes<Result>(ctx: Evaluation, run: () => Result): Result {
  const { inputs } = ctx;
  ctx.inputs = undefined;
  try {
    return run();
  } finally {
    ctx.inputs = inputs;
  }
}

/** Whether a value is there and as noted; of one that may still change nobody knows. */
export function isSame(found: Value | undefined, noted: Value | undefined): boolean {
  if (found === undefined || noted === undefined) return found === noted;
  return Object.is(originalOf(found), noted);
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
