/**
 * Diagnostics as tests: a suite for each file, a failed test for each error.
 *
 * A file without an error is a test that passed. Warnings fail nothing, and are what the suite printed.
 */

import { oneLine } from "../../text/display-width.ts";
import { type Diagnostic, errorsOf } from "../diagnostic.ts";
import { plainPalette } from "../palette.ts";
import { textRenderer } from "../render-text.ts";
import { groupByFile } from "./group-by-file.ts";
import { junitDocument, type TestCase, type TestSuite } from "./junit-document.ts";
import type { RenderReport, ReportContext } from "./report.ts";

/** Columns of the texts, whatever the terminal. */
const width = 100;
const longestName = 200;

export const renderJunit: RenderReport = (diagnostics, context) => {
  const textOf = textRenderer({ ...context, palette: plainPalette, width });
  const groups = groupByFile(diagnostics);
  const files = [...new Set([...groups.keys(), ...context.passed])];
  return junitDocument(
    files.map((file) => suiteOf(nameOf(file, context), groups.get(file) ?? [], textOf)),
  );
};

function nameOf(file: string, { displayPath, tool }: ReportContext): string {
  return file === "" ? tool.name : displayPath(file);
}

function suiteOf(
  name: string,
  diagnostics: readonly Diagnostic[],
  textOf: (diagnostic: Diagnostic) => string,
): TestSuite {
  const errors = errorsOf(diagnostics);
  const others = diagnostics.filter(({ severity }) => severity !== "error");
  const passed: TestCase = { name: "has no errors", group: name, outcome: { kind: "passed" } };
  const names = testNames(errors);
  const failed = errors.map(
    (error, i): TestCase => ({
      name: names[i] ?? error.code,
      group: name,
      outcome: {
        kind: "failure",
        type: error.code,
        message: error.message,
        text: textOf(error),
      },
    }),
  );
  return {
    name,
    tests: failed.length === 0 ? [passed] : failed,
    output: others.map(textOf).join("\n"),
  };
}

/** Names by which a test is known in the next report: without lines, which move, and all different. */
function testNames(errors: readonly Diagnostic[]): readonly string[] {
  const times = new Map<string, number>();
  return errors.map(({ code, message }) => {
    const whole = `${code}: ${oneLine(message)}`;
    const name = whole.length > longestName ? `${cut(whole, longestName)}…` : whole;
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return time === 1 ? name : `${name} (${time})`;
  });
}

/** The start of a text, without half a character at its end. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, "");
}
