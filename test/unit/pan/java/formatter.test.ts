/** Formats: what Java's `String.format` gives, ours gives. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FormatArgument, formatText } from "../../../../src/pan/java/formatter/format.ts";
import { FormatProblem } from "../../../../src/pan/java/formatter/specifier.ts";
import { readCases } from "./read-cases.ts";

type WrittenArgument =
  | string
  | boolean
  | { readonly long: string }
  | { readonly double: number | string };

interface FormatCase {
  readonly format: string;
  readonly args: readonly WrittenArgument[];
  readonly text?: string;
  readonly refused?: true;
}

describe("formats", () => {
  it("give what Java gives", () => {
    for (const { format, args, text } of readCases<FormatCase>("format")) {
      const given = formatText(format, args.map(readArgument));
      const shown = given instanceof FormatProblem ? "refused" : given;
      const label = JSON.stringify({ format, args });
      expect([label, shown]).toEqual([label, text ?? "refused"]);
    }
  });

  it("say what is wrong", () => {
    const problems = ["%d", "%y", "%-d", "%+ 5d", "%.2d", "%2$s", "%,x", "%2000000d", "%"].map(
      (format) => {
        const given = formatText(format, ["text"]);
        return given instanceof FormatProblem ? given.message : given;
      },
    );
    expect(problems).toEqual([
      "'%d' cannot show a string",
      "'%y' is no conversion",
      "'%-d' needs a width for the flag '-'",
      "the flags '+' and ' ' of '%+ 5d' exclude each other",
      "'%.2d' takes no precision",
      "there is no argument for '%2$s'",
      "the flag ',' does not go with '%,x'",
      "'%2000000d' asks for more than 1000000 characters",
      "'%' is no conversion",
    ]);
  });

  it("show longs as they are", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (long) => {
        expect(formatText("%d", [long])).toBe(String(long));
        expect(formatText("%x", [long])).toBe(BigInt.asUintN(64, long).toString(16));
        expect(formatText("%25d", [long])).toBe(String(long).padStart(25));
      }),
      { seed: 1 },
    );
  });

  it("show doubles within half a unit of the last digit", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (double) => {
        expect(Math.abs(Number(formatText("%.3f", [double])) - double)).toBeLessThanOrEqual(
          0.00051,
        );
        expect(Number(formatText("%.17e", [double]))).toBeCloseTo(double, 6);
      }),
      { seed: 2 },
    );
  });

  it("leave texts without a percent sign alone", () => {
    fc.assert(
      fc.property(fc.string(), (text) => formatText(text.replaceAll("%", "%%"), []) === text),
      { seed: 3 },
    );
  });
});

function readArgument(argument: WrittenArgument): FormatArgument {
  if (typeof argument !== "object") return argument;
  return "long" in argument ? BigInt(argument.long) : Number(argument.double);
}
