/**
 * Terms: the steps of a path. A string is the key of a dict, a number the index of a list.
 *
 * The two never mix: text that is all digits is an index, so a dict has no such keys.
 */

import { escapeKey } from "./escape.ts";
import type { Value } from "./value.ts";
import { typeName } from "./value.ts";

export type Term = string | number;

/** Why a text or value is no term; `text` is what was given. */
export interface TermProblem {
  readonly problem:
    | "empty"
    | "leading-zeros"
    | "too-long-index"
    | "index-too-large"
    | "index-too-small"
    | "invalid-key"
    | "unescapable"
    | "wrong-type";
  readonly text: string;
}

const indexPattern = /^-?\d+$/;
const leadingZerosPattern = /^-?0\d+$/;
const keyPattern = /^\w[\w+\-.]*$/;
const maxIndex = 2n ** 31n - 1n;
const minIndex = -(2n ** 31n);
const known = new Map<string, Term>();

/** The term that a text spells; `{…}` around it escapes the rest. */
export function termFromText(text: string): Term | TermProblem {
  const seen = known.get(text);
  if (seen !== undefined) return seen;
  const term = parseTerm(text);
  if (!isTermProblem(term)) remember(text, term);
  return term;
}

/** The term that a DML value gives: a string is read as text, a long is an index. */
export function termFromValue(value: Value): Term | TermProblem {
  if (typeof value === "string") return termFromText(value);
  if (typeof value === "bigint") return indexTerm(value);
  return { problem: "wrong-type", text: typeName(value) };
}

export function isTermProblem(term: Term | TermProblem): term is TermProblem {
  return typeof term === "object";
}

/** Order of terms: indexes before keys, indexes by value, keys by their code units. */
export function compareTerms(a: Term, b: Term): number {
  if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

function parseTerm(given: string): Term | TermProblem {
  let text = given;
  if (text.length >= 2 && text.startsWith("{") && text.endsWith("}")) {
    const escaped = escapeKey(text.slice(1, -1));
    if (escaped === undefined) return { problem: "unescapable", text };
    text = escaped;
  }
  if (text === "") return { problem: "empty", text };
  if (indexPattern.test(text)) {
    if (leadingZerosPattern.test(text)) return { problem: "leading-zeros", text };
    const index = BigInt(text);
    return BigInt.asIntN(64, index) === index
      ? indexTerm(index)
      : { problem: "too-long-index", text };
  }
  return keyPattern.test(text) ? text : { problem: "invalid-key", text };
}

function indexTerm(index: bigint): Term | TermProblem {
  if (index > maxIndex) return { problem: "index-too-large", text: String(index) };
  if (index < minIndex) return { problem: "index-too-small", text: String(index) };
  return Number(index);
}

/** The set of keys of a site is small; a bound keeps a hostile one from filling the memory. */
function remember(text: string, term: Term): void {
  if (known.size >= 100_000) known.clear();
  known.set(text, term);
}
