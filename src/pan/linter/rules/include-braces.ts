import type { Block } from "../../syntax/ast.ts";
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
      if (template.kind !== "Block" || template.expressions.length !== 1) continue;
      report(template, {}, { fix: fixOf(file, template) });
    }
  },
});

/** Nothing but the expression, white space and semicolons may go, so no fix where a comment would. */
function fixOf({ text }: SourceFile, block: Block) {
  const [only] = block.expressions;
  if (only === undefined) return undefined;
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
