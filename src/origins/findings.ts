/**
 * What trials with a model do to the lines of a file, and which of that matters most.
 */

import { assertNever } from "../base/assert-never.ts";
import type { Place, VmModel } from "../vm/model/model.ts";
import { type LineEffect, lineEffects } from "./line-effects.ts";
import { type LineOrigin, type OriginSource, pathSource, type Role } from "./line-origins.ts";
import type { Trial } from "./model-variations.ts";
import { splitLines } from "./split-lines.ts";

/** The text of the file for a model; undefined if it cannot be made for it, empty if there is none. */
export type WriteFile = (model: VmModel) => string | undefined;

/** What one trial does to one line. */
export interface Finding {
  readonly source: OriginSource;
  readonly role: Role;
  readonly columns: LineOrigin["columns"];
  /** Whether it was taken away, and not changed. */
  readonly isRemoval: boolean;
  /** Number of lines that the trial changes: the fewer, the more they are about what was tried. */
  readonly spread: number;
}

/** What is found about lines, which are counted from 0. */
export class Findings {
  private readonly lines: readonly string[];
  private readonly found = new Map<number, Finding[]>();
  /** Simple values that nothing else could be written instead of. */
  private readonly fixed: Trial[] = [];

  constructor(lines: readonly string[]) {
    this.lines = lines;
  }

  /** What shows in the line, and what the line is there for. */
  at(line: number): readonly Finding[] {
    const own = this.found.get(line) ?? [];
    return own.some(isShown) ? own : [...own, ...this.fixedIn(line)];
  }

  try(trials: Iterable<Trial>, write: WriteFile): void {
    for (const trial of trials) {
      const { place, kind } = trial;
      let left = enough[kind];
      const isWritten = { value: false };
      for (const { effects, isThorough } of effectsOf(trial, this.lines, write, isWritten)) {
        this.add(effects, {
          source: sourceOf(place),
          isRemoval: kind === "removed",
          roleOf: (effect) => (kind === "added" ? "absence" : roleOf(effect, kind === "renamed")),
        });
        if (isThorough || --left === 0) break;
      }
      if (!isWritten.value && trial.text !== undefined) this.fixed.push(trial);
    }
  }

  add(effects: readonly LineEffect[], { source, isRemoval, roleOf: roleAs }: Tried): void {
    const spread = effects.length;
    for (const effect of effects) {
      const { line, columns } = effect;
      const finding = { source, role: roleAs(effect), columns, isRemoval, spread };
      const known = this.found.get(line);
      if (known === undefined) this.found.set(line, [finding]);
      else known.push(finding);
    }
  }

  /** A value that could not be varied is behind a line that has it as a word. */
  private fixedIn(line: number): readonly Finding[] {
    const text = this.lines[line] ?? "";
    return this.fixed.flatMap(({ place, text: value = "" }) => {
      const start = value.length < 2 ? -1 : text.indexOf(value);
      const end = start + value.length;
      if (start < 0 || isWord(text[start - 1]) || isWord(text[end])) return [];
      const source = sourceOf(place);
      return [{ source, role: "value", columns: { start, end }, isRemoval: false, spread: 1 }];
    });
  }
}

/** Whether a part of the line comes from it. */
export function isShown({ role }: Finding): boolean {
  return role === "value" || role === "name" || role === "derived";
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_-]/u.test(character);
}

/** A trial that was made, or a setting that was another one. */
export interface Tried {
  readonly source: OriginSource;
  readonly isRemoval: boolean;
  readonly roleOf: (effect: LineEffect) => Role;
}

/** After how many variations of a place that show anything it is known well; of a text each shows a part. */
const enough: Readonly<Record<Trial["kind"], number>> = {
  other: 3,
  renamed: 1,
  removed: 1,
  added: 1,
};

/** What the variations of a trial do that do anything. */
function* effectsOf(
  { kind, variations }: Trial,
  lines: readonly string[],
  write: WriteFile,
  isWritten: { value: boolean },
): Generator<{ readonly effects: readonly LineEffect[]; readonly isThorough: boolean }> {
  for (const { model, respelling, isSound, isThorough = false } of variations()) {
    const text = isSound === false ? unlessItFails(write, model) : write(model);
    if (text === undefined) continue;
    isWritten.value = true;
    const effects = lineEffects(lines, splitLines(text), respelling);
    // A name that moves what has it changes the order of lines, which is none of the others' matter.
    const own = kind === "renamed" ? effects.filter((effect) => effect.kind !== "gone") : effects;
    if (own.length > 0) yield { effects: own, isThorough };
  }
}

/** What is written for a model that breaks rules; it may be too much for the writer. */
function unlessItFails(write: WriteFile, model: VmModel): string | undefined {
  try {
    return write(model);
  } catch {
    return undefined;
  }
}

export function roleOf({ kind }: LineEffect, isName = false): Role {
  if (kind === "gone") return "condition";
  if (kind === "changed") return "derived";
  return isName ? "name" : "value";
}

function sourceOf(place: Place): OriginSource {
  const [root] = place;
  if (root === "profile") return { kind: "profile" };
  if (root === "digest") return { kind: "sources" };
  return pathSource(place);
}

/** One for each source, the most important first, without those that only hold others. */
export function arranged(found: readonly Finding[]): readonly Finding[] {
  const best = new Map<string, Finding>();
  for (const finding of found) {
    const key = keyOf(finding.source);
    const known = best.get(key);
    if (known === undefined || compare(finding, known) < 0) best.set(key, finding);
  }
  const strong = [...best].filter(
    ([, finding]) => rankOf(finding) < 4 || (finding.role === "condition" && finding.isRemoval),
  );
  const holdsOther = ({ source, role }: Finding): boolean =>
    (role === "condition" || role === "derived") &&
    strong.some(([key]) => key.startsWith(`${keyOf(source)}/`));
  const all = [...best.values()];
  // How a release spells a value is no more than that where the value itself is known.
  const isSpelling = ({ source, role }: Finding): boolean =>
    source.kind === "option" && role === "derived" && all.some((one) => rankOf(one) < 2);
  return all.filter((finding) => !holdsOther(finding) && !isSpelling(finding)).toSorted(compare);
}

/** What is left open and would change the line says more of it than what only makes it be there. */
function rankOf({ role, columns }: Finding): number {
  switch (role) {
    case "value":
      return 0;
    case "name":
      return 1;
    case "derived":
      return 2;
    case "absence":
      return columns === undefined ? weakest : 3;
    case "condition":
      return 4;
    default:
      return assertNever(role);
  }
}

const weakest = 5;

export function keyOf(source: OriginSource): string {
  return source.kind === "path" ? `/${source.terms.join("/")}` : source.kind;
}

/** A value before what follows from one; of values the longest; of others those that change the fewest lines. */
function compare(left: Finding, right: Finding): number {
  const byRole = rankOf(left) - rankOf(right);
  if (byRole !== 0) return byRole;
  if (left.role === "value" || left.role === "name") {
    const byLength = lengthOf(right) - lengthOf(left);
    if (byLength !== 0) return byLength;
  }
  return Number(right.isRemoval) - Number(left.isRemoval) || left.spread - right.spread;
}

function lengthOf({ columns }: Finding): number {
  return columns === undefined ? 0 : columns.end - columns.start;
}
