/** Numbers: printed as Java 17 prints them, read as Java reads them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDouble } from "../../../../src/pan/java/double-text.ts";
import {
  decodeLong,
  parseDouble,
  parseLong,
  roundToLong,
} from "../../../../src/pan/java/number-text.ts";
import { readCases } from "./read-cases.ts";

const bytes = new DataView(new ArrayBuffer(8));

function doubleOf(bits: string): number {
  bytes.setBigUint64(0, BigInt(`0x${bits}`));
  return bytes.getFloat64(0);
}

describe("doubles", () => {
  it("print as Java prints them", () => {
    for (const { bits, text } of readCases<{ bits: string; text: string }>("double")) {
      expect([bits, formatDouble(doubleOf(bits))]).toEqual([bits, text]);
    }
    expect(
      [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map(formatDouble),
    ).toEqual(["NaN", "Infinity", "-Infinity"]);
  });

  it("are read back as they were", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (double) =>
        Object.is(parseDouble(formatDouble(double)), double),
      ),
      { seed: 1, numRuns: 2000 },
    );
  });

  it.each([
    ["1", 1],
    [" 1.5\n", 1.5],
    ["1.5f", 1.5],
    [".5D", 0.5],
    ["5.", 5],
    ["-0", -0],
    ["1e400", Number.POSITIVE_INFINITY],
    ["+NaN", Number.NaN],
    ["-Infinity", Number.NEGATIVE_INFINITY],
    ["0x1.8p1", 3],
    ["0x.8P0", 0.5],
    ["-0x1p-1074", -5e-324],
    ["0x1p-1075", 0],
    ["0x1p-99999999999", 0],
    ["-0x1p99999999999", Number.NEGATIVE_INFINITY],
    ["0x1.8p-1074", 1e-323],
    ["0x1.fffffffffffff8p1023", Number.POSITIVE_INFINITY],
    ["0x1.fffffffffffff7p1023", Number.MAX_VALUE],
    ["0x0p9999999999", 0],
  ])("%j is %d", (text, value) => {
    expect(parseDouble(text)).toBe(value);
  });

  it.each([
    "",
    " ",
    "abc",
    "1,5",
    "1 5",
    "0x1",
    "0xp1",
    "infinity",
    "nan",
    "1e",
    ".",
    "１",
    "1_0",
    "--1",
  ])("%j is none", (text) => {
    expect(parseDouble(text)).toBeUndefined();
  });
});

describe("longs", () => {
  it.each([
    ["12", 12n],
    ["-12", -12n],
    ["+0x1F", 31n],
    ["-#ff", -255n],
    ["010", 8n],
    ["0", 0n],
    ["00", 0n],
    ["-9223372036854775808", -(2n ** 63n)],
    ["-0x8000000000000000", -(2n ** 63n)],
    ["١٢", 12n],
  ])("%j is decoded", (text, value) => {
    expect(decodeLong(text)).toBe(value);
  });

  it.each([
    "",
    "-",
    "0x",
    "08",
    "1 ",
    "1L",
    "1.0",
    "--1",
    "0x-1",
    "9223372036854775808",
    "0x8000000000000000",
  ])("%j is not decoded", (text) => {
    expect(decodeLong(text)).toBeUndefined();
  });

  it("are read in any radix", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
        fc.integer({ min: 2, max: 36 }),
        (long, radix) => parseLong(long.toString(radix), radix) === long,
      ),
      { seed: 1 },
    );
    expect(parseLong("12", 2)).toBeUndefined();
    expect(parseLong("", 10)).toBeUndefined();
    expect(parseLong("ｚ", 36)).toBe(35n);
    expect(parseLong("Ａ１", 16)).toBe(0xa1n);
    expect(parseLong("漢", 10)).toBeUndefined();
    expect(parseLong("9".repeat(40), 10)).toBeUndefined();
  });

  it.each([
    [0.5, 1n],
    [-0.5, 0n],
    [-1.5, -1n],
    [0.49999999999999994, 0n],
    [4503599627370495.5, 4503599627370496n],
    [1e300, 2n ** 63n - 1n],
    [-1e300, -(2n ** 63n)],
    [Number.NaN, 0n],
  ])("%d is rounded", (double, long) => {
    expect(roundToLong(double)).toBe(long);
  });
});
