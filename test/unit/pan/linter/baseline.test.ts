import { describe, expect, it } from "vitest";
import {
  type BaselineSource,
  baselineOf,
  readBaseline,
  withoutKnown,
  writeBaseline,
} from "../../../../src/pan/linter/baseline.ts";
import { lintExample } from "./run-lint.ts";

const sourceOf = (text: string): BaselineSource => ({ text: () => text, name: (file) => file });

/** Codes that are reported of a text under the baseline of another one. */
function reported(text: string, before: string): readonly string[] {
  const baseline = readBaseline(writeBaseline(baselineOf(lintExample(before), sourceOf(before))));
  if (typeof baseline === "string") return [baseline];
  return withoutKnown(lintExample(text), baseline, sourceOf(text)).map(({ code }) => code);
}

const before = "object template example;\n'/a'=1;\n'/b'= 1;\n";

describe("a baseline", () => {
  it("knows its findings", () => {
    expect(lintExample(before).map(({ code }) => code)).toEqual(["LC001", "LC001"]);
    expect(reported(before, before)).toEqual([]);
  });

  it("knows them on other lines, and with other indentation", () => {
    const moved = "object template example;\n# more\n\n'/b'= 1;\n    '/a'=1;\n";
    expect(reported(moved, before)).toEqual([]);
  });

  it("does not know more of the same", () => {
    expect(reported(`${before}'/a'=1;\n`, before)).toEqual(["LC001", "VP026"].toSorted());
  });

  it("does not know another rule on the same line", () => {
    expect(reported(before, "object template example;\n'/a'=1 ;\n")).toEqual(["LC001", "LC001"]);
  });

  it("does not hold errors in the syntax", () => {
    const broken = "object template example;\n'/a' = ;\n";
    expect(reported(broken, broken)).toEqual(["empty-expression"]);
  });

  it("is written in order, whatever the order of the findings", () => {
    const findings = lintExample(before);
    const written = writeBaseline(baselineOf(findings, sourceOf(before)));
    expect(writeBaseline(baselineOf(findings.toReversed(), sourceOf(before)))).toBe(written);
    expect(written).toBe(`{
  "version": 1,
  "files": {
    "example.pan": {
      "LC001 '/a'=1;": 1,
      "LC001 '/b'= 1;": 1
    }
  }
}
`);
  });

  it.each([
    ["", "it is not JSON"],
    ["[]", "it is not a baseline of this linter"],
    ['{"files":{}}', "it is of another version of this linter"],
    ['{"version":1,"files":{"a":1}}', "what it says of a is not an object"],
    ['{"version":1,"files":{"a":{"LP001 x":"1"}}}', "a count of a is not a whole number"],
  ])("is not %j", (text, problem) => {
    expect(readBaseline(text)).toBe(problem);
  });
});
