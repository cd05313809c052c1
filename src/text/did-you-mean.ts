/**
 * The name that was probably meant.
 *
 * A name that differs only in case wins; else the one with the fewest insertions, deletions, replacements and swaps
 * of neighbours, if they are few for its length. Of several the one that has the same case is nearest, then one that has
 * the same letters in another order; code units decide the rest, so that the order of the candidates does not matter.
 */

import { compareCodeUnits } from "../base/compare.ts";

export function closestName(wanted: string, candidates: Iterable<string>): string | undefined {
  const folded = wanted.toLowerCase();
  let best: string | undefined;
  let bestDistance = allowedDistance(folded);
  let bestExact = Number.POSITIVE_INFINITY;
  let bestSwapped = false;
  for (const candidate of candidates) {
    if (candidate === wanted) continue;
    // Changing case seldom changes the length, and then by very little.
    if (Math.abs(candidate.length - wanted.length) > bestDistance + 2) continue;
    const distance = boundedDistance(folded, candidate.toLowerCase(), bestDistance);
    if (distance > bestDistance) continue;
    const exact = boundedDistance(wanted, candidate, wanted.length + candidate.length);
    const swapped = lettersOf(candidate) === lettersOf(wanted);
    const order =
      best === undefined
        ? -1
        : distance - bestDistance ||
          exact - bestExact ||
          Number(bestSwapped) - Number(swapped) ||
          compareCodeUnits(candidate, best);
    if (order >= 0) continue;
    best = candidate;
    bestDistance = distance;
    bestExact = exact;
    bestSwapped = swapped;
  }
  return best;
}

/** The letters of a name, whatever their order and case. */
function lettersOf(name: string): string {
  return [...name.toLowerCase()].sort().join("");
}

/** The help of a diagnostic about an unknown name; undefined if no candidate is close. */
export function didYouMean(wanted: string, candidates: Iterable<string>): string | undefined {
  const name = closestName(wanted, candidates);
  return name === undefined ? undefined : `Did you mean '${name}'?`;
}

/** How many mistakes a name of this length may have: none in one letter, one up to five, at most four. */
function allowedDistance(name: string): number {
  if (name.length < 2) return 0;
  return Math.min(4, Math.max(1, Math.floor(name.length / 3)));
}

/**
 * Damerau-Levenshtein distance in which no piece is changed twice; `limit + 1` if it is more than `limit`.
 *
 * What both have at their starts and ends costs nothing, and of the rest only the diagonal band that can stay within
 * the limit is computed.
 */
export function boundedDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a.charCodeAt(head) === b.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < shorter - head &&
    a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)
  ) {
    tail++;
  }
  return bandDistance(a.slice(head, a.length - tail), b.slice(head, b.length - tail), limit);
}

function bandDistance(a: string, b: string, limit: number): number {
  const over = limit + 1;
  if (a === "" || b === "") return Math.min(over, a.length + b.length);
  if (lettersOnlyIn(a, b) > limit || lettersOnlyIn(b, a) > limit) return over;
  const width = b.length + 1;
  let beforePrevious = new Array<number>(width).fill(over);
  let previous = Array.from({ length: width }, (_, j) => Math.min(j, over));
  let row = new Array<number>(width).fill(over);
  let leastBefore = 0;
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    // The cells beside the band, which a row with another band may have left behind.
    row[from - 1] = from === 1 ? Math.min(i, over) : over;
    row[to + 1] = over;
    let least = over;
    for (let j = from; j <= to; j++) {
      row[j] = Math.min(over, cell(a, b, i, j, beforePrevious, previous, row));
      least = Math.min(least, row[j] ?? over);
    }
    // A swap comes back from two rows before, so both rows must be lost.
    if (least > limit && leastBefore > limit) return over;
    leastBefore = least;
    [beforePrevious, previous, row] = [previous, row, beforePrevious];
  }
  return previous[b.length] ?? over;
}

/** At least how many letters of `a` are not in `b`: each costs a change. */
function lettersOnlyIn(a: string, b: string): number {
  let bits = letterBits(a) & ~letterBits(b);
  let count = 0;
  for (; bits !== 0; bits &= bits - 1) count++;
  return count;
}

/** The letters of a text as a set of bits, several letters to a bit. */
function letterBits(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) bits |= 1 << (text.charCodeAt(i) & 31);
  return bits;
}

function cell(
  a: string,
  b: string,
  i: number,
  j: number,
  beforePrevious: readonly number[],
  previous: readonly number[],
  row: readonly number[],
): number {
  const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
  const replaced = (previous[j - 1] ?? 0) + (same ? 0 : 1);
  const changed = Math.min(replaced, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
  const swapped =
    i > 1 &&
    j > 1 &&
    a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
    a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
  return swapped ? Math.min(changed, (beforePrevious[j - 2] ?? 0) + 1) : changed;
}
