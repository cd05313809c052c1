/** What holds for the lexer and the parser, whatever the text. */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Dialect } from "../../src/pan/syntax/dialect.ts";
import { lex } from "../../src/pan/syntax/lexer.ts";
import { type ParseOptions, parseTemplate } from "../../src/pan/syntax/parse-template.ts";
import { pieces } from "../../src/pan/syntax/pieces.ts";
import { anyCharacter } from "../support/any-text.ts";
import { filesBelow, repositoryPath } from "../support/repository.ts";
import { misplacedNodes, nodesOf } from "../support/syntax-tree.ts";

const runs = { seed: 19, numRuns: 400 };

const corpus = filesBelow("test/fixtures/parser")
  .filter((file) => file.endsWith(".pan"))
  .map((file) => readFileSync(repositoryPath(`test/fixtures/parser/${file}`), "utf8"));

const words = [
  ..."?:;,()[]{}=+-*/%!><|^&~'\"\\#@$.\n",
  ...[
    "\r\n",
    "\r",
    "\t",
    " ",
    "..",
    "||",
    "&&",
    "==",
    "!=",
    ">=",
    "<=",
    "?=",
    "<<",
    "<<EOF",
    "\nEOF\n",
    "é",
    "😀",
  ],
  ...[
    "if ",
    "else ",
    "for",
    "foreach",
    "while",
    "with ",
    "type ",
    "bind ",
    "valid ",
    "final ",
    "prefix ",
  ],
  ...[
    "include ",
    "function ",
    "variable ",
    "extensible ",
    "choice",
    "undef",
    "null",
    "true",
    "false",
  ],
  ...[
    "object template x;\n",
    "structure template ",
    "conflict ",
    "suggest ",
    " when ",
    " message ",
    " priority ",
    " in ",
  ],
  ...[
    "x",
    "'/a'",
    "'b'",
    '"c"',
    "0",
    "08",
    "0x1F",
    "1.5",
    "1e5",
    "99999999999999999999",
    "@{a}",
    "@a{b = }",
    "f(",
    "x[",
    "'/a' = ",
  ],
];
const soup = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => parts.join(""));
const mutated = fc
  .tuple(
    fc.constantFrom(...corpus),
    fc.array(fc.tuple(fc.nat(), fc.nat(8), fc.constantFrom("", ...words)), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([text, changes]) =>
    changes.reduce((changed, [place, length, insert]) => {
      const at = place % (changed.length + 1);
      return changed.slice(0, at) + insert + changed.slice(at + length);
    }, text),
  );
const anyText = fc.oneof(fc.string({ unit: anyCharacter, maxLength: 80 }), soup, mutated);
const options = fc.record<ParseOptions>({
  file: fc.constant("any.pan"),
  dialect: fc.constantFrom<Dialect>("pan", "vmcs"),
  mode: fc.constantFrom("compile", "editor"),
});

describe("the lexer", () => {
  it("loses nothing: pieces joined are the text, and space is blank", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const all = pieces(lex(text, "any.pan"));
        expect(all.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
        for (const { kind, start, end } of all) {
          if (kind === "space") expect(text.slice(start, end)).toMatch(/^[ \t\f\r\n]+$/);
        }
      }),
      runs,
    );
  });

  it("makes tokens whose image is their text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { image, startOffset, end } of lex(text, "any.pan").tokens) {
          expect(image).toBe(text.slice(startOffset, end));
        }
      }),
      runs,
    );
  });
});

describe("the parser", () => {
  it("never throws, and places every node inside its parent and every message inside the text", () => {
    fc.assert(
      fc.property(anyText, options, (text, how) => {
        const { template, diagnostics } = parseTemplate(text, how);
        expect(misplacedNodes(template)).toEqual([]);
        const spans = diagnostics.flatMap(({ span, related }) => [
          span,
          ...related.map((place) => place.span),
        ]);
        expect(
          spans.filter(({ start, end }) => !(start >= 0 && start <= end && end <= text.length)),
        ).toEqual([]);
      }),
      runs,
    );
  });

  it("orders statements and messages as the text does", () => {
    fc.assert(
      fc.property(anyText, options, (text, how) => {
        const { template, diagnostics } = parseTemplate(text, how);
        const ends = template.statements.map(({ end }) => end);
        expect(template.statements.filter(({ start }, i) => start < (ends[i - 1] ?? 0))).toEqual(
          [],
        );
        const starts = diagnostics.map(({ span }) => span.start);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      }),
      runs,
    );
  });

  it("reports every gap, and leaves none without an error", () => {
    fc.assert(
      fc.property(anyText, options, (text, how) => {
        const { template, diagnostics } = parseTemplate(text, how);
        const gaps = nodesOf(template).filter(({ node }) => /^(Missing|Invalid)/.test(node.kind));
        const hasError = diagnostics.some(({ severity }) => severity === "error");
        if (gaps.length > 0 || template.name.text === "") expect(hasError).toBe(true);
      }),
      runs,
    );
  });

  it("says while editing all that it says while compiling", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [compiled = [], edited = []] = (["compile", "editor"] as const).map((mode) =>
          parseTemplate(text, { file: "any.pan", dialect: "pan", mode }).diagnostics.map(
            ({ span, code }) => `${span.start} ${code}`,
          ),
        );
        expect(compiled.filter((mistake) => !edited.includes(mistake))).toEqual([]);
        if (compiled.length === 0) expect(edited).toEqual([]);
      }),
      runs,
    );
  });

  it("keeps nothing from one text to the next", () => {
    fc.assert(
      fc.property(anyText, anyText, options, (text, other, how) => {
        const before = parseTemplate(text, how);
        parseTemplate(other, how);
        expect(parseTemplate(text, how)).toEqual(before);
      }),
      { ...runs, numRuns: 100 },
    );
  });
});

describe("a text that is cut at a token", () => {
  it.each(["compile", "editor"] as const)("keeps the statements before the cut (%s)", (mode) => {
    const how = { file: "cut.pan", dialect: "vmcs", mode } as const;
    for (const text of corpus) {
      const whole = parseTemplate(text, how);
      if (whole.diagnostics.some(({ severity }) => severity === "error")) continue;
      for (const { startOffset: cut } of lex(text, "cut.pan").tokens) {
        const part = parseTemplate(text.slice(0, cut), how);
        expect(misplacedNodes(part.template)).toEqual([]);
        const finished = finishedBefore(text, whole.template.statements, cut);
        expect(part.template.statements.slice(0, finished.length)).toEqual(finished);
        const errors = part.diagnostics.filter(({ severity }) => severity === "error");
        expect(errors.length).toBeLessThanOrEqual(2);
      }
    }
  });
});

/** The statements that end before a cut; of a text with heredocs none, for their texts follow the statements. */
function finishedBefore<S extends { readonly end: number }>(
  text: string,
  statements: readonly S[],
  cut: number,
): readonly S[] {
  return text.includes("<<") ? [] : statements.filter(({ end }) => end <= cut);
}
