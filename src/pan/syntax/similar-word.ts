/** The word that a misspelt one was probably meant to be. */

/** The nearest of the words, if it is near enough to be worth a question. */
export function similarWord(written: string, words: readonly string[]): string | undefined {
  let nearest: string | undefined;
  // One slip in a short word, two in a long one; of very short ones everything is a slip away.
  if (written.length < 3) return undefined;
  let limit = written.length < 6 ? 2 : 3;
  for (const word of words) {
    if (word === written || Math.abs(word.length - written.length) >= limit) continue;
    const distance = editDistance(written.toLowerCase(), word);
    if (distance < limit) {
      limit = distance;
      nearest = word;
    }
  }
  return nearest;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      let best = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[to.length] ?? 0;
}
