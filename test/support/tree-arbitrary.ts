/** Random configuration trees, rich in what a format can get wrong. */
import fc from "fast-check";
import { Dict } from "../../src/pan/tree/dict.ts";
import { List } from "../../src/pan/tree/list.ts";
import type { Property, Value } from "../../src/pan/tree/value.ts";
import { anyCharacter } from "./any-text.ts";

/** A key of a dict: it must not read as an index. */
const keyArbitrary: fc.Arbitrary<string> = fc
  .stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_+.-]{0,7}$/)
  .filter((key) => !/^-?\d+$/.test(key));

const nastyPieces = [
  ..."<>&'\"=]\\/ \t\n\r\0\x01\x08\f\x0b\x0e\x1f\x7f\x80\x85\x9f\xa0é漢",
  "]]>",
  "\r\n",
  "\n\n",
  "&amp;",
  "\\u0041",
  "\u2028",
  "\u2029",
  "\ud7ff",
  "\ue000",
  "\ufdd0",
  "\ufeff",
  "\ufffd",
  "\ufffe",
  "\uffff",
  "😀",
  "\u{1fffe}",
  "\u{10ffff}",
  "x".repeat(60),
];

/** Strings that an encoding can express, so without half surrogate pairs. */
export const textArbitrary: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: anyCharacter, maxLength: 8 }),
  fc.array(fc.constantFrom(...nastyPieces), { maxLength: 12 }).map((pieces) => pieces.join("")),
);

/** Any string, half surrogate pairs included. */
export const stringArbitrary: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: textArbitrary },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.constantFrom("\ud83d", "\ude00", "a", "\n"), { maxLength: 6 })
      .map((pieces) => pieces.join("")),
  },
);

export const doubleArbitrary: fc.Arbitrary<number> = fc.oneof(
  fc.double(),
  fc.double({ min: -1e8, max: 1e8, noNaN: true }),
  fc.tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: -30, max: 30 })).map(scaled),
  fc.constantFrom(0, -0, 1e-3, 9.999e-4, 1e7, 9999999.5, 5e-324, 1.7976931348623157e308, 2 ** 63),
);

export interface TreeOptions {
  readonly strings: fc.Arbitrary<string>;
  readonly doubles: fc.Arbitrary<number>;
}

/** Dicts with a few levels of dicts, lists and properties. */
export function treeArbitrary({ strings, doubles }: TreeOptions): fc.Arbitrary<Dict> {
  const property: fc.Arbitrary<Property> = fc.oneof(
    { weight: 4, arbitrary: strings },
    { weight: 1, arbitrary: fc.boolean() },
    { weight: 2, arbitrary: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }) },
    { weight: 1, arbitrary: fc.bigInt({ min: -20n, max: 20n }) },
    { weight: 2, arbitrary: doubles },
  );
  const { value } = fc.letrec<{ value: Value; list: List; dict: Dict }>((tie) => ({
    value: fc.oneof({ depthSize: "small" }, property, tie("list"), tie("dict")),
    list: fc.array(tie("value"), { maxLength: 5 }).map((items) => new List(items)),
    dict: dictOf(tie("value"), 5),
  }));
  return dictOf(value, 8);
}

function dictOf(value: fc.Arbitrary<Value>, maxLength: number): fc.Arbitrary<Dict> {
  return fc
    .uniqueArray(fc.tuple(keyArbitrary, value), { maxLength, selector: ([key]) => key })
    .map((entries) => new Dict(new Map(entries)));
}

function scaled([mantissa, exponent]: readonly [number, number]): number {
  return Number(`${mantissa}e${exponent}`);
}
