import { fileRule } from "../rule.ts";

export const variableCase = fileRule({
  id: "LP010",
  name: "variable-case",
  summary: "Global variables are in capitals.",
  reads: "syntax",
  bad: ["template example;\nvariable memorySize = 1;", "template example;\nvariable memory ?= 1;"],
  good: ["template example;\nvariable MEMORY_2 = { memory = 1; memory; };"],
  check({ nodes }, report) {
    for (const { name } of nodes("VariableStatement")) {
      // A small letter at either end alone is let through, as panlint does.
      if (/^.+[a-z].+$/.test(name.text)) report(name, { name: name.text });
    }
  },
});
