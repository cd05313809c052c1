/** The grammar files say what the parser does. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { grammarRules, renderEbnf } from "../../../../scripts/grammar/render-ebnf.ts";
import { primitiveTypes } from "../../../../src/pan/schema/type.ts";
import { PanParser, sharedParser } from "../../../../src/pan/syntax/pan-parser.ts";
import { contextualWords, keywords } from "../../../../src/pan/syntax/tokens.ts";
import { goldenSuite } from "../../../support/fixtures.ts";
import { repositoryPath } from "../../../support/repository.ts";
import { loadColours, type TextMateGrammar, type TextMateRule } from "./textmate.ts";

const ebnf = readFileSync(repositoryPath("grammar/pan.ebnf"), "utf8");
const productions: readonly string[] = withoutComments(ebnf).match(/^\w+(?= =)/gm) ?? [];

describe("grammar/pan.ebnf", () => {
  it("is current: `npm run grammar` writes it", () => {
    expect(ebnf).toBe(renderEbnf());
  });

  it("has one production for each rule of the parser", () => {
    const rules = Object.keys(sharedParser().getGAstProductions());
    expect(grammarRules().map(({ name }) => name)).toHaveLength(rules.length);
    for (const rule of rules) expect(productions.filter((name) => name === rule)).toEqual([rule]);
  });

  it("has no production but rules of the parser, below them categories and tokens", () => {
    const [ofParser = ""] = ebnf.split(/^\(\* -+ operators/m);
    const names = withoutComments(ofParser).match(/^\w+(?= =)/gm) ?? [];
    expect(names.toSorted()).toEqual(Object.keys(sharedParser().getGAstProductions()).toSorted());
  });

  it("defines every name that it uses, and uses every name that it defines", () => {
    const used = new Set(withoutLiterals(withoutComments(ebnf)).match(/\b[A-Za-z]\w*\b(?! =)/g));
    expect([...used].filter((name) => !productions.includes(name))).toEqual([]);
    // Space stands between any two tokens, and the parser starts at the template.
    const starts = ["template", "Space"];
    expect(productions.filter((name) => !used.has(name) && !starts.includes(name))).toEqual([]);
  });

  it("names every reserved word", () => {
    const missing = [...keywords.keys(), ...contextualWords.keys()].filter(
      (word) => !ebnf.includes(`"${word}"`),
    );
    expect(missing).toEqual([]);
  });

  it("is free of what Chevrotain calls mistakes", () => {
    expect(() => new PanParser({ skipValidations: false })).not.toThrow();
  });
});

const textMateFile = repositoryPath("grammar/pan.tmLanguage.json");
const textMate = JSON.parse(readFileSync(textMateFile, "utf8")) as TextMateGrammar;
const colour = await loadColours(textMateFile);

describe("grammar/pan.tmLanguage.json", () => {
  it("has patterns that other engines read too", () => {
    for (const pattern of patternsOf([
      ...textMate.patterns,
      ...Object.values(textMate.repository),
    ])) {
      expect(() => new RegExp(pattern.replaceAll("\\G", ""))).not.toThrow();
    }
  });

  it.each([...keywords.keys()])("colours the word %s as one of the language", (word) => {
    const scopes = colour(word).flat();
    expect(scopes).toEqual([
      { text: word, scope: expect.stringMatching(/^(keyword|storage|constant)\./) },
    ]);
  });

  it.each([...primitiveTypes.keys()])("colours %s as a type that needs no declaration", (name) => {
    expect(colour(name).flat()).toEqual([{ text: name, scope: "support.type.pan" }]);
  });

  it.each(["message '", "when '", "priority 5", "in list("])("colours %s as a rule's", (text) => {
    expect(colour(text).flat()[0]?.scope).toBe("keyword.other.rule.pan");
  });
});

goldenSuite({
  folder: "textmate",
  input: ".pan",
  golden: ".out",
  render: ({ text }) =>
    colour(text)
      .map((line) => line.filter((piece) => piece.text.trim() !== ""))
      .map((line) =>
        line.map((piece) => `${piece.scope.padEnd(40)}${piece.text.trim()}\n`).join(""),
      )
      .join("\n"),
});

function withoutComments(text: string): string {
  return text.replace(/\(\*[\s\S]*?\*\)/g, "");
}

function withoutLiterals(text: string): string {
  return text.replace(/"[^"\n]*"|'[^'\n]*'|\?[^?\n]*\?/g, "");
}

function patternsOf(rules: readonly TextMateRule[]): readonly string[] {
  return rules.flatMap(({ match, begin, end, patterns }) => [
    ...[match, begin, end].filter((pattern) => pattern !== undefined),
    ...patternsOf(patterns ?? []),
  ]);
}
