import { fileRule } from "../rule.ts";
import { replacing, spaceAfter, widthOf } from "../support/spacing.ts";

export const semicolonSpace = fileRule({
  id: "LP009",
  name: "semicolon-space",
  summary: "A semicolon is followed by one space or the end of the line.",
  reads: "layout",
  bad: ["template example;\n'/a' = { x = 1;x };", "template example;\n'/a' = 1;   '/b' = 2;"],
  good: ["template example;\n'/a' = { x = 1; x; };   # why"],
  check({ text, tokens }, report) {
    for (const { image, end } of tokens) {
      if (image !== ";") continue;
      const space = spaceAfter(text, end);
      if (space === undefined || widthOf(space) === 1) continue;
      // Of two semicolons in a row one is too many: a space would not mend it.
      const isMendable = text[space.end] !== ";";
      const fix = isMendable
        ? { title: "Leave one space", edits: [replacing(space, " ")] }
        : undefined;
      report({ start: end, end: Math.max(space.end, end + 1) }, {}, { fix });
    }
  },
});
