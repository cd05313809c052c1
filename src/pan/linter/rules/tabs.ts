import { fileRule } from "../rule.ts";
import { tokenBehind } from "../support/tokens.ts";

export const tabs = fileRule({
  id: "LP002",
  name: "tabs",
  summary: "There are no tabs outside of texts.",
  reads: "layout",
  bad: ["template example;\n'/a'\t= 1;", "template example;\n\t'/a' = 1;"],
  good: [
    "template example;\n'/a' = 'b\tc'; #\tcomment",
    "template example;\n'/a' = <<EOT;\n\ttext\nEOT\n",
  ],
  check({ text, lines, tokens }, report) {
    for (const { kind, start, codeEnd } of lines) {
      if (kind !== "code") continue;
      for (const { index, 0: run } of text.slice(start, codeEnd).matchAll(/\t+/g)) {
        const from = start + index;
        if ((tokenBehind(tokens, from)?.startOffset ?? from) < from) continue;
        report({ start: from, end: from + run.length }, {}, { fix: fixOf(text, start, from, run) });
      }
    }
  },
});

/** Between words a space; at the start of a line four for each tab, if nothing but tabs is there. */
function fixOf(text: string, lineStart: number, from: number, run: string) {
  const isIndentation = from === lineStart;
  if (!isIndentation && text.slice(lineStart, from).trim() === "") return undefined;
  const spaces = " ".repeat(isIndentation ? 4 * run.length : 1);
  const edits = [{ start: from, end: from + run.length, text: spaces }];
  return { title: "Write spaces", edits };
}
