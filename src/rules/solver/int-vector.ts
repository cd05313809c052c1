/** A list of 32-bit integers that grows; it is what the inner loops of the solver run on. */

export class IntVector {
  data: Int32Array<ArrayBuffer>;
  length = 0;

  constructor(capacity: number) {
    this.data = new Int32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.data.length) this.data = grown(this.data, this.length + 1);
    this.data[this.length++] = value;
  }

  at(index: number): number {
    return this.data[index] as number;
  }
}

/** The same numbers in an array of at least twice the size. */
export function grown(array: Int32Array<ArrayBuffer>, wanted: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(wanted, 2 * array.length, 16));
  larger.set(array);
  return larger;
}
