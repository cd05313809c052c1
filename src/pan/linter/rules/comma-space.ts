import { fileRule } from "../rule.ts";
import { replacing, spaceAfter, widthOf } from "../support/spacing.ts";

export const commaSpace = fileRule({
  id: "LP007",
  name: "comma-space",
  summary: "A comma is followed by one space or the end of the line.",
  reads: "layout",
  bad: ["template example;\n'/a' = list(1,2);", "template example;\n'/a' = list(1,   2);"],
  good: ["template example;\n'/a' = list(1, 2,  # why\n    'a,b',\n);"],
  check({ text, tokens }, report) {
    for (const { image, startOffset: start, end } of tokens) {
      if (image !== ",") continue;
      const space = spaceAfter(text, end);
      if (space === undefined || widthOf(space) === 1) continue;
      const fix = { title: "Leave one space", edits: [replacing(space, " ")] };
      report({ start, end: Math.max(space.end, end) }, {}, { fix });
    }
  },
});
