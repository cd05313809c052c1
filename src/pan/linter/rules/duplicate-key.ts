import { spanIn } from "../../../text/span.ts";
import { fileRule } from "../rule.ts";

const makers: ReadonlySet<string> = new Set(["dict", "nlist"]);

export const duplicateKey = fileRule({
  id: "VP012",
  name: "duplicate-key",
  summary: "A dict gives each key once.",
  reads: "syntax",
  bad: ["template example;\n'/a' = dict('b', 1, 'c', 2, \"b\", 3);"],
  good: ["template example;\n'/a' = dict('b', 'c', 'c', dict('b', X, X, 1));"],
  check({ path, nodes }, report) {
    for (const { name, args } of nodes("CallExpression")) {
      if (!makers.has(name.text)) continue;
      const seen = new Map<string, (typeof args)[number]>();
      for (const key of args.filter((_, i) => i % 2 === 0)) {
        if (key.kind !== "StringLiteral") continue;
        const first = seen.get(key.value);
        if (first === undefined) seen.set(key.value, key);
        else {
          const related = [{ span: spanIn(path, first), message: "It is given here first." }];
          report(key, { key: key.value }, { related });
        }
      }
    }
  },
});
