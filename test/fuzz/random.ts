/** Random choices that a seed and an index repeat exactly. */

export class Random {
  private state: number;

  constructor(seed: number, index: number) {
    // The two are mixed well, so that neighbouring inputs have nothing in common.
    this.state = mix(mix(seed | 0) ^ Math.imul(index, 0x9e3779b1));
    for (let i = 0; i < 4; i++) this.next();
  }

  /** A number from 0 to 2^32 - 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let z = this.state;
    z = Math.imul(z ^ (z >>> 15), z | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return (z ^ (z >>> 14)) >>> 0;
  }

  /** A whole number from 0 up to but not including `limit`. */
  below(limit: number): number {
    return Math.floor((this.next() / 2 ** 32) * limit);
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability * 2 ** 32;
  }

  /** One of the items, of which there must be one. */
  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }

  /** One of the items, each as often as its weight says. */
  pickWeighted<Item extends { readonly weight: number }>(items: readonly Item[]): Item {
    let rest = this.below(items.reduce((sum, { weight }) => sum + weight, 0));
    for (const item of items) {
      rest -= item.weight;
      if (rest < 0) return item;
    }
    return items.at(-1) as Item;
  }
}

function mix(seed: number): number {
  let z = seed ^ (seed >>> 16);
  z = Math.imul(z, 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return z ^ (z >>> 15);
}
