import { indexAt } from "../lines.ts";
import { fileRule } from "../rule.ts";

export const firstLine = fileRule({
  id: "FL001",
  name: "first-line",
  summary: "The first line of code is the declaration of the template, alone on its line.",
  reads: "layout",
  bad: [
    "object template example; variable MEMORY = 512;",
    "object\ntemplate example;",
    `# Completed by Maven.\n\${template-header}\n\nvariable MEMORY = 512;\n`,
  ],
  good: [
    "# A comment.\n\nobject template example;\nvariable MEMORY = 512;",
    "template example; # why",
  ],
  check({ tokens, lines, template, placeholder }, report, { placeholders }) {
    if (placeholder !== undefined) {
      if (!placeholders) report(placeholder, {});
      return;
    }
    const first = tokens[0];
    if (first === undefined || template.name.text === "") return;
    const end = tokens.findIndex(({ startOffset }) => startOffset >= template.name.end);
    const lineOf = (index: number): number => indexAt(lines, tokens[index]?.startOffset ?? -1);
    const line = lineOf(0);
    const next = tokens[end + 1];
    if (lineOf(end) === line && (next === undefined || lineOf(end + 1) !== line)) return;
    report({ start: first.startOffset, end: tokens[end]?.end ?? first.end }, {});
  },
});
