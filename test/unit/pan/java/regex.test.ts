/** Regular expressions: what Java's engine finds, ours finds, with and without JavaScript's matcher. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CASE_INSENSITIVE,
  COMMENTS,
  DOTALL,
  MULTILINE,
  UNICODE_CASE,
  UNICODE_CHARACTER_CLASS,
  UNIX_LINES,
} from "../../../../src/pan/java/regex/flags.ts";
import { RegexBudgetExceeded } from "../../../../src/pan/java/regex/machine.ts";
import { RegexProblem } from "../../../../src/pan/java/regex/problem.ts";
import { compileRegex, type Regex, type RegexMatch } from "../../../../src/pan/java/regex/regex.ts";
import { runs } from "../../../support/runs.ts";
import { readCases } from "./read-cases.ts";
import { patterns, texts } from "./regex-arbitrary.ts";

interface RegexCase {
  readonly pattern: string;
  readonly flags?: string;
  readonly text: string;
  /** Start, whole match and groups of the first matches. */
  readonly found?: readonly (readonly [number, ...(string | null)[]])[];
  readonly refused?: true;
}

const letters: Readonly<Record<string, number>> = {
  i: CASE_INSENSITIVE,
  s: DOTALL,
  m: MULTILINE,
  u: UNICODE_CASE,
  x: COMMENTS,
  d: UNIX_LINES,
  U: UNICODE_CHARACTER_CLASS,
};

describe("regular expressions", () => {
  for (const native of [true, false]) {
    it(`find what Java finds, ${native ? "with" : "without"} JavaScript's matcher`, () => {
      for (const { pattern, flags = "", text, found } of readCases<RegexCase>("regex")) {
        const bits = [...flags].reduce((sum, letter) => sum | (letters[letter] ?? 0), 0);
        const regex = compileRegex(pattern, bits, { native });
        const label = JSON.stringify({ pattern, flags, text });
        const given = regex instanceof RegexProblem ? "refused" : findAll(regex, text, 6);
        expect([label, given]).toEqual([label, found ?? "refused"]);
        if (!(regex instanceof RegexProblem))
          expect(regex.test(text), label).toBe(given.length > 0);
      }
    });
  }

  it("are the same in both matchers", () => {
    fc.assert(
      fc.property(patterns, texts, (pattern, text) => {
        const [one, other] = [true, false].map((native) => compileRegex(pattern, 0, { native }));
        if (one instanceof RegexProblem || other instanceof RegexProblem) return one === other;
        expect(findAll(one as Regex, text, 20)).toEqual(findAll(other as Regex, text, 20));
        expect((one as Regex).test(text)).toBe((other as Regex).test(text));
        return true;
      }),
      { seed: 7, numRuns: runs(500, 1500) },
    );
  });

  it("never throw while they are parsed, and point into the pattern", () => {
    const characters = fc.constantFrom(
      ...String.raw`()[]{}?*+|\^$.&-,:=!<>abcdpPQEkxu019iAZ#`,
      " ",
      "é",
      "😀",
    );
    fc.assert(
      fc.property(
        fc.array(characters, { maxLength: 14 }),
        fc.constantFrom(0, COMMENTS),
        (chars, flags) => {
          const regex = compileRegex(chars.join(""), flags);
          if (!(regex instanceof RegexProblem)) return;
          expect(regex.index).toBeGreaterThanOrEqual(0);
          expect(regex.index).toBeLessThanOrEqual(chars.length);
          expect(regex.message).not.toBe("");
        },
      ),
      { seed: 11, numRuns: runs(1000, 3000) },
    );
  });

  it("say what is wrong, and where", () => {
    const problems = [
      "(a",
      "a)",
      "[a",
      "a{2,1}",
      "*a",
      "\\p{Foo}",
      "(?<=a+)b(?<=(a|b)+)",
      "a\\",
    ].map(problemOf);
    expect(problems).toEqual([
      "2: a group is not closed",
      "1: there is a ')' without a '('",
      "1: a character class is not closed",
      "5: a repetition ends below its beginning",
      "0: '*' has nothing to repeat",
      "6: there is no property 'Foo'",
      "17: a look-behind has no greatest length",
      "2: the pattern ends with a backslash",
    ]);
  });

  it("tell what Java would take and we cannot", () => {
    for (const pattern of [
      "\\X",
      "\\b{g}",
      "\\N{DIGIT ONE}",
      "\\p{InGreek}",
      "\\p{blk=Greek}",
      "(?c)a",
      "(".repeat(300),
    ]) {
      const regex = compileRegex(pattern, 0);
      expect(regex instanceof RegexProblem && regex.kind, pattern).toBe("unsupported");
    }
  });

  it("compare captures beyond U+FFFF by whole characters, where Java leaves the text", () => {
    const regex = compileRegex("(😀𐐀)\\1", CASE_INSENSITIVE | UNICODE_CASE) as Regex;
    expect(findAll(regex, "😀𐐀😀𐐨x", 2)).toEqual([[0, "😀𐐀😀𐐨", "😀𐐀"]]);
    expect(findAll(regex, "😀𐐀😀𐐩x", 2)).toEqual([]);
  });

  it("end, however many ways there are", () => {
    const regex = compileRegex("^(([a-z]+)*[0-9]?)*$", 0) as Regex;
    expect(() => regex.test(`${"a".repeat(60)}!`)).toThrow(RegexBudgetExceeded);
    expect(regex.test("abc1def")).toBe(true);
  });

  it("may be larger than JavaScript takes", () => {
    for (const pattern of ["a".repeat(100_000), "(?:(?:a{1000}){1000}){1000}|b"]) {
      expect((compileRegex(pattern, 0) as Regex).test("b")).toBe(pattern.endsWith("b"));
    }
    const names = Array.from({ length: 5000 }, (_, i) => `name${i}`);
    expect((compileRegex(`^(${names.join("|")})$`, 0) as Regex).test("name4999")).toBe(true);
    expect((compileRegex(`x${"(a|b)?".repeat(20_000)}`, 0) as Regex).test("xab")).toBe(true);
  });

  it("need no more than the text is long where one loop follows another", () => {
    const regex = compileRegex("(x+x+)+y", 0) as Regex;
    expect(regex.test("x".repeat(60))).toBe(false);
    const long = "a1-".repeat(20_000);
    expect((compileRegex("^(?:[a-z](\\d)|-)*$", 0, { native: false }) as Regex).test(long)).toBe(
      true,
    );
  });
});

function findAll(regex: Regex, text: string, limit: number): readonly unknown[] {
  const matches: unknown[] = [];
  let match: RegexMatch | undefined;
  while (matches.length < limit) {
    match = regex.find(text, match);
    if (match === undefined) break;
    matches.push([match.start, ...Array.from(match.groups, (group) => group ?? null)]);
  }
  return matches;
}

function problemOf(pattern: string): string {
  const regex = compileRegex(pattern, 0);
  return regex instanceof RegexProblem ? `${regex.index}: ${regex.message}` : "none";
}
