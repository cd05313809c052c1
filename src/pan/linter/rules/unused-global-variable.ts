import { setRule } from "../rule.ts";

/** The compiler reads them. */
const ofTheCompiler: ReadonlySet<string> = new Set([
  "LOADPATH",
  "OBJECT",
  "SELF",
  "FUNCTION",
  "TEMPLATE",
]);

export const unusedGlobalVariable = setRule({
  id: "VP002",
  name: "unused-global-variable",
  summary: "Global variables are read by some template.",
  complete: true,
  bad: ["object template example;\nvariable MEMORY = 1;"],
  good: [
    {
      "example.pan":
        "object template example;\nvariable MEMORY = 1;\nvariable LOADPATH = list();\ninclude 'other';",
      "other.pan": "template other;\n'/a' = MEMORY;",
    },
    "object template example;\nvariable CHECK = if (X) error('no');",
    `object template example;\nvariable MEMORY = 1;\n'/a' = substitute('\${MEMORY}');`,
  ],
  check({ files }, report) {
    const read = new Set(files.flatMap((file) => [...file.read]));
    for (const { variables } of files) {
      for (const { name, span, forEffect } of variables) {
        if (!read.has(name) && !forEffect && !ofTheCompiler.has(name)) report(span, { name });
      }
    }
  },
});
