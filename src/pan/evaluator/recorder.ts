/**
 * The recorder: notes every write of a profile, for whoever asks where its values come from.
 *
 * It is there only when a history is wanted, and then nothing is shared between profiles. Statements tell it what they
 * put where; DML tells it of writes inside `SELF`. DML can also change a part of `SELF` through a local variable that
 * stands for it: where that may have happened, what was noted is compared with what is there when the statement ends.
 */

import type { Span } from "../../text/span.ts";
import type { Dict } from "../tree/dict.ts";
import type { List } from "../tree/list.ts";
import { formatPath, joinPath, type Path } from "../tree/path.ts";
import { isProtected } from "../tree/resource.ts";
import type { Term } from "../tree/term.ts";
import { NULL } from "../tree/transient.ts";
import { isResource, type Value } from "../tree/value.ts";
import { differences } from "./differences.ts";
import type { Evaluation, Type } from "./evaluation.ts";
import type { GlobalVariable } from "./global-variable.ts";
import { ReadObserver } from "./read-observer.ts";
import { Run, RunningLog } from "./running-log.ts";
import type { Inputs } from "./sharing/inputs.ts";
import { glimpseOf, snapshotOf } from "./snapshot.ts";
import {
  type Frame,
  fromBeginning,
  peekAt,
  type StatementPlan,
  type StatementRun,
  type Write,
  type WriteEvent,
} from "./write-log.ts";

export class Recorder {
  /** The writes into the configuration. */
  readonly log: RunningLog = new RunningLog(undefined);
  /** Notes what DML looks at. */
  readonly observer: Inputs;
  private readonly ctx: Evaluation;
  /** What the structure template that runs writes. */
  private structure: RunningLog | undefined;
  private run: Run;
  /** What was running where structure templates were begun, outermost first. */
  private readonly outside: Outside[] = [];
  private readonly made = new WeakMap<Dict, RunningLog>();
  private readonly setters = new WeakMap<GlobalVariable, StatementRun>();
  /** Lists inside `SELF` that are about to grow. */
  private readonly growing = new WeakMap<List, Path>();
  private chain: readonly Frame[] = [];

  constructor(ctx: Evaluation) {
    this.ctx = ctx;
    this.observer = new ReadObserver(this);
    this.run = new Run(noPlan, []);
    if (ctx.root.size > 0) this.note("initial", rootPath, { value: ctx.root });
  }

  // -------------------------------------------------------------------------------------- statements

  /** A statement begins. What it asks of its own path tells nobody anything. */
  begin(plan: StatementPlan, own?: Path): void {
    this.run = new Run(plan, this.presentChain(), own);
  }

  /** What follows belongs to no assignment. */
  idle(): void {
    this.run = new Run(noPlan, []);
  }

  /** The statement put a value at its path; undefined deletes. */
  set(path: Path, value: Value | undefined): void {
    this.put(path, value);
  }

  /** The statement changed `SELF` in its place. */
  changed(path: Path): void {
    if (this.run.isAliased) this.compare(path);
  }

  skip(path: Path): void {
    this.note("skip", path, {});
  }

  variableSet(variable: GlobalVariable): void {
    this.setters.set(variable, this.run);
  }

  // --------------------------------------------------------------------------------------------- SELF

  /** An expression wrote inside `SELF`; undefined and null delete. */
  setInside(terms: readonly Term[], value: Value | undefined, at: Span): void {
    const path = this.ctx.self?.path;
    if (path === undefined) return;
    this.run.changesSelf(value);
    this.put(joinPath(path, terms), value, at);
  }

  /** `append` or `prepend` is about to change a list inside `SELF`. */
  willGrow(list: List, terms: readonly Term[]): void {
    const path = this.ctx.self?.path;
    if (path !== undefined) this.growing.set(list, joinPath(path, terms));
  }

  grew(event: "append" | "prepend", given: List, grown: List, added: Value, at: Span): void {
    const path = this.growing.get(given);
    if (path === undefined || given !== grown) return;
    this.growing.delete(given);
    this.run.changesSelf(added);
    const index = event === "append" ? grown.size - 1 : 0;
    this.note(event, joinPath(path, [index]), { value: added, at });
  }

  /** DML was given a part of `SELF`. */
  exposes(value: Value | undefined): void {
    if (value !== undefined && isResource(value) && !isProtected(value)) this.run.exposes();
  }

  changesLocal(): void {
    this.run.changesLocal();
  }

  usesSelf(): void {
    this.run.usesSelf = true;
  }

  // -------------------------------------------------------------------------------------- structures

