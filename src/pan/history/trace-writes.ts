/**
 * What the writes of a log did to one path, told backwards and forwards.
 *
 * Backwards, as the index of an element of a list at the end was another one before elements came or went; then
 * forwards, as what a write changed is seen only by doing it again.
 */

import { isEqual } from "../evaluator/differences.ts";
import { peekAt, replay, type Write, type WriteLog } from "../evaluator/write-log.ts";
import { Dict } from "../tree/dict.ts";
import { List } from "../tree/list.ts";
import type { Term } from "../tree/term.ts";
import type { Value } from "../tree/value.ts";
import type { Reach } from "./explanation.ts";
import { writesAround } from "./log-index.ts";

export interface TracedWrite {
  readonly write: Write;
  readonly reach: Reach;
  /**
   * "move": it only changed the index of an element on the way; "gap": the element is `undef`, as one with a higher
   * index was written.
   */
  readonly effect: Effect;
  /** The path asked for, as it was after the write. */
  readonly focus: readonly Term[];
  /** What was at the path, or for a write below it at the path of the write, before and after it. */
  readonly before: Value | undefined;
  readonly after: Value | undefined;
  readonly isCarried: boolean;
}

type Effect = "write" | "move" | "gap";

export interface Trace {
  readonly writes: readonly TracedWrite[];
  /** What the writes come to at the path. */
  readonly value: Value | undefined;
}

/** `end` leaves out the writes from that one on. */
export function traceWrites(log: WriteLog, terms: readonly Term[], end?: number): Trace {
  const writes = writesAround(log, terms, end);
  const relations = relate(writes, sizesBefore(writes), terms);
  const traced: TracedWrite[] = [];
  let root = new Dict();
  for (const [i, write] of writes.entries()) {
    const relation = relations[i];
    const before = relation && valueBefore(root, write, relation);
    root = replay(root, write);
    if (relation === undefined) continue;
    const { focus, reach, effect } = relation;
    const after = still(peekAt(root, reach === "below" ? write.terms : focus));
    if (!concerns(write, relation, before, after)) continue;
    const isCarried =
      reach === "above" && write.run.usesSelf && before !== undefined && isEqual(before, after);
    traced.push({ write, reach, effect, focus, before, after, isCarried });
  }
  return { writes: traced, value: still(peekAt(root, terms)) };
}

function valueBefore(
  root: Dict,
  { event, terms }: Write,
  { earlier, reach, effect }: Relation,
): Value | undefined {
  // What had the index before is another element.
  if (event === "prepend" && effect === "write") return undefined;
  return still(peekAt(root, reach === "below" ? terms : earlier));
}

/** A part of something larger that has no such part says nothing of the path. */
function concerns(
  { event }: Write,
  { reach, effect }: Relation,
  before: Value | undefined,
  after: Value | undefined,
): boolean {
  if (effect === "gap") return before === undefined && after !== undefined;
  if (event === "skip" || event === "failed" || reach !== "above") return true;
  return before !== undefined || after !== undefined;
}

/** What stands there at the moment, for good. */
function still(value: Value | undefined): Value | undefined {
  return value instanceof Dict || value instanceof List ? value.duplicate() : value;
}

interface Relation {
  /** The path asked for before the write, and after it. */
  readonly earlier: readonly Term[];
  readonly focus: readonly Term[];
  readonly reach: Reach;
  readonly effect: Effect;
}

/** Backwards from the path as it is at the end; undefined for writes that did not concern it. */
function relate(
  writes: readonly Write[],
  sizes: readonly (number | undefined)[],
  terms: readonly Term[],
): readonly (Relation | undefined)[] {
  const found: (Relation | undefined)[] = writes.map(() => undefined);
  let focus = terms;
  for (let i = writes.length - 1; i >= 0; i--) {
    const write = writes[i] as Write;
    const index = shiftedIndex(write, sizes[i], focus);
    if (index === undefined) {
      found[i] = relationOf(write, focus);
      // Before it was put in front of the others, there was nothing of it.
      if (write.event === "prepend" && found[i] !== undefined && found[i]?.reach !== "below") break;
      continue;
    }
    const earlier = index === "gone" ? focus : focus.with(write.terms.length - 1, index);
    found[i] = { earlier, focus, reach: "above", effect: "move" };
    // What was there before is another element.
    if (index === "gone") break;
    focus = earlier;
  }
  return found;
}

function relationOf(write: Write, focus: readonly Term[]): Relation | undefined {
  const reach = reachOf(write.terms, focus);
  if (reach !== undefined) return { earlier: focus, focus, reach, effect: "write" };
  return leavesGap(write, focus)
    ? { earlier: focus, focus, reach: "above", effect: "gap" }
    : undefined;
}

/** Whether it writes an element of a list behind that of the path. */
function leavesGap({ event, terms }: Write, focus: readonly Term[]): boolean {
  if (event === "delete" || event === "skip" || event === "failed") return false;
  const i = focus.findIndex((term, at) => term !== terms[at]);
  const [index, written] = [focus[i], terms[i]];
  return typeof index === "number" && typeof written === "number" && index < written;
}

/**
 * The index that the element with the path had before others came or went; undefined if it had the same, "gone" if
 * from there on no element has the index of the path.
 */
function shiftedIndex(
  { event, terms }: Write,
  size: number | undefined,
  focus: readonly Term[],
): number | "gone" | undefined {
  const at = terms.length - 1;
  const index = focus[at];
  const changed = terms[at];
  if (typeof index !== "number" || typeof changed !== "number") return undefined;
  if (!terms.slice(0, at).every((term, i) => term === focus[i])) return undefined;
  if (event === "prepend") return index === 0 ? undefined : index - 1;
  if (event !== "delete" || size === undefined || changed >= size) return undefined;
  if (index > changed && index === size - 1) return "gone";
  return index >= changed && index < size - 1 ? index + 1 : undefined;
}

/** How long the lists were from which something was to be taken. */
function sizesBefore(writes: readonly Write[]): readonly (number | undefined)[] {
  const takes = ({ event, terms }: Write): boolean =>
    event === "delete" && typeof terms.at(-1) === "number";
  if (!writes.some(takes)) return [];
  let root = new Dict();
  return writes.map((write) => {
    const list = takes(write) ? peekAt(root, write.terms.slice(0, -1)) : undefined;
    const size = list instanceof List ? list.size : undefined;
    root = replay(root, write);
    return size;
  });
}

function reachOf(written: readonly Term[], focus: readonly Term[]): Reach | undefined {
  const shared = Math.min(written.length, focus.length);
  for (let i = 0; i < shared; i++) if (written[i] !== focus[i]) return undefined;
  if (written.length === focus.length) return "at";
  return written.length < focus.length ? "above" : "below";
}
