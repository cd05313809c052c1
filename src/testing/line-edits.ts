/** What turns one text into another, line by line: edits that leave alone the lines that both have. */

import type { TextEdit } from "../text/edit.ts";

/** Beyond this many comparisons the middle is replaced as a whole: the texts have little in common, or are huge. */
const mostComparisons = 4_000_000;

export function lineEdits(before: string, after: string): readonly TextEdit[] {
  const old = linesOf(before);
  const wanted = linesOf(after);
  let head = 0;
  while (head < old.length && head < wanted.length && old[head] === wanted[head]) head++;
  let tail = 0;
  const room = Math.min(old.length, wanted.length) - head;
  while (tail < room && old.at(-1 - tail) === wanted.at(-1 - tail)) tail++;
  const middle = old.slice(head, old.length - tail);
  const target = wanted.slice(head, wanted.length - tail);
  const kept = commonLines(middle, target);
  const start = lengthOf(old.slice(0, head));
  return editsBetween(middle, target, kept, start);
}

/** Each line keeps its end. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}

type Pair = readonly [number, number];

/** The longest sequence of lines that both have, as indexes. */
function commonLines(a: readonly string[], b: readonly string[]): readonly Pair[] {
  if (a.length * b.length > mostComparisons) return [];
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

function editsBetween(
  old: readonly string[],
  wanted: readonly string[],
  kept: readonly Pair[],
  offset: number,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let [i, j, at] = [0, 0, offset];
  for (const [nextOld, nextWanted] of [...kept, [old.length, wanted.length] as const]) {
    const end = at + lengthOf(old.slice(i, nextOld));
    const text = wanted.slice(j, nextWanted).join("");
    if (end > at || text !== "") edits.push({ start: at, end, text });
    at = end + (old[nextOld]?.length ?? 0);
    [i, j] = [nextOld + 1, nextWanted + 1];
  }
  return edits;
}

const mostLines = 60;

/** The hunks of a unified diff; of a long one the beginning. */
export function shortDiff(hunks: string): readonly string[] {
  const lines = hunks.trimEnd().split("\n").slice(2);
  return lines.length > mostLines ? [...lines.slice(0, mostLines), "…"] : lines;
}
