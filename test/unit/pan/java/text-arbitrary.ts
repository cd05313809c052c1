/** Texts with characters of every width in UTF-8, without halves of surrogate pairs. */
import fc from "fast-check";

const characters = fc.constantFrom(
  ..."aZ09 \0\n\t\u007f\u0080é߿ࠀ€\u2028\ufffd\uffff😀\u{10ffff}<&'\"\\",
);

export const wideTexts: fc.Arbitrary<string> = fc
  .array(characters, { maxLength: 120 })
  .map((chars) => chars.join(""));
