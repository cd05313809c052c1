import { setRule } from "../rule.ts";

export const unusedFunction = setRule({
  id: "VP003",
  name: "unused-function",
  summary: "Functions are called by some template.",
  complete: true,
  bad: ["object template example;\nfunction f = 1;"],
  good: ["object template example;\nfunction f = 1;\n'/a' = f();"],
  check({ files }, report) {
    const called = new Set(
      files.flatMap(({ calls, read }) => [...calls.map(({ name }) => name), ...read]),
    );
    for (const { functions } of files) {
      for (const { name, span } of functions) if (!called.has(name)) report(span, { name });
    }
  },
});
