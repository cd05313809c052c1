/**
 * Baselines: findings that are known, so that only others are reported.
 *
 * A finding is known by its file, its rule and the text of its line without the white space around it, so it is found
 * again wherever its line has moved to; equal ones in a file are counted.
 */

import { compareCodeUnits } from "../../base/compare.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { lineIndex } from "../../text/line-index.ts";

/** Of a file: `RULE line` → how often. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, number>>;

const version = 1;

export interface BaselineSource {
  readonly text: (file: string) => string | undefined;
  /** The name of a file in the baseline: its path from the baseline's directory. */
  readonly name: (file: string) => string;
}

export function baselineOf(findings: readonly Diagnostic[], source: BaselineSource): Baseline {
  const keyOf = keys(source);
  const files = new Map<string, Map<string, number>>();
  for (const finding of findings) {
    if (finding.category !== "lint") continue;
    const name = source.name(finding.span.file);
    const counts = files.get(name) ?? new Map<string, number>();
    const key = keyOf(finding);
    files.set(name, counts.set(key, (counts.get(key) ?? 0) + 1));
  }
  return files;
}

/** JSON with sorted keys, a line for each finding: differences between two versions are easy to read. */
export function writeBaseline(baseline: Baseline): string {
  const sorted = <Value>(map: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] =>
    [...map].toSorted(([a], [b]) => compareCodeUnits(a, b));
  const files = sorted(baseline).map(([file, counts]) => [
    file,
    Object.fromEntries(sorted(counts)),
  ]);
  return `${JSON.stringify({ version, files: Object.fromEntries(files) }, undefined, 2)}\n`;
}

/** A baseline, or what is wrong with its text. */
export function readBaseline(text: string): Baseline | string {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return "it is not JSON";
  }
  if (!isObject(content) || !isObject(content["files"]))
    return "it is not a baseline of this linter";
  if (content["version"] !== version) return "it is of another version of this linter";
  const files = new Map<string, ReadonlyMap<string, number>>();
  for (const [file, counts] of Object.entries(content["files"])) {
    if (!isObject(counts)) return `what it says of ${file} is not an object`;
    const entries = Object.entries(counts);
    const isCount = (value: unknown): value is number => Number.isSafeInteger(value);
    if (!entries.every(([, value]) => isCount(value)))
      return `a count of ${file} is not a whole number`;
    files.set(file, new Map(entries as [string, number][]));
  }
  return files;
}

/** The diagnostics that the baseline does not know; of equal findings the last ones in the file. */
export function withoutKnown(
  diagnostics: readonly Diagnostic[],
  baseline: Baseline,
  source: BaselineSource,
): readonly Diagnostic[] {
  const keyOf = keys(source);
  const left = new Map([...baseline].map(([file, counts]) => [file, new Map(counts)]));
  return diagnostics.filter((finding) => {
    if (finding.category !== "lint") return true;
    const counts = left.get(source.name(finding.span.file));
    const key = keyOf(finding);
    const count = counts?.get(key) ?? 0;
    if (count <= 0) return true;
    counts?.set(key, count - 1);
    return false;
  });
}

function keys({ text }: BaselineSource): (finding: Diagnostic) => string {
  const indexes = new Map<string, ReturnType<typeof lineIndex>>();
  return ({ code, span }) => {
    const lines = indexes.get(span.file) ?? lineIndex(text(span.file) ?? "");
    indexes.set(span.file, lines);
    const line = lines.lineText(lines.position(span.start).line).trim().replace(/\s+/g, " ");
    return `${code} ${line}`;
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
