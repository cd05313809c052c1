import { fileRule } from "../rule.ts";
import { isInsideString } from "../support/tokens.ts";

const limit = 120;
const long = (quote: string): string => `${quote}${"word ".repeat(26)}${quote}`;

export const lineLength = fileRule({
  id: "LP006",
  name: "line-length",
  summary: `Lines of code have at most ${limit} characters.`,
  reads: "layout",
  bad: [
    `template example;\n'/a' = ${long("'")};`,
    `template example;\n'/a' = list(\n${" ".repeat(100)}'${"x".repeat(18)}',\n);`,
  ],
  good: [
    `template example;\n'/a' = 1; # ${long("")}\n`,
    `template example;\n'/a' = ${long("'")}\n;`,
    `template example;\nbind '/a' = ${"t".repeat(120)};`,
  ],
  check({ text, lines, tokens }, report) {
    for (const { kind, start, codeEnd } of lines) {
      if (kind !== "code" || codeEnd - start <= limit) continue;
      const from = start + limit;
      if (text.startsWith("bind ", start) || isInsideString(tokens, from, codeEnd)) continue;
      report({ start: from, end: codeEnd }, { limit });
    }
  },
});
