/** The pages of `vmcs explain` are true, and every code of the syntax has a fixture. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { syntaxCodes } from "../../../../src/diagnostics/codes/syntax.ts";
import { parseTemplate } from "../../../../src/pan/syntax/parse-template.ts";
import { nestingLimit } from "../../../../src/pan/syntax/token-parser.ts";
import { filesBelow, repositoryPath } from "../../../support/repository.ts";

const codes = Object.entries(syntaxCodes);
const goldens = ["parser", "lexer"].flatMap((folder) =>
  filesBelow(`test/fixtures/${folder}`)
    .filter((file) => !file.endsWith(".pan"))
    .map((file) => readFileSync(repositoryPath(`test/fixtures/${folder}/${file}`), "utf8")),
);

/** Pages of another form have tests of their own. */
const otherForms: readonly string[] = ["nesting-too-deep", "expected-statement"];
const pages = codes.filter(([code]) => !otherForms.includes(code));

it.each(codes)("%s has a fixture", (code) => {
  expect(goldens.some((golden) => golden.includes(`[${code}]`))).toBe(true);
});

it.each(pages)("%s has an example of what it refuses, and one of what is right", (code, page) => {
  const { wrong, right } = examplesOf(page.explanation);
  expect(found(code, wrong)).toContain(code);
  expect(found(code, right)).toEqual([]);
});

describe("nesting-too-deep", () => {
  it("has a page that says how deep is too deep", () => {
    expect(syntaxCodes["nesting-too-deep"].explanation).toContain(String(nestingLimit));
  });
});

describe("expected-statement", () => {
  it("has a page with an example, and with every statement", () => {
    const { explanation } = syntaxCodes["expected-statement"];
    const [statements = "", wrong = "", right = ""] = blocksOf(explanation);
    expect(found("expected-statement", wrong)).toContain("expected-statement");
    expect(found("expected-statement", right)).toEqual([]);
    const written = statements
      .replaceAll("…", "1")
      .replaceAll("= type;", "= string;")
      .replace(/ {2,}/g, "\n");
    expect(found("expected-statement", written)).toEqual([]);
  });
});

/** The indented blocks: what is wrong or old comes first. */
function examplesOf(explanation: string): { readonly wrong: string; readonly right: string } {
  const [wrong = "", right = ""] = blocksOf(explanation);
  return { wrong, right };
}

function blocksOf(explanation: string): readonly string[] {
  return explanation
    .split("\n\n")
    .filter((paragraph) => paragraph.startsWith("    "))
    .map((paragraph) => paragraph.replace(/^ {4}/gm, ""));
}

/** The codes that the parser reports for an example. */
function found(code: string, example: string): readonly string[] {
  const isWhole = /^\w* ?template /m.test(example) || code === "expected-template";
  const text = isWhole ? example : `object template example;\n${example}`;
  const dialect = code === "vmcs-only-syntax" ? "pan" : "vmcs";
  const { diagnostics } = parseTemplate(text, { file: "example.pan", dialect, mode: "compile" });
  return diagnostics.map((diagnostic) => diagnostic.code);
}
