/** Where an expression goes on in the next line. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseInput } from "../../../src/repl/parse-input.ts";
import { isBlank, isWhole } from "../../../src/repl/whole-input.ts";

describe("a text that goes on", () => {
  for (const text of [
    "dict('a',",
    "{ a = 1;",
    "1 +",
    "-",
    "SELF[",
    "foreach (k; v; SELF) {",
    "if (true) 1 else",
    "x =",
    "a = 1; b = (",
    "<<EOT\nsome text",
    "f(<<EOT,\nsome text\nEOT",
  ])
    it(JSON.stringify(text), () => expect(isWhole(text, "vmcs")).toBe(false));
});

describe("a text that is whole, or never will be", () => {
  for (const text of ["1", "a = 1;", "a = 1; a", "1 1", ")", "'open", "x = ; 3", "<<E\nx\nE", ""])
    it(JSON.stringify(text), () => expect(isWhole(text, "vmcs")).toBe(text !== ""));
});

it("comments are blank", () => {
  expect(isBlank("  # x\n\n")).toBe(true);
  expect(isBlank("1 # x")).toBe(false);
});

it("expressions that semicolons part are where they were, in any number", () => {
  const one = fc.constantFrom("1", "a = 2", "f(3; 4)".replace(";", ","), "'x;y'", "{ 5; 6 }");
  fc.assert(
    fc.property(fc.array(one, { minLength: 2, maxLength: 5 }), (parts) => {
      const text = parts.join(" ; # ;\n ");
      const { expression, diagnostics } = parseInput(text, "", "vmcs");
      expect(diagnostics).toEqual([]);
      const found = expression?.kind === "Block" ? expression.expressions : [];
      expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(parts);
    }),
    { seed: 7, numRuns: 50 },
  );
});
