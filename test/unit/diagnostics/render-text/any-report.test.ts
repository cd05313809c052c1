/** Laws of all reports, whatever is in the sources. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problem, render } from "./report-text.ts";

describe("any report", () => {
  const runs = { seed: 7, numRuns: 300 };
  const pieces = fc.constantFrom(
    "a",
    "bc ",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "日",
    "🙂",
    "e\u0301",
    "\u001b",
    "\ud800",
  );
  const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(""));
  const places = fc.record({
    file: fc.constantFrom("a", "b", "gone", ""),
    start: fc.nat(60),
    end: fc.nat(60),
  });
  const parts = fc.record({
    span: places,
    related: fc.array(fc.record({ span: places, message: fc.constantFrom("", "label", "日本") })),
  });

  it("can be made, and obeys nothing in the source", () => {
    fc.assert(
      fc.property(texts, texts, parts, fc.integer({ min: 0, max: 50 }), (a, b, given, width) => {
        const output = render({ a, b }, [problem(given)], width);
        expect(output).not.toMatch(/[^\P{Cc}\n]|\p{Cs}/u);
        expect(output.endsWith("\n\n1 error\n")).toBe(true);
      }),
      runs,
    );
  });

  it("has its carets under the place", () => {
    const words = fc.array(fc.constantFrom("a", "bcd", " ", "  "), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (list, from, to) => {
        const text = list.join("");
        const [start = 0, end = 0] = [from % text.length, to % text.length].sort((x, y) => x - y);
        const rows = render({ a: text }, [problem({ span: { file: "a", start, end } })]).split(
          "\n",
        );
        const row = (rows.find((line) => line.includes("^")) ?? "").slice("  | ".length);
        expect([row.indexOf("^"), row.lastIndexOf("^")]).toEqual([start, Math.max(start, end - 1)]);
      }),
      runs,
    );
  });
});
