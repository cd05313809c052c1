/** What two values differ in, path by path, as the statements of Pan that would write them. */

import { Dict } from "../pan/tree/dict.ts";
import { List } from "../pan/tree/list.ts";
import { formatTerms } from "../pan/tree/path.ts";
import type { Term } from "../pan/tree/term.ts";
import { isProperty, isResource, type Resource, typeName, type Value } from "../pan/tree/value.ts";
import { dmlText } from "./dml-text.ts";

export interface Difference {
  readonly terms: readonly Term[];
  /** Undefined where there is none. */
  readonly expected: Value | undefined;
  readonly given: Value | undefined;
}

export interface DiffOptions {
  /** Whether what is given may have more than what is expected: keys of dicts, items behind the last one. */
  readonly allowsMore: boolean;
}

/** In the order of the paths. */
export function treeDifferences(
  expected: Value,
  given: Value,
  options: DiffOptions,
): readonly Difference[] {
  const found: Difference[] = [];
  collect([], expected, given, options, found);
  return found;
}

function collect(
  terms: readonly Term[],
  expected: Value | undefined,
  given: Value | undefined,
  options: DiffOptions,
  found: Difference[],
): void {
  if (expected !== undefined && given !== undefined && areAlike(expected, given)) {
    for (const term of termsOf(expected, given)) {
      const wanted = childOf(expected, term);
      if (wanted === undefined && options.allowsMore) continue;
      collect([...terms, term], wanted, childOf(given, term), options, found);
    }
    return;
  }
  if (!isEqual(expected, given)) found.push({ terms, expected, given });
}

function areAlike(expected: Value, given: Value): expected is Resource {
  return isResource(expected) && typeName(expected) === typeName(given);
}

function termsOf(a: Resource, b: Value): readonly Term[] {
  if (a instanceof Dict && b instanceof Dict)
    return [...new Set([...a.keys(), ...b.keys()])].sort();
  const length = Math.max(a.size, b instanceof List ? b.size : 0);
  return Array.from({ length }, (_, i) => i);
}

function childOf(value: Value, term: Term): Value | undefined {
  if (value instanceof Dict && typeof term === "string") return value.peek(term);
  return value instanceof List && typeof term === "number" ? value.peek(term) : undefined;
}

function isEqual(a: Value | undefined, b: Value | undefined): boolean {
  return a !== undefined && b !== undefined && isProperty(a) && Object.is(a, b);
}

const mostLines = 40;

/** `-` is expected, `+` is given. */
export function diffLines(differences: readonly Difference[]): readonly string[] {
  const lines = differences.flatMap(({ terms, expected, given }) => [
    ...line("-", terms, expected),
    ...line("+", terms, given),
  ]);
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines), `… and ${lines.length - mostLines} lines more`];
}

function line(sign: string, terms: readonly Term[], value: Value | undefined): readonly string[] {
  return value === undefined ? [] : [`${sign} '${formatTerms(terms)}' = ${dmlText(value, 200)};`];
}
