/** The lexer's goldens: tokens with what they mean, and what stands beside them. */

import { lex } from "../../../../src/pan/syntax/lexer.ts";
import type { Token } from "../../../../src/pan/syntax/token.ts";
import { goldenSuite } from "../../../support/fixtures.ts";
import { renderAll } from "./parse-report.ts";

goldenSuite({
  folder: "lexer",
  input: ".pan",
  golden: ".tokens.txt",
  render: ({ name, text }) => {
    const { tokens, comments, annotations, heredocs, diagnostics } = lex(text, name);
    const beside = [
      ...comments.map(({ start, end }) => `comment ${JSON.stringify(text.slice(start, end))}`),
      ...annotations.map((a) => `annotation ${JSON.stringify(a.name)} ${JSON.stringify(a.body)}`),
      ...heredocs.map(({ start, end }) => `heredoc ${JSON.stringify(text.slice(start, end))}`),
    ];
    const lines = [...tokens.map(describe), ...beside].map((line) => `${line}\n`).join("");
    return `${lines}\n${renderAll(text, diagnostics)}`.trimEnd().concat("\n");
  },
});

function describe({ tokenType, startOffset, end, image, value }: Token): string {
  const place = `${startOffset}-${end}`.padEnd(10);
  const meaning = typeof value === "string" ? JSON.stringify(value) : (value?.toString() ?? "");
  return `${place}${tokenType.name.padEnd(20)}${JSON.stringify(image)} ${meaning}`.trimEnd();
}
