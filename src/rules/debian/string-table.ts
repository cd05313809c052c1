/** Texts by number, as bytes that need no decoding until one of them is asked for. */

import { compareCodeUnits } from "../../base/compare.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class StringTableBuilder {
  private readonly numbers = new Map<string, number>();

  add(text: string): void {
    if (!this.numbers.has(text)) this.numbers.set(text, 0);
  }

  /** Texts get their numbers in the order of code units. */
  finish(): {
    readonly offsets: Uint32Array;
    readonly bytes: Uint8Array;
    numberOf(text: string): number;
  } {
    const texts = [...this.numbers.keys()].toSorted(compareCodeUnits);
    const encoded = texts.map((text) => encoder.encode(text));
    const offsets = new Uint32Array(texts.length + 1);
    for (const [i, one] of encoded.entries()) {
      this.numbers.set(texts[i] ?? "", i);
      offsets[i + 1] = (offsets[i] ?? 0) + one.length;
    }
    const bytes = new Uint8Array(offsets[texts.length] ?? 0);
    for (const [i, one] of encoded.entries()) bytes.set(one, offsets[i]);
    return { offsets, bytes, numberOf: (text) => this.numbers.get(text) ?? -1 };
  }
}

export class StringTable {
  readonly size: number;
  private readonly offsets: Uint32Array;
  private readonly bytes: Uint8Array;
  private readonly decoded: (string | undefined)[] = [];
  private readonly found = new Map<string, number>();

  constructor(offsets: Uint32Array, bytes: Uint8Array) {
    this.offsets = offsets;
    this.bytes = bytes;
    this.size = offsets.length - 1;
  }

  at(number: number): string {
    let text = this.decoded[number];
    if (text === undefined) {
      text = decoder.decode(this.bytes.subarray(this.offsets[number], this.offsets[number + 1]));
      this.decoded[number] = text;
      // Whoever has read a text soon asks for its number: names of packages are looked up by name.
      this.found.set(text, number);
    }
    return text;
  }

  /** The number of a text; -1 if it is not in the table. */
  find(text: string): number {
    const known = this.found.get(text);
    if (known !== undefined) return known;
    let low = 0;
    let high = this.size - 1;
    let result = -1;
    while (low <= high && result < 0) {
      const middle = (low + high) >> 1;
      const order = compareCodeUnits(this.at(middle), text);
      if (order === 0) result = middle;
      else if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    this.found.set(text, result);
    return result;
  }
}
