/** One write of a history in lines for people: what it did, its statement, the way there, what it looked at. */

import { assertNever } from "../base/assert-never.ts";
import type {
  ChainStep,
  ExplainedWrite,
  Read,
  ShownValue,
  StructureHistory,
  TypeStep,
} from "../pan/history/explanation.ts";
import type { Span } from "../text/span.ts";
import type { Places } from "./places.ts";
import type { SourceLine } from "./source-lines.ts";

export interface Sources {
  readonly places: Places;
  readonly line: SourceLine;
}

/** Of a long list only the beginning helps; `--output json` has all. */
const mostReads = 6;
/** Of what a variable was made from in turn. */
const mostInner = 3;

/** `outer` is how much of the way is told already. */
export function writeLines(write: ExplainedWrite, sources: Sources, outer = 0): readonly string[] {
  const { place, at, prefix, chain, inside, reads, type } = write;
  const mark = write.isWinner ? "*" : " ";
  const where = spot(type?.place ?? place, sources);
  const isTold = write.kind !== "skip" && write.kind !== "move" && !write.isCarried;
  const told = isTold ? reads.slice(0, write.isWinner ? mostReads : mostInner) : [];
  return [
    `${mark} ${where === "" ? "" : `${where}  `}${deed(write)}`,
    ...indented([
      ...sourceLine(type?.place ?? place, sources),
      ...(at === undefined ? [] : expression(at, sources)),
      ...(prefix === undefined ? [] : prefixLine(prefix, sources)),
      ...way(chain.slice(outer), sources),
      ...told.flatMap((read) => readLines(read, sources)),
      ...(inside === undefined ? [] : insideLines(inside, sources, chain.length)),
    ]),
  ];
}

export function spot(span: Span | undefined, { places }: Sources): string {
  const place = places.of(span);
  return place === undefined ? "" : `${place.file}:${place.line}:${place.column}`;
}

export function indented(lines: readonly string[], by = "      "): readonly string[] {
  return lines.map((line) => (line === "" ? "" : `${by}${line}`));
}

/** What it did to the path that was asked for. */
function deed(write: ExplainedWrite): string {
  const { kind, path, before, after, reach } = write;
  const value = after?.text ?? "nothing";
  const name = reach === "below" ? `${path}: ` : "";
  switch (kind) {
    case "set":
      return write.isCarried ? `kept, as a part of the changed ${path}` : `${name}${change(write)}`;
    case "delete":
      return `${name}${deletion(write)}`;
    case "append":
      return `${value} appended${reach === "above" ? "" : `, as ${path}`}`;
    case "prepend":
      return `${value} put in front of the others${reach === "above" ? "" : `, as ${path}`}`;
    case "move":
      return move(write);
    case "gap":
      return `undef, as the list had to reach up to ${path}`;
    case "skip":
      return skipped(write);
    case "failed":
      return failure(before);
    case "default":
      return `${name}${value}, the default of ${owner(write.type)}`;
    case "argument":
      return `${name}${value}, as create() was told`;
    case "initial":
      return `${before === undefined ? value : change(write)}, from --initial-data`;
    default:
      return assertNever(kind);
  }
}

function change({ before, after, reach, path, isConditional }: ExplainedWrite): string {
  const part = reach === "above" ? `, as a part of ${path}` : "";
  const now = after?.text ?? "nothing";
  if (before === undefined || before.kind === "undef") {
    return `${now}${part}${isConditional ? " (?= found nothing there)" : ""}`;
  }
  return isSame(before, after) ? `${now} again${part}` : `${before.text} → ${now}${part}`;
}

function deletion({ before, reach, path, after }: ExplainedWrite): string {
  if (before === undefined) return "to be deleted, but there was nothing";
  // The element behind it has taken its index.
  if (after !== undefined) return `${before.text} taken out`;
  return reach === "above"
    ? `${before.text} went with the former ${path}`
    : `deleted; it was ${before.text}`;
}

function move({ path, before, after }: ExplainedWrite): string {
  return after === undefined
    ? `${before?.text ?? ""} moves up, as an element before it is taken out`
    : `is ${path} from here on, as elements before it came or went`;
}

function failure(found: ShownValue | undefined): string {
  return `ended with the error${found === undefined ? "" : `; it found ${found.text}`}`;
}

function skipped({ before, path, reach }: ExplainedWrite): string {
  const found = before === undefined || reach !== "at" ? `a value at ${path}` : before.text;
  return `not run: ?= found ${found}`;
}

function isSame(one: ShownValue | undefined, other: ShownValue | undefined): boolean {
  return one?.kind === other?.kind && one?.text === other?.text && one?.size === undefined;
}

function owner(type: TypeStep | undefined): string {
  if (type === undefined) return "its type";
  const name = type.name === undefined ? "an unnamed type" : `type ${type.name}`;
  return type.field === undefined ? name : `field ${type.field} of ${name}`;
}

function sourceLine(span: Span, { line }: Sources): readonly string[] {
  const text = line(span);
  return text === undefined || text === "" ? [] : [text];
}

function expression(at: Span, sources: Sources): readonly string[] {
  return [`by ${sources.line(at) ?? "an expression"} (${spot(at, sources)})`];
}

function prefixLine(prefix: Span, sources: Sources): readonly string[] {
  const text = sources.line(prefix)?.replace(/\s*;$/, "") ?? "a prefix";
  return [`below ${text} (${spot(prefix, sources)})`];
}

/** Outermost first, so that the last line is nearest to the statement. */
function way(chain: readonly ChainStep[], sources: Sources): readonly string[] {
  return chain.map(({ label, place }, i) => {
    return `${i === 0 ? "way: " : "     "}${spot(place, sources)} ${verb(label)}`;
  });
}

/** `template a` is included, `function f` is called, `structure template s` is created. */
function verb(label: string): string {
  const name = label.slice(label.lastIndexOf(" ") + 1);
  if (label.startsWith("function ")) return `calls ${name}()`;
  return label.startsWith("structure ") ? `creates ${name}` : `includes ${name}`;
}

function readLines(read: Read, sources: Sources): readonly string[] {
  if (read.kind === "path") {
    const from = read.place === undefined ? "" : `, from ${spot(read.place, sources)}`;
    return [`looks at ${read.path} = ${read.value.text}${from}`];
  }
  if (read.place === undefined) return [`${read.name} = ${read.value.text}`];
  return [
    `${read.name} = ${read.value.text}, set at ${spot(read.place, sources)}`,
    ...indented(
      read.reads.slice(0, mostInner).flatMap((one) => readLines(one, sources)),
      "  ",
    ),
  ];
}

function insideLines(
  { template, writes }: StructureHistory,
  sources: Sources,
  outer: number,
): readonly string[] {
  return [
    `made by structure template ${template}${writes.length === 0 ? "" : ":"}`,
    ...writes.flatMap((write) => writeLines(write, sources, outer)),
  ];
}
