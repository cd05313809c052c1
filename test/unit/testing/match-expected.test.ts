/** Which expectation meets which diagnostic, where one of them would take any. */
import { expect, it } from "vitest";
import { diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { matchExpected } from "../../../src/testing/match-expected.ts";
import type { ExpectedDiagnostic } from "../../../src/testing/test-plan.ts";
import { noSpan } from "../../../src/text/span.ts";

const found = [
  diagnostic("self-in-include", noSpan, {}),
  diagnostic("create-arguments", noSpan, {}),
];

function expected(code: string | undefined): ExpectedDiagnostic {
  return { span: noSpan, severity: "error", code, message: undefined, statement: undefined };
}

it.each([
  [[undefined, "self-in-include"], 2],
  [["self-in-include", undefined], 2],
  [["self-in-include", "self-in-include"], 1],
])("of %j as many are met as can be", (codes, met) => {
  const matched = matchExpected(
    found,
    codes.map(expected),
    () => new Set(),
    () => undefined,
  );
  expect(matched.met).toBe(met);
});
