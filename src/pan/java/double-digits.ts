/**
 * The decimal digits of a double, as Java 17 and older generate them.
 *
 * Digits are produced one by one until what is left is too small to matter (Steele and White). Java's rules for "too
 * small" are a little stricter than needed, so that some doubles get more digits than the shortest text that reads back:
 * 2.1E22 is 2.0999999999999998E22. From Java 19 on those print shorter.
 */

import { wrapLong } from "../../base/long.ts";

/** `0.d1 d2 d3 … × 10 ** exponent`. */
export interface DecimalDigits {
  readonly digits: string;
  readonly exponent: number;
}

/**
 * The digits of a finite positive double. `text` is true for what `Double.toString` prints, which always has a digit
 * after the first in scientific notation, and false for the digits that `Formatter` rounds.
 */
export function decimalDigits(value: number, options: { readonly text: boolean }): DecimalDigits {
  const double = takeApart(value);
  return smallInteger(double) ?? generate(double, options.text);
}

/** `fraction × 2 ** (exponent - 52)`, where bit 52 is the highest one of `fraction`. */
interface TakenApart {
  readonly fraction: bigint;
  readonly exponent: number;
  /** Bits that the double really has: fewer than 53 for a subnormal one. */
  readonly significantBits: number;
}

const view = new DataView(new ArrayBuffer(8));

function takeApart(value: number): TakenApart {
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const field = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xf_ffff_ffff_ffffn;
  if (field !== 0) {
    return { fraction: fraction | (1n << 52n), exponent: field - 1023, significantBits: 53 };
  }
  const length = fraction.toString(2).length;
  return {
    fraction: fraction << BigInt(53 - length),
    exponent: length - 1 - 1074,
    significantBits: length,
  };
}

/** Integers below 2 ** 63 have their own digits, less those that 53 bits cannot tell. */
function smallInteger({ fraction, exponent }: TakenApart): DecimalDigits | undefined {
  if (exponent < 0 || exponent > 62) return undefined;
  const shift = exponent - 52;
  if (shift < 0 && BigInt.asUintN(-shift, fraction) !== 0n) return undefined;
  const integer = shift >= 0 ? fraction << BigInt(shift) : fraction >> BigInt(-shift);
  const insignificant = exponent > 53 ? digitsOfPowerOfTwo(exponent - 54) : 0;
  return longDigits(integer, insignificant);
}

/** Decimal digits that are lost in a step of 2 ** power. */
function digitsOfPowerOfTwo(power: number): number {
  return power > 1 ? String(1n << BigInt(power)).length - 1 : 0;
}

function longDigits(integer: bigint, insignificant: number): DecimalDigits {
  let kept = integer;
  let exponent = 0;
  if (insignificant > 0) {
    const step = 10n ** BigInt(insignificant);
    const rest = integer % step;
    kept = integer / step;
    exponent = insignificant;
    if (rest >= step / 2n) kept += 1n;
  }
  const text = String(kept);
  const digits = text.replace(/0+$/, "");
  return { digits, exponent: exponent + text.length };
}

/** Whether the running remainder is so small that the digits may end, rounded down (low) or up (high). */
interface Ends {
  low: boolean;
  high: boolean;
}

function generate(double: TakenApart, isText: boolean): DecimalDigits {
  const state = new DigitState(double);
  let { decimalExponent } = state;
  let digits = "";
  let digit = state.takeDigit();
  const ends = state.ends();
  // The estimate of the exponent may be one too high; then the first digit is a zero.
  if (digit === 0 && !ends.high) decimalExponent--;
  else digits += digit;
  if (!isText || decimalExponent < -3 || decimalExponent >= 8) {
    ends.low = false;
    ends.high = false;
  }
  while (!ends.low && !ends.high) {
    digit = state.takeDigit();
    Object.assign(ends, state.ends());
    digits += digit;
  }
  const roundUp = ends.high && (!ends.low || state.isNearerAbove(digits));
  const rounded = roundUp ? incremented(digits) : { digits, carry: 0 };
  return { digits: rounded.digits, exponent: decimalExponent + 1 + rounded.carry };
}