  /** A structure template begins; gives what `leaveStructure` needs. */
  enterStructure(template: string): number {
    const depth = this.outside.length;
    this.outside.push({ structure: this.structure, run: this.run });
    this.structure = new RunningLog(template);
    return depth;
  }

  leaveStructure(depth: number, made: Dict): void {
    if (this.structure !== undefined) this.made.set(made, this.structure);
    this.goBack(depth);
  }

  private goBack(depth: number): void {
    const outside = this.outside[depth];
    if (outside === undefined) return;
    this.outside.length = depth;
    this.structure = outside.structure;
    this.run = outside.run;
  }

  /** A key that `create` was given beside the template. */
  argument(made: Dict, key: Term, value: Value, at: Span): void {
    this.made.get(made)?.add(this.write("argument", [key], { value, at }));
  }

  /** `"" = dict;` in a structure template put the keys of a dict that another one may have made. */
  spread(value: Dict, key: string, path: Path): void {
    const log = this.made.get(value);
    const write = this.write("set", path.terms, { value: value.get(key) });
    const whole = log === undefined ? [] : [{ terms: [], log, from: [key] }];
    this.logOf(path)?.add({ ...write, structures: [...whole, ...write.structures] });
  }

  // ----------------------------------------------------------------------------------------- the rest

  default(terms: readonly Term[], value: Value, type: Type | undefined, place: Span): void {
    this.run = new Run({ ...noPlan, span: place }, []);
    this.log.add(this.write("default", terms, { value, type }));
  }

  /** An error has ended everything: the statement that ran did not come to its end. */
  fail(): void {
    this.goBack(0);
    const { own } = this.run;
    if (own !== undefined) this.note("failed", own, {});
  }

  /** Notes what is in the configuration and was never told. */
  finish(): void {
    this.idle();
    this.compare(rootPath);
  }

  readsVariable(name: string, value: Value): void {
    this.run.look(`variable ${name}`, () => {
      const variable = this.ctx.globals.get(name);
      const setBy = variable && this.setters.get(variable);
      return { kind: "variable", name, value: glimpseOf(value), setBy };
    });
  }

  readsPath(path: Path, value: Value): void {
    if (path === this.run.own) return;
    const time = this.log.writes.length;
    this.run.look(`path ${formatPath(path)}`, () => {
      return { kind: "path", path, value: glimpseOf(value), time };
    });
  }

  private compare(path: Path): void {
    const log = this.logOf(path);
    if (log === undefined) return;
    const root = path.kind === "relative" ? this.ctx.relativeRoot : this.ctx.root;
    const found = differences(peekAt(log.replayed(), path.terms), peekAt(root, path.terms));
    for (const { terms, value } of found) this.put(joinPath(path, terms), value);
  }

  private put(path: Path, value: Value | undefined, at?: Span): void {
    const deletes = value === undefined || value === NULL;
    const root = path.kind === "relative" ? this.ctx.relativeRoot : this.ctx.root;
    const terms = fromBeginning(root, path.terms, deletes);
    const details = { value: deletes ? undefined : value, at };
    this.note(deletes ? "delete" : "set", { ...path, terms }, details);
  }

  private note(event: WriteEvent, path: Path, details: Details): void {
    this.logOf(path)?.add(this.write(event, path.terms, details));
  }

  private write(event: WriteEvent, terms: readonly Term[], { value, at, type }: Details): Write {
    const { run } = this;
    const snapshot = value === undefined ? undefined : snapshotOf(value, this.made);
    return {
      event,
      terms,
      value: snapshot?.value,
      run,
      at,
      chain: at === undefined ? run.chain : this.presentChain(),
      structures: snapshot?.structures ?? [],
      type,
    };
  }

  private logOf(path: Path): RunningLog | undefined {
    return path.kind === "relative" ? this.structure : this.log;
  }

  /** Frames are never changed, so a stack with the same one on top is the same stack. */
  private presentChain(): readonly Frame[] {
    const { ctx, chain } = this;
    if (ctx.depth !== chain.length || ctx.topFrame !== chain.at(-1)) this.chain = ctx.copyFrames();
    return this.chain;
  }
}

interface Details {
  readonly value?: Value | undefined;
  readonly at?: Span | undefined;
  readonly type?: Type | undefined;
}

interface Outside {
  readonly structure: RunningLog | undefined;
  readonly run: Run;
}

const rootPath: Path = { kind: "absolute", authority: "", terms: [] };

const noPlan: StatementPlan = {
  span: { file: "", start: 0, end: 0 },
  conditional: false,
  final: false,
  prefix: undefined,
};
