import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOf, displayWidth, oneLine, printable } from "../../../src/text/display-width.ts";
import { anyText } from "../../support/any-text.ts";

const runs = { seed: 7 };

/** Control characters but for the line feed, and those that change the direction of writing. */
const obeyed = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u;

describe("displayWidth", () => {
  it.each([
    ["", 0],
    ["plain", 5],
    ["é", 1],
    ["e\u0301", 1],
    ["日本", 4],
    ["ｆ", 2],
    ["한글", 4],
    ["🙂", 2],
    ["👩‍💻", 2],
    ["👍🏽", 2],
    ["🇩🇪", 2],
    ["❤️", 2],
    ["❤", 1],
    ["\ta\tb", 9],
  ])("of %j is %i", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe("cellsOf", () => {
  it("expands tabs to the next multiple of four", () => {
    expect(cellsOf("ab\tc\t").map(({ width }) => width)).toEqual([1, 1, 2, 1, 3]);
  });

  it.each([
    ["\u001b[31m", "␛[31m"],
    ["\u0000", "␀"],
    ["\u007f", "␡"],
    ["\ufeffx", "\ufffdx"],
    ["\u202eevil", "\ufffdevil"],
    ["\u200b", "\ufffd"],
    ["\u0085", "\ufffd"],
    ["\ud800x", "\ufffdx"],
    ["\u0301x", "\u25cc\u0301x"],
  ])("shows %j as %j", (text, shown) => {
    expect(
      cellsOf(text)
        .map((cell) => cell.text)
        .join(""),
    ).toBe(shown);
  });

  it("covers the text without gaps", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const cell of cellsOf(text)) {
          expect(cell.start).toBe(end);
          expect(cell.end).toBeGreaterThan(cell.start);
          end = cell.end;
        }
        expect(end).toBe(text.length);
      }),
      runs,
    );
  });

  it("shows nothing that a terminal would obey", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(printable(text)).not.toMatch(obeyed);
      }),
      runs,
    );
  });
});

describe("printable", () => {
  it("keeps lines, whatever their ends", () => {
    expect(printable("a\r\nb\rc\n\td")).toBe("a\nb\nc\n    d");
  });

  it("is one line where it has to be", () => {
    expect(oneLine("a\nb\u001bc")).toBe("a b␛c");
  });
});
