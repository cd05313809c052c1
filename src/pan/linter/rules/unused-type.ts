import { setRule } from "../rule.ts";

export const unusedType = setRule({
  id: "VP004",
  name: "unused-type",
  summary: "Types are bound, or used in other types.",
  complete: true,
  bad: ["object template example;\ntype t = long;"],
  good: [
    "object template example;\ntype t = long;\ntype u = { 'a' : t[] };\ntype w = { include u };\nbind '/a' = w;",
    "object template example;\ntype t = long;\n'/a' = is_valid(t, 1);",
  ],
  check({ files }, report) {
    const used = new Set(files.flatMap(({ typesUsed, read }) => [...typesUsed, ...read]));
    for (const { types } of files) {
      for (const { name, span } of types) if (!used.has(name)) report(span, { name });
    }
  },
});
