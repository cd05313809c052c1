/** Sizes that only a mistake reaches, such as a loop that doubles a list: refused before the memory is full. */

const maxValues = 1_000_000;

/** A value would get too large; what it would be, as in "This makes …". */
export class TooLarge extends Error {}

/** Refuses a list that gets too long. */
export function checkElements(count: number): void {
  if (count > maxValues) throw new TooLarge(`a list of more than ${maxValues} elements`);
}

/**
 * How many values one walk through a tree may still meet. A few resources can stand for a huge tree, as one may be
 * part of others many times over; a copy, or a profile, has each of them for itself.
 */
export class SizeBudget {
  private readonly limit: number;
  private rest: number;

  constructor(limit = maxValues) {
    this.limit = limit;
    this.rest = limit;
  }

  /** How many are left. */
  get left(): number {
    return this.rest;
  }

  spend(count: number): void {
    this.rest -= count;
    if (this.rest < 0) throw new TooLarge(`a tree of more than ${this.limit} values`);
  }
}
