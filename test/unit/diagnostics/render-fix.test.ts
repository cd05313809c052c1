/** Fixes as small diffs: wherever their edits are. What they look like is in render-text/fixes.test.ts. */

import fc from "fast-check";
import { expect, it } from "vitest";
import { diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { plainPalette } from "../../../src/diagnostics/palette.ts";
import { renderText } from "../../../src/diagnostics/render-text.ts";
import type { TextEdit } from "../../../src/text/edit.ts";

function shown(text: string, edits: readonly TextEdit[]): string {
  const span = { file: "a.pan", start: 0, end: 1 };
  const fixes = [{ title: "Mend it.", file: "a.pan", edits }];
  const found = diagnostic("variable-undefined", span, { name: "x" }, { fixes });
  return renderText([found], {
    sources: () => text,
    palette: plainPalette,
    width: 80,
    displayPath: (file) => file,
  });
}

function diffOf(text: string, edits: readonly TextEdit[]): readonly string[] {
  return shown(text, edits)
    .split("\n")
    .filter((line) => /^\d+ [-+]/.test(line));
}

it("an edit inside a line end of two characters is shown", () => {
  expect(diffOf("one\r\ntwo\r\n", [{ start: 4, end: 4, text: "new" }])).toEqual(["2 + new"]);
  expect(diffOf("one\r\ntwo\r\n", [{ start: 4, end: 5, text: "" }])).toEqual([]);
  expect(diffOf("one\r\ntwo", [{ start: 0, end: 4, text: "eins" }])).toEqual([
    "1 - one",
    "1 + eins",
  ]);
});

it("no place of an edit is one too many", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "\r", "\n", "\r\n"), { minLength: 1, maxLength: 12 })
    .map((parts) => parts.join(""));
  const edit = text.chain((whole) =>
    fc
      .tuple(fc.nat(whole.length), fc.nat(whole.length), fc.constantFrom("", "x", "x\r\n"))
      .map(([a, b, put]) => ({
        whole,
        edit: { start: Math.min(a, b), end: Math.max(a, b), text: put },
      })),
  );
  fc.assert(
    fc.property(edit, ({ whole, edit }) => {
      expect(shown(whole, [edit])).toContain("help: Mend it.");
    }),
    { seed: 7, numRuns: 500 },
  );
});
