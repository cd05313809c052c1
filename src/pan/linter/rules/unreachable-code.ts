import type { CallExpression, Expression } from "../../syntax/ast.ts";
import { fileRule } from "../rule.ts";
import { isPure } from "../support/pure.ts";

const ending: ReadonlySet<string> = new Set(["return", "error"]);

export const unreachableCode = fileRule({
  id: "VP018",
  name: "unreachable-code",
  summary: "Nothing follows `return` or `error` in a block.",
  reads: "syntax",
  bad: [
    "template example;\nfunction f = { return(1); 2; };",
    "template example;\nfunction f = { if (X) { error('no'); x = 1; }; true; };",
  ],
  good: [
    "template example;\nfunction f = { if (X) { error('no'); false; }; error('no'); return(false); };",
    "template example;\nfunction f = { if (X) return(1); if (Y) { error('no'); }; 2; };",
  ],
  check({ nodes }, report) {
    for (const { expressions } of nodes("Block")) {
      const end = expressions.findIndex(
        (e) => e.kind === "CallExpression" && ending.has(e.name.text),
      );
      const call = expressions[end];
      const first = expressions[end + 1];
      if (call?.kind !== "CallExpression" || first === undefined) continue;
      if (expressions.length === end + 2 && isResult(call, first)) continue;
      const place = { start: first.start, end: expressions.at(-1)?.end ?? first.end };
      report(place, { function: call.name.text });
    }
  },
});

/** Many write a result behind `error`, for the reader's sake. */
function isResult(call: CallExpression, expression: Expression): boolean {
  if (call.name.text !== "error") return false;
  const isReturn = expression.kind === "CallExpression" && expression.name.text === "return";
  return isReturn ? expression.args.every(isPure) : isPure(expression);
}
