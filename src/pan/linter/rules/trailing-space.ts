import { fileRule } from "../rule.ts";
import { isInsideString } from "../support/tokens.ts";

export const trailingSpace = fileRule({
  id: "LP003",
  name: "trailing-space",
  summary: "Lines of code do not end with white space.",
  reads: "layout",
  bad: ["template example;\n'/a' = 1;  ", "template example;\n    \n'/a' = 1;"],
  good: ["template example;\n\n'/a' = 1; # why  \n#  \n'/b' = <<EOT;\ntext  \nEOT\n"],
  check({ text, lines, tokens }, report) {
    for (const { kind, start, codeEnd } of lines) {
      if (kind !== "code") continue;
      const code = text.slice(start, codeEnd);
      const from = start + code.trimEnd().length;
      if (from === codeEnd || isInsideString(tokens, from, codeEnd)) continue;
      const place = { start: from, end: codeEnd };
      report(place, {}, { fix: { title: "Remove it", edits: [{ ...place, text: "" }] } });
    }
  },
});