/** Adds one to the last digit; a carry out of the first makes the number one digit longer. */
function incremented(digits: string): { readonly digits: string; readonly carry: number } {
  const kept = digits.replace(/9+$/, "");
  const zeros = "0".repeat(digits.length - kept.length);
  if (kept === "") return { digits: `1${zeros.slice(1)}`, carry: 1 };
  return { digits: kept.slice(0, -1) + String(Number(kept.at(-1)) + 1) + zeros, carry: 0 };
}

class DigitState {
  readonly decimalExponent: number;
  private remainder: bigint;
  private readonly scale: bigint;
  private margin: bigint;
  /** Java uses integers of 64 bits where it thinks that they suffice; overflow and ties show in digits. */
  private readonly isLong: boolean;

  constructor({ fraction, exponent, significantBits }: TakenApart) {
    const binary = fraction.toString(2);
    const bits = binary.replace(/0+$/, "").length;
    const tiny = Math.max(0, bits - exponent - 1);
    this.decimalExponent = estimateExponent(fraction, exponent);
    const b5 = Math.max(0, -this.decimalExponent);
    const s5 = Math.max(0, this.decimalExponent);
    let b2 = b5 + tiny + exponent;
    let s2 = s5 + tiny;
    let m2 = b2 - significantBits;
    b2 -= bits - 1;
    const common = Math.min(b2, s2);
    b2 -= common;
    s2 -= common;
    m2 -= common;
    // Below a power of two the next double is half as far away.
    if (bits === 1) m2--;
    if (m2 < 0) {
      b2 -= m2;
      s2 -= m2;
      m2 = 0;
    }
    const significant = fraction >> BigInt(53 - bits);
    this.remainder = (significant * 5n ** BigInt(b5)) << BigInt(b2);
    this.scale = (5n ** BigInt(s5)) << BigInt(s2);
    this.margin = (5n ** BigInt(b5)) << BigInt(m2);
    const needed = Math.max(bits + b2 + bitsOfPowerOfFive(b5), s2 + 1 + bitsOfPowerOfFive(s5 + 1));
    this.isLong = needed < 64;
  }

  takeDigit(): number {
    const digit = this.remainder / this.scale;
    this.remainder = (this.remainder % this.scale) * 10n;
    this.margin = this.wrap(this.margin * 10n);
    return Number(digit);
  }

  ends(): Ends {
    if (this.margin <= 0n) return { low: true, high: true };
    const sum = this.wrap(this.remainder + this.margin);
    const tenfold = this.scale * 10n;
    return {
      low: this.remainder < this.margin,
      high: this.isLong ? sum > tenfold : sum >= tenfold,
    };
  }

  /** When the digits may end either way: what is left is more than half, or half and the last digit odd. */
  isNearerAbove(digits: string): boolean {
    const difference = this.wrap(this.wrap(this.remainder * 2n) - this.scale * 10n);
    return difference > 0n || (difference === 0n && Number(digits.at(-1)) % 2 === 1);
  }

  private wrap(value: bigint): bigint {
    return this.isLong ? wrapLong(value) : value;
  }
}

/** Bits that 5 ** power needs; an estimate beyond the table, as Java has it. */
function bitsOfPowerOfFive(power: number): number {
  return power < 28 ? (power === 0 ? 0 : (5n ** BigInt(power)).toString(2).length) : power * 3;
}

/** The decimal exponent from the logarithm's tangent at 1.5; it is right or one too high. */
function estimateExponent(fraction: bigint, exponent: number): number {
  const mantissa = Number(fraction) / 2 ** 52;
  const estimate = (mantissa - 1.5) * 0.289529654 + 0.176091259 + exponent * 0.301029995663981;
  return Math.floor(estimate);
}
