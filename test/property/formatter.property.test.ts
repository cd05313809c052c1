/** What holds for the layout of every program, however it is written. */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatEdits, formatRange } from "../../src/pan/formatter/format-range.ts";
import { type FormatOptions, formatTemplate } from "../../src/pan/formatter/format-template.ts";
import { meaningDiffers } from "../../src/pan/formatter/same-meaning.ts";
import { lex } from "../../src/pan/syntax/lexer.ts";
import { pieces } from "../../src/pan/syntax/pieces.ts";
import { applyEdits } from "../../src/text/edit.ts";
import { randomProgram } from "../differential/random-program.ts";
import { filesBelow, repositoryPath } from "../support/repository.ts";
import { runs } from "../support/runs.ts";

const settings = { seed: 23, numRuns: runs(40, 300) };

/** Programs of people: those that scattering can treat, as neither heredocs nor doubtful quotes are in them. */
const corpus = ["test/fixtures/parser", "test/fixtures/formatter", "templates", "examples"]
  .flatMap((folder) => filesBelow(folder).map((file) => `${folder}/${file}`))
  .filter((file) => file.endsWith(".pan"))
  .map((file) => readFileSync(repositoryPath(file), "utf8"))
  .filter((text) => !/<<|\\"/.test(text) && text.length < 3000)
  .filter((text) => formatTemplate(text, optionsOf(100)).text !== undefined);

function optionsOf(width: number): FormatOptions {
  return { file: "x.pan", dialect: "vmcs", width };
}

const gap = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(" ", "  ", "\n", "\t", "\n\n\n", "\r\n", "\n    ", " \n"),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(" # a comment\n", "\n# own line\n", "\n\n#\n\n", ' # "quoted\n'),
  },
);

/** A text with other blanks, line ends and comments between its tokens. */
const scattered = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(...corpus),
      fc.integer({ min: 1, max: 1_000_000 }).map((seed) => randomProgram("p", seed)),
    ),
    fc.array(gap, { minLength: 1, maxLength: 40 }),
    fc.boolean(),
  )
  .map(([text, gaps, isSingleLine]) => scatter(text, isSingleLine ? [" "] : gaps));

function scatter(text: string, gaps: readonly string[]): string {
  const all = pieces(lex(text, "")).filter(({ kind }) => kind !== "space");
  return all
    .map(({ kind, start, end }, i) => {
      const after = gaps[i % gaps.length] ?? " ";
      const written = text.slice(start, end);
      // An unquoted name of the old spelling has no blanks.
      const isTight = kind === "token" && !/^\s/.test(text.slice(end, end + 1));
      if (kind === "comment") return `${written}\n${after}`;
      return isTight && after === " "
        ? written + text.slice(end, end + 1).replace(/\S/, "")
        : written + after;
    })
    .join("");
}

/** Whether scattering has left a program: it splits unquoted names of the old spelling. */
function isProgram(text: string): boolean {
  return formatTemplate(text, optionsOf(100)).text !== undefined;
}

describe("the layout of random programs", () => {
  it("means the same, and a second run changes nothing", () => {
    let checked = 0;
    fc.assert(
      fc.property(scattered, fc.integer({ min: 40, max: 140 }), (text, width) => {
        const options = optionsOf(width);
        const { text: formatted } = formatTemplate(text, options);
        if (formatted === undefined) return;
        checked++;
        expect(meaningDiffers(text, formatted, "vmcs")).toBeUndefined();
        expect(formatTemplate(formatted, options).text).toBe(formatted);
        expect(formatted).not.toMatch(/[ \t]\n|\n\n\n|\n\n$|^\n/);
        expect(applyEdits(text, formatEdits(text, options).edits)).toBe(formatted);
      }),
      settings,
    );
    expect(checked).toBeGreaterThan(settings.numRuns / 2);
  });

  it("is that of the range alone, where a range is asked for", () => {
    fc.assert(
      fc.property(scattered.filter(isProgram), fc.nat(), fc.nat(200), (text, from, length) => {
        const start = from % text.length;
        const end = Math.min(text.length, start + length);
        const { edits } = formatRange(text, start, end, optionsOf(100));
        expect(meaningDiffers(text, applyEdits(text, edits), "vmcs")).toBeUndefined();
        const lineStart = start === 0 ? 0 : text.lastIndexOf("\n", start - 1) + 1;
        for (const edit of edits) {
          expect(edit.end).toBeGreaterThanOrEqual(lineStart);
          expect(text.slice(end, Math.max(end, edit.start))).not.toContain("\n");
        }
      }),
      settings,
    );
  });
});
