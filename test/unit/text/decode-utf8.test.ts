import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeUtf8 } from "../../../src/text/decode-utf8.ts";
import { anyText } from "../../support/any-text.ts";

const runs = { seed: 7 };

const decode = (...bytes: number[]): string => decodeUtf8(Uint8Array.from(bytes));
const bad = "\ufffd";

describe("decodeUtf8", () => {
  it("reads what is written in UTF-8", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(decodeUtf8(new TextEncoder().encode(text))).toBe(text);
      }),
      runs,
    );
  });

  it("keeps a byte order mark", () => {
    expect(decode(0xef, 0xbb, 0xbf, 0x41)).toBe("\ufeffA");
  });

  it.each([
    ["a lone continuation", [0x41, 0x80, 0x42], `A${bad}B`],
    ["a cut sequence", [0xe2, 0x82, 0x41], `${bad}A`],
    ["a cut pair", [0xc3, 0x41], `${bad}A`],
    ["what begins nothing", [0xff, 0x41, 0x80, 0xf5, 0x80], `${bad}A${bad}${bad}${bad}`],
    ["overlong bytes of four", [0xf0, 0x80, 0x80, 0x80], bad + bad + bad + bad],
    ["a sequence cut by the end", [0x41, 0xf0, 0x9f, 0x92], `A${bad}`],
    ["overlong bytes", [0xc0, 0x80], bad + bad],
    ["too large a code point", [0xf4, 0x90, 0x80, 0x80], bad + bad + bad + bad],
    ["a surrogate, as one piece", [0xed, 0xa0, 0x80, 0x41], `${bad}A`],
    ["a surrogate that is cut", [0xed, 0xbf, 0x41], `${bad}A`],
    ["a surrogate that is cut by the end", [0xed, 0xa0], bad],
    ["no surrogate", [0xff, 0xed, 0x9f, 0xbf], `${bad}\ud7ff`],
  ])("mends %s", (_, bytes, text) => {
    expect(decode(...bytes)).toBe(text);
  });
});
