import fc from "fast-check";
import { expect, it } from "vitest";
import { type FuzzCase, parseCase, printCase } from "../../fuzz/fuzz-case.ts";
import { anyText } from "../../support/any-text.ts";

it("reads back what it printed, to the byte", () => {
  const text = fc.oneof(
    anyText,
    fc.constantFrom("", "\n", "-- a.pan --\n", "a\r\nb\0\ud800", "dialect pan\n", "\\n\\\n"),
  );
  fc.assert(
    fc.property(text, text, fc.constantFrom("pan" as const, "vmcs" as const), (a, b, dialect) => {
      const given: FuzzCase = {
        dialect,
        files: new Map([
          ["a.pan", a],
          ["b/c.pan", b],
        ]),
      };
      expect(parseCase(printCase("a note\n-- not a file", given))).toEqual(given);
    }),
    { seed: 1, numRuns: 300 },
  );
});
