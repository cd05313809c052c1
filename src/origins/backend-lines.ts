/**
 * What is behind the lines of a backend's files.
 *
 * The backend is run on models that differ from the machine's in one value each, and the lines that change are the
 * ones that depend on it.
 */

import type { VmModel } from "../vm/model/model.ts";
import { enclosingLine, endOfBlock, headedBy, kindOfLine } from "./constructs.ts";
import {
  arranged,
  type Finding,
  Findings,
  isShown,
  keyOf,
  roleOf,
  type WriteFile,
} from "./findings.ts";
import { lineEffects } from "./line-effects.ts";
import type { FileOrigins, LineOrigin, LineOrigins } from "./line-origins.ts";
import { absenceTrials, trialsOf } from "./model-variations.ts";
import { splitLines } from "./split-lines.ts";
import type { DerivedFrom } from "./tree-origins.ts";

/** A setting that is not in the model, such as the release that a file is for, and the file with another one. */
export interface SettingVariation {
  readonly name: string;
  readonly value: string;
  readonly other: string;
  readonly text: string | undefined;
}

export interface BackendFileInput {
  readonly model: VmModel;
  readonly write: WriteFile;
  readonly settings: readonly SettingVariation[];
  readonly derivedFrom: DerivedFrom;
}

/** Undefined if the file is not made for the model. */
export function backendFileOrigins(input: BackendFileInput): FileOrigins | undefined {
  const { model, write, settings, derivedFrom } = input;
  const text = write(model);
  if (text === undefined) return undefined;
  const lines = splitLines(text);
  const found = new Findings(lines);
  found.try(trialsOf(model), write);
  for (const { name, value, other, text: varied } of settings) {
    if (varied === undefined) continue;
    const effects = lineEffects(lines, splitLines(varied), { before: value, after: other });
    found.add(effects, { source: { kind: "option", name, value }, isRemoval: false, roleOf });
  }
  let absences: Findings | undefined;
  const absencesAt = (line: number): readonly Finding[] => {
    if (absences === undefined) {
      absences = new Findings(lines);
      absences.try(absenceTrials(model), write);
    }
    return absences.at(line);
  };
  const originsAt = (line: number): readonly LineOrigin[] => {
    const own = found.at(line);
    // What has no value of its own may be what it is because something else is left open.
    const all = own.some(isShown) ? own : [...own, ...absencesAt(line)];
    return arranged(all).map(({ source, role, columns }) => {
      const from = source.kind === "path" ? derivedFrom(source.terms) : [];
      return { source, role, columns, from };
    });
  };
  return { lines, of: (line) => originsOf(lines, line - 1, originsAt) };
}

type OriginsAt = (line: number) => readonly LineOrigin[];

/** `line` from 0; what is given has lines from 1. */
function originsOf(lines: readonly string[], line: number, originsAt: OriginsAt): LineOrigins {
  const kind = kindOfLine(lines, line);
  if (kind.kind === "closing" && originsAt(line)[0]?.role !== "value") {
    const range = { first: kind.opener + 1, last: line + 1 };
    const { origins } = ofBlock(lines, kind.opener, originsAt);
    return { range, relation: "closes", origins: withoutColumns(origins) };
  }
  if (kind.kind === "blank") return aroundBlank(lines, line, originsAt);
  return kind.kind === "comment"
    ? ofComment(lines, line, originsAt)
    : ofBlock(lines, line, originsAt);
}

/** A line, and where nothing changes it all that it begins. */
function ofBlock(lines: readonly string[], line: number, originsAt: OriginsAt): LineOrigins {
  const range = { first: line + 1, last: endOfBlock(lines, line) + 1 };
  const origins = originsAt(line);
  if (origins.length > 0 || range.last === range.first) {
    return { range, relation: "itself", origins };
  }
  const inner = Array.from({ length: range.last - range.first }, (_, index) => line + 1 + index);
  return { range, relation: "holds", origins: union(inner.map(originsAt)) };
}

/** A comment, and where nothing changes it what it stands above. */
function ofComment(lines: readonly string[], line: number, originsAt: OriginsAt): LineOrigins {
  const origins = originsAt(line);
  // The first line of a file says what kind of file it is.
  if (origins.length === 0 && line > 0) {
    const below = headedBy(lines, line);
    const range = { first: line + 1, last: (below.at(-1) ?? line) + 1 };
    return { range, relation: "heads", origins: union(below.map(originsAt)) };
  }
  return { range: { first: line + 1, last: line + 1 }, relation: "itself", origins };
}

/** A blank line is a part of the text around it, or else of what encloses it. */
function aroundBlank(lines: readonly string[], line: number, originsAt: OriginsAt): LineOrigins {
  const value = valueAround(lines, line, originsAt);
  if (value !== undefined) return value;
  const encloses = enclosingLine(lines, line);
  if (encloses === undefined) {
    return { range: { first: line + 1, last: line + 1 }, relation: "blank", origins: [] };
  }
  const block = { first: encloses + 1, last: endOfBlock(lines, encloses) + 1 };
  return { range: block, relation: "blank", origins: withoutColumns(originsAt(encloses)) };
}

/** The lines of a text of which a blank line is one. */
function valueAround(
  lines: readonly string[],
  line: number,
  originsAt: OriginsAt,
): LineOrigins | undefined {
  const textFrom = (start: number, step: 1 | -1): number => {
    let at = start;
    while (lines[at]?.trim() === "") at += step;
    return at;
  };
  const valueAt = (index: number): LineOrigin | undefined => {
    const [origin] = lines[index] === undefined ? [] : originsAt(index);
    return origin?.role === "value" ? origin : undefined;
  };
  let first = textFrom(line, -1);
  const value = valueAt(first);
  if (value === undefined) return undefined;
  const isOfIt = (index: number): boolean => {
    const other = valueAt(index);
    return other !== undefined && keyOf(other.source) === keyOf(value.source);
  };
  if (!isOfIt(textFrom(line, 1))) return undefined;
  for (let at = first; isOfIt(at); at = textFrom(at - 1, -1)) first = at;
  let last = line;
  for (let at = textFrom(line, 1); isOfIt(at); at = textFrom(at + 1, 1)) last = at;
  const range = { first: first + 1, last: last + 1 };
  return { range, relation: "within", origins: [{ ...value, columns: undefined }] };
}

/** The first origins of each line, each once. */
function union(all: readonly (readonly LineOrigin[])[]): readonly LineOrigin[] {
  const first = all.flatMap((origins) => origins.slice(0, 1));
  const byKey = new Map(first.map((origin) => [keyOf(origin.source), origin]));
  return withoutColumns([...byKey.values()]);
}

/** Where other lines are explained than the one asked for. */
function withoutColumns(origins: readonly LineOrigin[]): readonly LineOrigin[] {
  return origins.map((origin) => ({ ...origin, columns: undefined }));
}
