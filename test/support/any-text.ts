/** Texts of any characters. fast-check's own (`unit: "binary"`) takes seconds to be made, for each file of tests. */
import fc from "fast-check";

/** A character, but no half of a surrogate pair; the ones that programs treat specially come often. */
export const anyCharacter: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 0x7f }) },
    { weight: 2, arbitrary: fc.integer({ min: 0x80, max: 0x7ff }) },
    { weight: 2, arbitrary: fc.integer({ min: 0x800, max: 0xd7ff }) },
    { weight: 1, arbitrary: fc.integer({ min: 0xe000, max: 0xffff }) },
    { weight: 2, arbitrary: fc.integer({ min: 0x10000, max: 0x10ffff }) },
  )
  .map((code) => String.fromCodePoint(code));

export const anyText: fc.Arbitrary<string> = fc.string({ unit: anyCharacter });
