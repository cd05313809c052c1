/** What `--initial-data` gives, and what is refused. */
import { describe, expect, it } from "vitest";
import { initialData } from "../../../../src/pan/compiler/initial-data.ts";
import type { Dialect } from "../../../../src/pan/syntax/dialect.ts";

class Refused extends Error {}

function given(text: string | undefined, dialect: Dialect = "vmcs"): unknown {
  const dict = initialData(text, dialect, (problem) => {
    throw new Refused(typeof problem === "string" ? problem : problem.code);
  });
  return Object.fromEntries(dict.keys().map((key) => [key, dict.get(key)]));
}

describe("initial data", () => {
  it.each([
    [undefined, {}],
    ["  ", {}],
    ["dict('site', 'north')", { site: "north" }],
    ["{ x = dict(); x['a'] = 1 + 1; x; }", { a: 2n }],
  ])("of %j are a dict", (text, wanted) => {
    expect(given(text)).toEqual(wanted);
  });

  it("end with a semicolon in the dialect pan, whatever follows", () => {
    expect(given("dict('a', true); and more", "pan")).toEqual({ a: true });
    expect(() => given("dict('a', true); and more")).toThrow(Refused);
  });

  it.each([
    ["42", "it gives a long, not a dict."],
    ["dict('a'", "unclosed-bracket"],
    ["dict('a', 1 / 0)", "division-by-zero"],
    ["error('no')", "user-error"],
    ["dict('a')", "pairs-needed"],
  ])("%j are refused", (text, problem) => {
    expect(() => given(text)).toThrow(problem);
  });
});
