import { fileRule } from "../rule.ts";
import { spaceAfter, spaceBefore } from "../support/spacing.ts";

export const emptyStatement = fileRule({
  id: "VP023",
  name: "empty-statement",
  summary: "There are no empty statements.",
  reads: "syntax",
  bad: [
    "template example;\n'/a' = 1;;",
    "template example;\n'/a' = 1;\n;\n'/b' = 2;",
    "template example;\n@{ a };\n'/b' = 2;",
  ],
  good: ["template example;\n'/a' = { 1; };"],
  check({ text, nodes, lexed }, report) {
    const annotationEnds = new Set(lexed.annotations.map(({ end }) => end));
    for (const { start, end } of nodes("EmptyStatement")) {
      // An annotation in front would then speak of the next statement.
      const isAnnotated = annotationEnds.has(text.slice(0, start).trimEnd().length);
      const fix = { title: "Remove it", edits: [removal(text, start, end)] };
      report({ start, end }, {}, isAnnotated ? {} : { fix });
    }
  },
});

/** Its whole line if nothing else is there, else itself and the white space before it. */
function removal(text: string, start: number, end: number) {
  const before = spaceBefore(text, start);
  if (before !== undefined) return { start: before.start, end, text: "" };
  const lineEnd = /^[ \t\f]*(\r\n|\r|\n)/.exec(text.slice(end, end + 200));
  if (spaceAfter(text, end) !== undefined || lineEnd === null) return { start, end, text: "" };
  const lineStart =
    Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1)) + 1;
  return { start: lineStart, end: end + lineEnd[0].length, text: "" };
}
