import { fileRule } from "../rule.ts";
import { textOf } from "../source-file.ts";
import { isPure } from "../support/pure.ts";

export const selfAssignment = fileRule({
  id: "VP011",
  name: "self-assignment",
  summary: "Nothing is assigned to itself.",
  reads: "syntax",
  bad: [
    "template example;\nfunction f = { x = 1; x = x; x['a'] = x['a']; x; };",
    "template example;\nvariable MEMORY = MEMORY;",
  ],
  good: [
    "template example;\nfunction f = { x = 1; y = x; x['a'] = x['b']; y; };\nvariable MEMORY ?= 1;",
  ],
  check(file, report) {
    for (const assignment of file.nodes("Assignment")) {
      const { target, value } = assignment;
      if (value.kind !== "VariableReference" || textOf(file, target) !== textOf(file, value))
        continue;
      if (target.indexes.every(isPure)) report(assignment, { name: textOf(file, target) });
    }
    for (const { name, value, conditional } of file.nodes("VariableStatement")) {
      if (conditional || value.kind !== "VariableReference" || value.indexes.length > 0) continue;
      if (value.name.text === name.text) report(value, { name: name.text });
    }
  },
});
