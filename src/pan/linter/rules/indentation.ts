import { fileRule } from "../rule.ts";

export const indentation = fileRule({
  id: "LP001",
  name: "indentation",
  summary: "The indentation is a multiple of four spaces.",
  reads: "layout",
  bad: [
    "template example;\n'/a' = list(\n  1,\n    2,\n);",
    "template example;\n'/a' = list(\n\t1,\n);",
    "template example;\n   \n'/a' = 1;",
  ],
  good: [
    "template example;\n\n'/a' = list(\n    1,\n        2,\n);",
    "template example;\n# Comments\n  # may stand anywhere.\n'/a' = <<EOT;\n  As may the text of a heredoc.\nEOT\n",
    "template example;\n'/a' = \"one \\\n  two\";",
  ],
  check({ text, lines }, report) {
    for (const { kind, start, end, startsInString } of lines) {
      if (kind !== "code" || startsInString) continue;
      const width = text.slice(start, end).search(/\S|$/);
      if (/^( {4})*$/.test(text.slice(start, start + width))) continue;
      report({ start, end: start + width }, {});
    }
  },
});
