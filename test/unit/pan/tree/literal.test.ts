/** Values written as Pan come back as they were. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseExpression } from "../../../../src/pan/syntax/parse-template.ts";
import { panLiteral, stringLiteral } from "../../../../src/pan/tree/literal.ts";
import type { Property } from "../../../../src/pan/tree/value.ts";
import { anyText } from "../../../support/any-text.ts";

/** The value of a literal, which may have a sign. */
function valueOf(text: string): unknown {
  const { expression, diagnostics } = parseExpression(text, {
    file: "",
    dialect: "vmcs",
    mode: "compile",
  });
  expect(diagnostics).toEqual([]);
  const isNegative = expression.kind === "UnaryExpression" && expression.operator === "-";
  const literal = isNegative ? expression.operand : expression;
  if (!("value" in literal)) throw new Error(`${text} is no literal.`);
  const { value } = literal;
  if (!isNegative) return value;
  return typeof value === "bigint" ? -value : -(value as number);
}

describe("panLiteral", () => {
  it("writes what Pan reads", () => {
    const property: fc.Arbitrary<Property> = fc.oneof(
      anyText,
      fc.string({
        unit: fc.constantFrom("'", '"', "\\", "\n", "\t", "a", "\u0000", "\u0085", "$"),
      }),
      fc.bigInt({ min: -(2n ** 63n) + 1n, max: 2n ** 63n - 1n }),
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
      fc.boolean(),
    );
    fc.assert(
      fc.property(property, (value) => {
        expect(valueOf(panLiteral(value))).toBe(value);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it.each([
    ["plain", "'plain'"],
    ["it's", "'it''s'"],
    ['a\\b "c"', "'a\\b \"c\"'"],
    ['line\n"c\\"', String.raw`"line\n\"c\x5c\""`],
    ["no\u00a0break, soft\u00adhyphen", String.raw`"no\xa0break, soft\xadhyphen"`],
    ["\u2028 \ufeff has no escape", "'\u2028 \ufeff has no escape'"],
  ])("writes %j in a way that shows all of it", (text, literal) => {
    expect(stringLiteral(text)).toBe(literal);
  });
});
