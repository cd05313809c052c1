import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dedupeDiagnostics, sortDiagnostics, summarize } from "../../../src/diagnostics/arrange.ts";
import type { DiagnosticCode } from "../../../src/diagnostics/codes.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";

const runs = { seed: 7 };

const places = fc.record({ file: fc.constantFrom("", "a", "b"), start: fc.nat(2), end: fc.nat(2) });
const diagnostics: fc.Arbitrary<Diagnostic> = fc.record({
  code: fc.constantFrom<DiagnosticCode>("variable-undefined", "division-by-zero"),
  severity: fc.constantFrom("error", "warning", "info"),
  category: fc.constantFrom("syntax", "evaluation"),
  message: fc.constantFrom("A.", "B."),
  span: places,
  related: fc.array(fc.record({ span: places, message: fc.constantFrom("a", "b") }), {
    maxLength: 1,
  }),
  help: fc.constantFrom(undefined, "Help."),
  fixes: fc.constant([]),
});

describe("sortDiagnostics", () => {
  it("gives one order, whatever the order was", () => {
    const shuffled = fc
      .array(diagnostics, { maxLength: 12 })
      .chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(sortDiagnostics(other)).toEqual(sortDiagnostics(list));
      }),
      { ...runs, numRuns: 300 },
    );
  });

  it("goes by file and place, and puts what has no file first", () => {
    const at = (file: string, start: number, end: number): Diagnostic => ({
      code: "division-by-zero",
      severity: "error",
      category: "evaluation",
      message: "A.",
      span: { file, start, end },
      related: [],
      help: undefined,
      fixes: [],
    });
    const wanted = [at("", 0, 0), at("B", 9, 9), at("a", 2, 3), at("a", 2, 11), at("a", 10, 10)];
    expect(sortDiagnostics(wanted.toReversed())).toEqual(wanted);
  });
});

describe("dedupeDiagnostics", () => {
  it("keeps the first of those that say the same", () => {
    fc.assert(
      fc.property(fc.array(diagnostics), (list) => {
        const kept = dedupeDiagnostics(list);
        const said = ({ code, severity, category, message, span }: Diagnostic): string =>
          JSON.stringify([code, severity, category, message, span.file, span.start, span.end]);
        expect(kept.map(said)).toEqual([...new Set(list.map(said))]);
        for (const diagnostic of kept) {
          expect(diagnostic).toBe(list.find((other) => said(other) === said(diagnostic)));
        }
      }),
      runs,
    );
  });
});

describe("summarize", () => {
  const of = (...severities: Diagnostic["severity"][]): string =>
    summarize(severities.map((severity) => ({ severity }) as Diagnostic));

  it.each([
    [[], ""],
    [["error"], "1 error"],
    [["warning", "error", "error"], "2 errors, 1 warning"],
    [["info", "info"], "2 notes"],
    [["info", "warning", "warning"], "2 warnings, 1 note"],
  ] as const)("of %j is %j", (severities, summary) => {
    expect(of(...severities)).toBe(summary);
  });
});
