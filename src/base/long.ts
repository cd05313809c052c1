/** Integers of 64 bits with a sign, which `bigint` is wide enough for and knows nothing of. */

const minLong = -(2n ** 63n);
const maxLong = 2n ** 63n - 1n;

/** Whether an integer fits. */
export function fitsLong(value: bigint): boolean {
  return value >= minLong && value <= maxLong;
}

/** Two's complement wrap-around, as Java's `long` arithmetic does it. */
export function wrapLong(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}
