/** `Math.round` of Java on a double: half up, held within the range of a long, zero for NaN. */
export function roundToLong(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  const limit = 2 ** 63;
  if (value >= limit) return 2n ** 63n - 1n;
  if (value <= -limit) return -(2n ** 63n);
  const floor = Math.floor(value);
  return BigInt(value - floor >= 0.5 ? floor + 1 : floor);
}
