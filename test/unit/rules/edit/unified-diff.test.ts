/** Diffs of edits: they apply, and say no more than they must. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unifiedDiff } from "../../../../src/rules/edit/unified-diff.ts";
import { applyEdits, type TextEdit } from "../../../../src/text/edit.ts";

const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** What `patch` does, without any tolerance. */
function patched(text: string, diff: string): string {
  const old = linesOf(text);
  const made: string[] = [];
  let at = 0;
  for (const hunk of diff.split(/^(?=@@ )/m).slice(1)) {
    const { before, after, start, startAfter } = readHunk(hunk);
    made.push(...old.slice(at, start));
    expect(made.length).toBe(startAfter);
    expect(old.slice(start, start + before.length)).toEqual(before);
    made.push(...after);
    at = start + before.length;
  }
  return [...made, ...old.slice(at)].join("");
}

interface Hunk {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Lines in front of it. */
  readonly start: number;
  readonly startAfter: number;
}

function readHunk(hunk: string): Hunk {
  const [head = "", ...rows] = linesOf(
    hunk.replaceAll(/\n\\ No newline at end of file\n/g, "\u240a"),
  );
  const [, from, count = "1", to, added = "1"] =
    /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n$/.exec(head) ?? [];
  // Two rows without line ends stand behind each other.
  const all = rows.flatMap((row) => row.split(/(?<=\u240a)/));
  const side = (mark: string): readonly string[] =>
    all
      .filter((row) => row.startsWith(" ") || row.startsWith(mark))
      .map((row) => row.slice(1).replace("\u240a", ""));
  const [before, after] = [side("-"), side("+")];
  expect([before.length, after.length]).toEqual([Number(count), Number(added)]);
  return {
    before,
    after,
    start: Number(from) - (before.length === 0 ? 0 : 1),
    startAfter: Number(to) - (after.length === 0 ? 0 : 1),
  };
}

const text = fc
  .array(fc.constantFrom("a", "b", "", "c d"), { maxLength: 30 })
  .chain((lines) => fc.constantFrom(lines.join("\n"), lines.map((line) => `${line}\n`).join("")));

function editsOf(whole: string): fc.Arbitrary<readonly TextEdit[]> {
  const place = fc.nat(whole.length);
  return fc
    .array(fc.tuple(place, place, fc.constantFrom("", "x", "x\n", "\nx\ny\n")), { maxLength: 4 })
    .map((raw) => {
      const edits: TextEdit[] = [];
      let from = 0;
      const spans = raw.map(([a, b, added]) => [Math.min(a, b), Math.max(a, b), added] as const);
      for (const [start, end, added] of spans.toSorted(([a], [b]) => a - b)) {
        if (start < from || (start === from && edits.length > 0)) continue;
        edits.push({ start, end, text: added });
        from = end;
      }
      return edits;
    });
}

describe("unifiedDiff", () => {
  it("leads from the text to the edited one", () => {
    const cases = text.chain((whole) => fc.tuple(fc.constant(whole), editsOf(whole)));
    fc.assert(
      fc.property(cases, ([whole, edits]) => {
        const edited = applyEdits(whole, edits);
        const diff = unifiedDiff("f", whole, edits);
        expect(patched(whole, diff)).toBe(edited);
        if (whole === edited) expect(diff).toBe("");
      }),
      { seed: 11, numRuns: 1000 },
    );
  });

  it("shows a new file as one", () => {
    expect(unifiedDiff("f", undefined, [{ start: 0, end: 0, text: "a\nb\n" }])).toBe(
      "--- /dev/null\n+++ b/f\n@@ -0,0 +1,2 @@\n+a\n+b\n",
    );
  });

  it("parts changes that are far from each other, and joins those that are near", () => {
    const lines = Array.from({ length: 30 }, (_, i) => `line ${i}\n`);
    const whole = lines.join("");
    const edit = (line: number): TextEdit => {
      const start = lines.slice(0, line).join("").length;
      return { start, end: start + 4, text: "LINE" };
    };
    const hunks = (...at: readonly number[]): number =>
      unifiedDiff("f", whole, at.map(edit)).split("@@ -").length - 1;
    expect([hunks(3, 9), hunks(3, 11), hunks(0, 29)]).toEqual([1, 2, 2]);
  });
});
