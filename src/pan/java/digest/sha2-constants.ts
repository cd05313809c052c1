/**
 * The constants of SHA-2 (FIPS 180-4): leading bits of the fractions of square and cube roots of primes.
 *
 * They are computed exactly with integers, which is shorter than the tables and cannot be mistyped.
 */

import { lazily } from "../../../base/lazily.ts";

const primes = lazily(() => firstPrimes(80));

/** 64 bits of the fraction of the square root of the prime with an index from 0. */
export function squareRootBits(index: number): bigint {
  return BigInt.asUintN(64, root((primes()[index] as bigint) << 128n, 2n));
}

/** 64 bits of the fraction of the cube root. */
export function cubeRootBits(index: number): bigint {
  return BigInt.asUintN(64, root((primes()[index] as bigint) << 192n, 3n));
}

function firstPrimes(count: number): readonly bigint[] {
  const found: bigint[] = [];
  for (let n = 2n; found.length < count; n++) {
    if (found.every((prime) => n % prime !== 0n)) found.push(n);
  }
  return found;
}

/** The whole part of a root, by bisection. */
function root(value: bigint, degree: bigint): bigint {
  let low = 0n;
  let high = 1n << 80n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** degree <= value) low = middle;
    else high = middle;
  }
  return low;
}
