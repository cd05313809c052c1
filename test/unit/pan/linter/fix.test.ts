/** Fixes keep the meaning, and a second run finds nothing to do. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixTemplate } from "../../../../src/pan/linter/fix.ts";
import { readSource } from "../../../../src/pan/linter/source-file.ts";
import { anyText } from "../../../support/any-text.ts";
import { runs } from "../../../support/runs.ts";
import { lexemesOf } from "./lexemes.ts";
import { filesOf, lintExample, optionsFor } from "./run-lint.ts";

const pieces = [
  ..."'/a' = 1 ;|;|;;|  |\t|\n|\n\n|  \n| # why  \n|@{ text ; };\n".split("|"),
  ..."include { 'a' };|variable X=1;|'/b/' = list(1,2,  3);|'/c' =- 1 - -X[a - 1];".split("|"),
  "'/d' = <<EOT;\na=b  \nEOT\n",
  "function f = {x = 1;x};",
  "'/e' = error(format('%s',nlist('a',1)));",
  "if",
  "{",
];

const templates = fc
  .array(fc.constantFrom(...pieces), { maxLength: 12 })
  .map((parts) => `template example;\n${parts.join("")}`);

const fixed = (text: string): string =>
  fixTemplate({ path: "example.pan", text }, optionsFor(filesOf(text), { complete: false })).text;

describe("the linter", () => {
  it("takes any text", () => {
    const anything = fc.oneof(anyText, templates);
    fc.assert(
      fc.property(anything, fc.nat(200), (text, end) => {
        const cut = text.slice(0, end);
        for (const { span } of lintExample(cut)) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(cut.length);
        }
      }),
      { seed: 7, numRuns: runs(120, 400) },
    );
  });

  it("takes as long as the text is long", () => {
    const text = (count: number): string =>
      `object template example;\n${Array.from({ length: count }, (_, i) => `'/a/b${i}' = 1 + 2;\nvariable V_${i} = list();\n`).join("")}`;
    const time = (work: () => unknown): number => {
      const began = performance.now();
      work();
      return performance.now() - began;
    };
    const long = text(3000);
    // What reads the text is known to be linear; of an unlucky moment there is not a second one.
    const input = { path: "example.pan", text: long };
    const ratio = (): number =>
      time(() => lintExample(long)) / time(() => readSource(input, "vmcs"));
    const isLinear = Array.from({ length: 3 }).some(() => ratio() < 12);
    expect(isLinear).toBe(true);
  });
});

describe("fixTemplate", () => {
  it("changes no word but those that it means to", () => {
    fc.assert(
      fc.property(templates, (text) => {
        expect(lexemesOf(fixed(text))).toEqual(lexemesOf(text));
      }),
      { seed: 5, numRuns: runs(120, 400) },
    );
  });

  it("finds nothing more to do", () => {
    fc.assert(
      fc.property(templates, (text) => {
        const once = fixed(text);
        expect(fixed(once)).toBe(once);
      }),
      { seed: 6, numRuns: runs(120, 400) },
    );
  });

  it("leaves a template with errors in its syntax alone", () => {
    const text = "template example;\n'/a' = ;\n'/b'=1;\n";
    expect(fixed(text)).toBe(text);
  });

  it("mends only what is wanted", () => {
    const text = "template example;\n'/a'=nlist() ;\n";
    const options = optionsFor(filesOf(text));
    const only = fixTemplate(
      { path: "example.pan", text },
      options,
      ({ code }) => code === "LP004",
    );
    expect(only).toEqual({ text: "template example;\n'/a'=dict() ;\n", fixed: 1 });
  });
});
