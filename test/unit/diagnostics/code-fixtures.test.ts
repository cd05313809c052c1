/** Every code of the table has a fixture that leads to it; its golden is what a terminal shows. */
import { describe, expect, it } from "vitest";
import { type DiagnosticCode, definitions } from "../../../src/diagnostics/codes.ts";
import { expectGolden } from "../../support/fixtures.ts";
import { fixtureFiles, readFixture, runFixture } from "./run-fixture.ts";

const fixtures = fixtureFiles();

describe("fixtures of diagnostics", () => {
  it("exist for each code", () => {
    const without = Object.keys(definitions).filter((code) => !fixtures.has(code));
    const advice = "Write test/fixtures/diagnostics/CODE.pan or .txtar (test/README.md tells how)";
    expect(without, advice).toEqual([]);
  });

  it("exist for nothing else", () => {
    const others = [...fixtures.keys()].filter((name) => !Object.hasOwn(definitions, name));
    expect(others, "Delete the fixture, or call it like the code").toEqual([]);
  });

  for (const [code, file] of fixtures) {
    it(`lead to ${code}`, async () => {
      const output = await runFixture(readFixture(code, file));
      expect(output).toMatch(mentions(code as DiagnosticCode));
      await expectGolden(`diagnostics/${code}.out`, output);
    });
  }
});

/** The code in brackets; or its message alone, where another diagnostic names it as its cause. */
function mentions(code: DiagnosticCode): RegExp {
  const message = definitions[code].message
    .split(/\{\w+\}/)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"))
    .join("[^]+");
  return new RegExp(`^\\w+\\[${code}\\]: |${message}`, "m");
}
