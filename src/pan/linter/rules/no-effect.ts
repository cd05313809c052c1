import { fileRule } from "../rule.ts";
import { isPure } from "../support/pure.ts";

export const noEffect = fileRule({
  id: "VP019",
  name: "no-effect",
  summary: "Expressions before the last one of a block do something.",
  reads: "syntax",
  bad: [
    "template example;\nfunction f = { x = 1; x == 2; x; };",
    "template example;\nfunction f = { merge(ARGV[0], ARGV[1]); true; };",
    "template example;\nfunction f = { 'a'; 'b'; };",
  ],
  good: [
    "template example;\nfunction f = { append('a'); debug('b'); x = 1; if (x == 1) g(); x; };",
  ],
  check({ nodes }, report) {
    for (const { expressions } of nodes("Block")) {
      for (const expression of expressions.slice(0, -1))
        if (isPure(expression)) report(expression, {});
    }
  },
});
