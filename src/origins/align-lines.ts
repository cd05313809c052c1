/** Which line of one text became which line of another. */

/** Of each line of the first text: its line in the second one, -1 where it has none. */
export type Alignment = Int32Array;

/** Lines that stay are found by their longest common sequence; of the others the most similar are one line. */
export function alignLines(before: readonly string[], after: readonly string[]): Alignment {
  const result = new Int32Array(before.length).fill(-1);
  let head = 0;
  const most = Math.min(before.length, after.length);
  while (head < most && before[head] === after[head]) result[head] = head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) {
    tail++;
    result[before.length - tail] = after.length - tail;
  }
  const old = before.slice(head, before.length - tail);
  const now = after.slice(head, after.length - tail);
  if (old.length === 0 || now.length === 0) {
    slide(before, head, before.length - tail, result);
    return result;
  }
  for (const [from, to] of commonLines(old, now)) result[head + from] = head + to;
  alignChanged(before, after, result);
  return result;
}

/**
 * Where lines are only taken away, there may be a choice of which: of `a b a b` either pair. What is indented least
 * begins a block, so that is the line to begin with.
 */
function slide(lines: readonly string[], from: number, to: number, result: Alignment): void {
  if (from === to) return;
  let best = 0;
  for (let up = 1; from - up >= 0 && lines[from - up] === lines[to - up]; up++) {
    if (indentOf(lines[from - up]) < indentOf(lines[from - best])) best = up;
  }
  for (let step = 1; step <= best; step++) {
    result[to - step] = result[from - step] ?? -1;
    result[from - step] = -1;
  }
}

export function indentOf(text = ""): number {
  return text.length - text.trimStart().length;
}

/** Beyond this number of comparisons only equal positions are looked at. */
const mostCells = 4_000_000;

/** Pairs of a longest common sequence. */
function commonLines(
  old: readonly string[],
  now: readonly string[],
): readonly (readonly [number, number])[] {
  if (old.length * now.length > mostCells) return [];
  return bestPairs(old.length, now.length, (i, j) => (old[i] === now[j] ? 1 : 0));
}

/** Pairs in the order of both sides whose scores are together the highest; pairs without a score are left out. */
function bestPairs(
  rows: number,
  columns: number,
  score: (row: number, column: number) => number,
): readonly (readonly [number, number])[] {
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const at = (row: number, column: number): number => best[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const own = score(row, column);
      const taken = own > 0 ? own + at(row + 1, column + 1) : 0;
      best[row * width + column] = Math.max(taken, at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    const own = score(row, column);
    if (own > 0 && at(row, column) === own + at(row + 1, column + 1)) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return pairs;
}

/** Looks for partners of the lines between those that stay. */
function alignChanged(
  before: readonly string[],
  after: readonly string[],
  result: Alignment,
): void {
  let from = 0;
  let to = 0;
  for (let line = 0; line <= before.length; line++) {
    const partner = line === before.length ? after.length : (result[line] ?? -1);
    if (partner < 0) continue;
    const old = before.slice(from, line);
    const now = after.slice(to, partner);
    for (const [i, j] of similarLines(old, now)) result[from + i] = to + j;
    from = line + 1;
    to = partner + 1;
  }
}

function similarLines(
  old: readonly string[],
  now: readonly string[],
): readonly (readonly [number, number])[] {
  if (old.length === 0 || now.length === 0) return [];
  if (old.length === 1 && now.length === 1) return [[0, 0]];
  const isSmall = old.length * now.length <= 10_000;
  return isSmall ? bestPairs(old.length, now.length, (i, j) => likeness(old[i], now[j])) : [];
}

/** From 0, for lines that have too little in common, to 1. Lines that begin with the same word are alike. */
function likeness(old = "", now = ""): number {
  const { head, tail } = commonEnds(old, now);
  const share = (head + tail) / Math.max(1, old.length, now.length);
  const word = firstWord.exec(old)?.[0] ?? "";
  if (word !== "" && head >= word.length) return Math.max(share, 0.5);
  return share < 0.4 ? 0 : share;
}

const firstWord = /^\s*[^\s=:>]+[\s=:>]/;

/** How many characters at the beginning, and of the rest at the end, two lines have in common. */
export function commonEnds(
  old: string,
  now: string,
): { readonly head: number; readonly tail: number } {
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  return { head, tail };
}
