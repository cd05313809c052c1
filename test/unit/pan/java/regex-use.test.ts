/** Replacing and splitting with regular expressions. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references like these are what is tested.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileRegex, type Regex } from "../../../../src/pan/java/regex/regex.ts";
import { ReplacementProblem, replaceMatches } from "../../../../src/pan/java/regex/replace.ts";
import { splitText } from "../../../../src/pan/java/regex/split.ts";
import { texts } from "./regex-arbitrary.ts";

const regexOf = (pattern: string): Regex => compileRegex(pattern, 0) as Regex;

describe("replacing", () => {
  it.each([
    ["a", "x", "banana", "bxnxnx"],
    ["", "-", "ab", "-a-b-"],
    ["x*", "-", "axb", "-a--b-"],
    ["(a)(b)?", "[$2$1]", "abac", "[ba][a]c"],
    ["(?<n>a)", "${n}${n}", "ba", "baa"],
    ["(a)", "$12", "a", "a2"],
    ["(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)", "$10$11", "abcdefghij", "ja1"],
    ["a", "\\$\\\\", "a", "$\\"],
    ["x", "$9", "no match, no look", "no match, no look"],
    ["é", "e", "été", "ete"],
    ["x*", "-", "😀", "-\ud83d-\ude00-"],
  ])("%j by %j in %j", (pattern, replacement, text, expected) => {
    expect(replaceMatches(regexOf(pattern), text, replacement)).toBe(expected);
  });

  it.each([
    ["a", "$1", "there is no group 1"],
    ["a", "$", "a '$' is not followed by the number or the {name} of a group"],
    ["a", "b\\", "it ends with a backslash"],
    ["a", "${n}", "there is no group named 'n'"],
    ["a", "${1}", "the name of a group is broken after '${'"],
    ["(?<n>a)", "${n", "the name of a group is broken after '${'"],
  ])("refuses %j by %j", (pattern, replacement, message) => {
    const problem = replaceMatches(regexOf(pattern), "aa", replacement);
    expect(problem instanceof ReplacementProblem && problem.message).toBe(message);
  });

  it("of everything by itself changes nothing", () => {
    fc.assert(
      fc.property(texts, (text) => replaceMatches(regexOf("[ab]+|1"), text, "$0") === text),
      { seed: 3 },
    );
  });
});

describe("splitting", () => {
  it.each([
    [":", "a:b:c", 0, ["a", "b", "c"]],
    [":", "a:b::", 0, ["a", "b"]],
    [":", "a:b::", -1, ["a", "b", "", ""]],
    [":", "a:b:c", 2, ["a", "b:c"]],
    [":", "a:b:c", 1, ["a:b:c"]],
    [":", "", 0, [""]],
    [":", ":", 0, []],
    [":", ":a", 0, ["", "a"]],
    ["", "abc", 0, ["a", "b", "c"]],
    ["(?=a)", "aba", 0, ["ab", "a"]],
    ["x*", "axb", 0, ["a", "", "b"]],
  ] as const)("%j on %j with limit %d", (pattern, text, limit, parts) => {
    expect(splitText(regexOf(pattern), text, limit)).toEqual(parts);
  });

  it("keeps everything but the separators", () => {
    fc.assert(
      fc.property(texts, (text) => splitText(regexOf("-"), text, -1).join("-") === text),
      { seed: 5 },
    );
  });

  it("gives as many parts as the limit at most", () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 4 }), (text, limit) => {
        const parts = splitText(regexOf("[ab]"), text, limit);
        return parts.length <= limit && text.endsWith(parts.at(-1) as string);
      }),
      { seed: 5 },
    );
  });
});
