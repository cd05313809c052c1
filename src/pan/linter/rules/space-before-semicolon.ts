import { fileRule } from "../rule.ts";
import { replacing, spaceBefore, widthOf } from "../support/spacing.ts";

export const spaceBeforeSemicolon = fileRule({
  id: "LP008",
  name: "space-before-semicolon",
  summary: "There is no white space before a semicolon.",
  reads: "layout",
  bad: ["template example;\n'/a' = 1 ;", "template example;\n'/a' = 1\n    ;"],
  good: ["template example;\n'/a' = 1;\n'/b' = 1\n;"],
  check({ text, tokens, lines }, report) {
    const lineStarts = new Set(lines.map(({ start }) => start));
    for (const { image, startOffset, end } of tokens) {
      if (image !== ";") continue;
      const space = spaceBefore(text, startOffset);
      if (space === undefined) {
        // At the start of a line: where the semicolon should go is not ours to say.
        if (!lineStarts.has(startOffset)) report({ start: startOffset, end }, {});
      } else if (widthOf(space) > 0) {
        const fix = { title: "Remove it", edits: [replacing(space, "")] };
        report({ start: space.start, end }, {}, { fix });
      }
    }
  },
});
