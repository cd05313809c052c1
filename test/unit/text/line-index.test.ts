import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineIndex } from "../../../src/text/line-index.ts";

const runs = { seed: 7 };

const lineEnds = fc.constantFrom("\n", "\r\n", "\r", "a", "ü", "🙂", "\t", "\u2028");
const texts = fc.array(lineEnds, { maxLength: 30 }).map((pieces) => pieces.join(""));

describe("lineIndex", () => {
  it("has one empty line for the empty text", () => {
    const index = lineIndex("");
    expect(index.lineCount).toBe(1);
    expect(index.lineText(1)).toBe("");
    expect(index.position(0)).toEqual({ line: 1, column: 1, offset: 0 });
  });

  it("knows the three line ends", () => {
    const index = lineIndex("a\nb\r\nc\rd");
    expect([1, 2, 3, 4].map(index.lineText)).toEqual(["a", "b", "c", "d"]);
    expect(index.position(7)).toEqual({ line: 4, column: 1, offset: 7 });
  });

  it("takes a carriage return after a line feed for a line of its own", () => {
    const index = lineIndex("a\n\rb");
    expect([1, 2, 3].map(index.lineText)).toEqual(["a", "", "b"]);
  });

  it("has an empty last line after a line end", () => {
    expect(lineIndex("a\n").lineCount).toBe(2);
    expect(lineIndex("a\n").lineText(2)).toBe("");
  });

  it("does not end lines where Unicode does but Pan does not", () => {
    expect(lineIndex("a\u2028b\u0085c\fd\ve").lineCount).toBe(1);
  });

  it("clamps positions and offsets that are outside", () => {
    const index = lineIndex("ab\r\ncd");
    expect(index.position(-1).offset).toBe(0);
    expect(index.position(99)).toEqual({ line: 2, column: 3, offset: 6 });
    expect(index.offset(0, 2)).toBe(1);
    expect(index.offset(9, 1)).toBe(4);
    expect(index.offset(1, 99)).toBe(2);
    expect(index.offset(1, 0)).toBe(0);
    expect(index.lineText(0)).toBe("");
    expect(index.lineText(3)).toBe("");
  });

  it("brings every offset back", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const index = lineIndex(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const { line, column } = index.position(offset);
          expect(index.offset(line, column)).toBe(offset);
        }
      }),
      runs,
    );
  });

  it("has the lines that splitting the text has", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const index = lineIndex(text);
        const lines = Array.from({ length: index.lineCount }, (_, i) => index.lineText(i + 1));
        expect(lines).toEqual(text.split(/\r\n|\n|\r/));
      }),
      runs,
    );
  });

  it("keeps the order of offsets", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const index = lineIndex(text);
        for (let offset = 1; offset <= text.length; offset++) {
          const before = index.position(offset - 1);
          const after = index.position(offset);
          const sameLine = after.line === before.line && after.column === before.column + 1;
          const nextLine = after.line === before.line + 1 && after.column === 1;
          expect(sameLine || nextLine).toBe(true);
        }
      }),
      runs,
    );
  });
});
