/** What a recorder holds while a profile is evaluated: logs that grow, and the statement that runs. */

import { Dict } from "../tree/dict.ts";
import type { Path } from "../tree/path.ts";
import { isResource, type Value } from "../tree/value.ts";
import {
  type Frame,
  type ReadNote,
  replay,
  type StatementPlan,
  type StatementRun,
  type Write,
  type WriteLog,
} from "./write-log.ts";

/** A log that grows. */
export class RunningLog implements WriteLog {
  readonly template: string | undefined;
  readonly writes: Write[] = [];
  private root = new Dict();
  /** How many of the writes are in `root`. */
  private done = 0;

  constructor(template: string | undefined) {
    this.template = template;
  }

  add(write: Write): void {
    this.writes.push(write);
  }

  /** What the writes so far come to. */
  replayed(): Dict {
    for (; this.done < this.writes.length; this.done++)
      this.root = replay(this.root, this.writes[this.done] as Write);
    return this.root;
  }
}

/** A statement that runs. */
export class Run implements StatementRun {
  readonly plan: StatementPlan;
  readonly chain: readonly Frame[];
  readonly own: Path | undefined;
  usesSelf = false;
  /** Whether `SELF` may have been changed by what does not tell of it. */
  isAliased = false;
  private notes: Map<string, ReadNote> | undefined;
  /** Whether DML has a part of `SELF` in its hands. */
  private isExposed = false;
  /** Whether `SELF` has a part that DML may have kept, or put elsewhere in it as well. */
  private isLent = false;

  constructor(plan: StatementPlan, chain: readonly Frame[], own?: Path) {
    this.plan = plan;
    this.chain = chain;
    this.own = own;
  }

  get reads(): ReadonlyMap<string, ReadNote> {
    return this.notes ?? noNotes;
  }

  look(key: string, note: () => ReadNote): void {
    this.notes ??= new Map();
    if (!this.notes.has(key) && this.notes.size < mostReads) this.notes.set(key, note());
  }

  exposes(): void {
    this.isExposed = true;
  }

  changesLocal(): void {
    if (this.isExposed || this.isLent) this.isAliased = true;
  }

  changesSelf(value: Value | undefined): void {
    if (this.isLent) this.isAliased = true;
    if (value !== undefined && isResource(value)) this.isLent = true;
  }
}

const noNotes: ReadonlyMap<string, ReadNote> = new Map();
/** What more a statement looks at is no longer of use to a reader. */
const mostReads = 40;
