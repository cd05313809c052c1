/** Sizes that only a mistake reaches, such as a loop that doubles a list: refused before the memory is full. */

const maxElements = 10_000_000;
const maxCopied = 1_000_000;

/** A value would get too large; what it would be, as in "This makes …". */
export class TooLarge extends Error {}

/** Refuses a list that gets too long. */
export function checkElements(count: number): void {
  if (count > maxElements) throw new TooLarge(`a list of more than ${maxElements} elements`);
}

/**
 * What one copy may still copy. A small value can stand for a huge tree, as its parts may be the same resource
 * many times over; a copy has every part for itself.
 */
export class CopyBudget {
  private left = maxCopied;

  spend(count: number): void {
    this.left -= count;
    if (this.left < 0) throw new TooLarge(`a copy of more than ${maxCopied} values`);
  }
}
