/** The history of one path of one profile. */

import type { Span } from "../../text/span.ts";
import { isEqual } from "../evaluator/differences.ts";
import type {
  Frame,
  ReadNote,
  StatementRun,
  StructureUse,
  WriteEvent,
  WriteLog,
} from "../evaluator/write-log.ts";
import { peekAt } from "../evaluator/write-log.ts";
import { formatPath, formatTerms, type Path } from "../tree/path.ts";
import type { Term } from "../tree/term.ts";
import type { Value } from "../tree/value.ts";
import { closestPath } from "./closest-path.ts";
import { checksOf, defaultOwner, type Schema } from "./explain-types.ts";
import type {
  ChainStep,
  ExplainedWrite,
  Explanation,
  Read,
  StructureHistory,
  WriteKind,
} from "./explanation.ts";
import type { ProfileHistory } from "./profile-history.ts";
import { shownIfAny, shownValue } from "./shown-value.ts";
import { type TracedWrite, traceWrites } from "./trace-writes.ts";

/** Why there is what there is at a path, or nothing. */
export function explainPath(history: ProfileHistory, terms: readonly Term[]): Explanation {
  const { profile, stopped, log, schema } = history;
  const known = { schema, logOf: logsOf(history) };
  const value = peekAt(profile.root, terms);
  const final = profile.provenance.finalAt(terms);
  const guess = value === undefined ? closestPath(profile.root, terms) : undefined;
  return {
    profile: profile.name,
    file: profile.file,
    path: formatTerms(terms),
    value: shownIfAny(value),
    writes: explainLog(log, terms, value, known),
    checks: checksOf(schema, terms),
    final: final && { path: formatTerms(final.terms), place: final.place },
    guess: guess && formatTerms(guess),
    stopped: stopped && { message: stopped.message, place: stopped.span },
  };
}

/** What is known besides the log that is asked. */
interface Known {
  readonly schema: Schema;
  /** The log of the configuration that a path is in, of one's own or another one's. */
  readonly logOf: (path: Path) => WriteLog | undefined;
}

function logsOf({ log, profile, references }: ProfileHistory): Known["logOf"] {
  return ({ kind, authority }) => {
    if (kind === "relative") return undefined;
    return kind === "absolute" || authority === profile.name ? log : references.get(authority);
  };
}

/** `value` is what is there at the end. */
function explainLog(
  log: WriteLog,
  terms: readonly Term[],
  value: Value | undefined,
  known: Known,
): readonly ExplainedWrite[] {
  const trace = traceWrites(log, terms);
  // What a structure template has made may have been changed before it was put where it is.
  const winner = isEqual(trace.value, value)
    ? winnerAmong(trace.writes, value !== undefined)
    : undefined;
  return trace.writes.map((traced) => explained(traced, traced === winner, known));
}

const idle: readonly WriteEvent[] = ["skip", "failed"];

/** The last write that put there what is there, or took away what is not. */
function winnerAmong(writes: readonly TracedWrite[], isThere: boolean): TracedWrite | undefined {
  const effective = writes.filter(
    ({ write, effect, isCarried }) =>
      !idle.includes(write.event) && effect !== "move" && !isCarried,
  );
  const takes = ({ reach, after }: TracedWrite): boolean =>
    reach !== "below" && after === undefined;
  if (!isThere) return effective.findLast((one) => takes(one) && one.before !== undefined);
  const remaining = effective.slice(effective.findLastIndex(takes) + 1);
  // What nobody wrote itself came with the first part of it.
  return remaining.findLast(({ reach }) => reach !== "below") ?? remaining[0];
}

function explained(traced: TracedWrite, isWinner: boolean, known: Known): ExplainedWrite {
  const { write, reach, effect, focus, before, after, isCarried } = traced;
  const { plan } = write.run;
  return {
    kind: kindOf(traced),
    reach,
    path: formatTerms(effect === "move" ? focus : write.terms),
    before: shownIfAny(before),
    after: shownIfAny(after),
    isWinner,
    isCarried,
    place: plan.span,
    at: write.at,
    isConditional: plan.conditional,
    isFinal: plan.final,
    prefix: plan.prefix,
    chain: chainOf(write.chain),
    inside: effect === "write" ? insideOf(traced, known) : undefined,
    type: write.type && defaultOwner(known.schema, write.type, write.terms),
    reads: write.event === "default" ? [] : readsOf(write.run, known, 0),
  };
}

/** To whoever asks for a part, a write of the whole that lacks it has taken it away. */
function kindOf({ write, reach, effect, before, after }: TracedWrite): WriteKind {
  if (effect !== "write") return effect;
  const isGone = reach !== "below" && before !== undefined && after === undefined;
  return isGone ? "delete" : write.event;
}

/** What the structure template did that made the value, or the part of it that was asked for. */
function insideOf(
  { write, reach, focus, after }: TracedWrite,
  known: Known,
): StructureHistory | undefined {
  const rest = reach === "below" ? [] : focus.slice(write.terms.length);
  const use = write.structures
    .filter(({ terms }) => terms.every((term, i) => term === rest[i]))
    .reduce<StructureUse | undefined>(
      (best, one) => (best === undefined || one.terms.length > best.terms.length ? one : best),
      undefined,
    );
  if (use === undefined) return undefined;
  const terms = [...use.from, ...rest.slice(use.terms.length)];
  const writes = terms.length === 0 ? [] : explainLog(use.log, terms, after, known);
  return { template: use.log.template ?? "", writes };
}

function chainOf(chain: readonly Frame[]): readonly ChainStep[] {
  return chain.map(({ label, span }) => ({ label, place: span }));
}

/** Variables of variables: deeper, nobody reads. */
const deepestReads = 3;

function readsOf(run: StatementRun, known: Known, depth: number): readonly Read[] {
  return [...run.reads.values()].map((note) => readOf(note, known, depth));
}

function readOf(note: ReadNote, known: Known, depth: number): Read {
  const value = shownValue(note.value);
  if (note.kind === "path") {
    return { kind: "path", path: formatPath(note.path), value, place: writtenAt(note, known) };
  }
  const { name, setBy } = note;
  return {
    kind: "variable",
    name,
    value,
    place: setBy?.plan.span,
    chain: chainOf(setBy?.chain ?? []),
    reads: setBy === undefined || depth >= deepestReads ? [] : readsOf(setBy, known, depth + 1),
  };
}

/** The statement that the value at a path came from when it was looked at; another profile was finished by then. */
function writtenAt(
  { path, time }: Extract<ReadNote, { kind: "path" }>,
  { logOf }: Known,
): Span | undefined {
  const log = logOf(path);
  if (log === undefined) return undefined;
  const isOwn = path.kind === "absolute";
  const { writes, value } = traceWrites(log, path.terms, isOwn ? time : undefined);
  const write = winnerAmong(writes, value !== undefined)?.write;
  return write && (write.at ?? write.type?.place ?? write.run.plan.span);
}
