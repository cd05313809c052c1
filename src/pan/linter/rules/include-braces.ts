import type { Block, Expression } from "../../syntax/ast.ts";
import { fileRule } from "../rule.ts";
import type { SourceFile } from "../source-file.ts";

export const includeBraces = fileRule({
  id: "LP005",
  name: "include-braces",
  summary: "What is included stands without braces.",
  reads: "syntax",
  bad: [
    "template example;\ninclude { 'a' };\ninclude {'b';};",
    "template example;\ninclude { if (X) 'a' else null };",
    "template example;\ninclude { return('c'); };",
    "template example;\ninclude {\n    # why\n    'a'\n};",
  ],
  good: ["template example;\ninclude 'a';\ninclude { name = 'b'; name };"],
  check(file, report) {
    for (const { template } of file.nodes("IncludeStatement")) {
      if (template.kind !== "Block") continue;
      const [only, ...more] = template.expressions;
      if (only === undefined || more.length > 0) continue;
      report(template, {}, { fix: fixOf(file, template, only) });
    }
  },
});

/** Nothing but the expression, white space and semicolons may go, so no fix where a comment would. */
function fixOf({ text }: SourceFile, block: Block, only: Expression) {
  // Here the author should leave out the call as well.
  if (only.kind === "CallExpression" && only.name.text === "return") return undefined;
  const before = text.slice(block.start + 1, only.start);
  const behind = text.slice(only.end, block.end - 1);
  if (!/^\s*$/.test(before) || !/^[\s;]*$/.test(behind)) return undefined;
  const edits = [
    { start: block.start, end: only.start, text: "" },
    { start: only.end, end: block.end, text: "" },
  ];
  return { title: "Remove the braces", edits };
}
