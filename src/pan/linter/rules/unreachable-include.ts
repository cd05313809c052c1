import type { Expression } from "../../syntax/ast.ts";
import { fileRule } from "../rule.ts";
import { resultsOf } from "../support/results.ts";

export const unreachableInclude = fileRule({
  id: "VP007",
  name: "unreachable-include",
  summary: "Every include can include something.",
  reads: "syntax",
  bad: [
    "template example;\ninclude null;",
    "template example;\ninclude if (false) 'a';",
    "template example;\ninclude { if (X) undef else null; };",
  ],
  good: ["template example;\ninclude if (X) 'a' else null;\ninclude if (true) 'b';\ninclude F(X);"],
  check({ nodes }, report) {
    for (const { template } of nodes("IncludeStatement")) {
      const results = resultsOf(template);
      if (!results.every(isNothing)) continue;
      const isCondition = template.kind === "IfExpression" && results.length === 0;
      report(template, {
        reason: isCondition ? "its condition is never true" : "it gives no name",
      });
    }
  },
});

function isNothing({ kind }: Expression): boolean {
  return kind === "NullLiteral" || kind === "UndefLiteral";
}
