/** The results of tests for CI: a suite for each file, a test for each case. */

import { plainPalette } from "../diagnostics/palette.ts";
import { type TextOptions, textRenderer } from "../diagnostics/render-text.ts";
import {
  junitDocument,
  type TestCase,
  type TestOutcome,
} from "../diagnostics/reports/junit-document.ts";
import type { TestResult } from "../testing/test-result.ts";

/** Columns of the texts, whatever the terminal. */
const width = 100;

export function testJunit(
  results: readonly TestResult[],
  options: Omit<TextOptions, "palette" | "width">,
): string {
  const textOf = textRenderer({ ...options, palette: plainPalette, width });
  const files = [...new Set(results.map(({ file }) => file))];
  return junitDocument(
    files.map((file) => {
      const own = results.filter((result) => result.file === file);
      const warnings = own.flatMap(({ diagnostics }) =>
        diagnostics.filter(({ severity }) => severity !== "error"),
      );
      const name = options.displayPath(file);
      return {
        name,
        tests: own.map((result) => testCase(result, name, textOf)),
        output: warnings.map(textOf).join("\n"),
      };
    }),
  );
}

function testCase(
  result: TestResult,
  group: string,
  textOf: ReturnType<typeof textRenderer>,
): TestCase {
  const name = result.caseName === "" ? group : result.caseName;
  return { name, group, outcome: outcomeOf(result, textOf), seconds: result.milliseconds / 1000 };
}

function outcomeOf(
  { outcome, diagnostics }: TestResult,
  textOf: ReturnType<typeof textRenderer>,
): TestOutcome {
  if (outcome.kind === "passed") return outcome;
  if (outcome.kind === "skipped") return outcome;
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const [first] = errors;
  // What a test expects is a failure; that it cannot be run is an error.
  const isFailure = errors.every(({ category }) => category === "test");
  return {
    kind: isFailure ? "failure" : "error",
    type: first?.code ?? "",
    message: first?.message ?? "",
    text: errors.map(textOf).join("\n"),
  };
}
