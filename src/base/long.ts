/** Integers of 64 bits with a sign, which `bigint` is wide enough for and knows nothing of. */

export const largestLong = 2n ** 63n - 1n;

/** Two's complement wrap-around, as Java's `long` arithmetic does it. */
export function wrapLong(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}
