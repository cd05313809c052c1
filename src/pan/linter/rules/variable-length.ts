import { fileRule } from "../rule.ts";

export const variableLength = fileRule({
  id: "LP011",
  name: "variable-length",
  summary: "The names of global variables have five characters or more.",
  reads: "syntax",
  bad: ["template example;\nvariable RAM = 1;"],
  good: ["template example;\nvariable MEMORY = { ram = 1; ram; };"],
  check({ nodes }, report) {
    for (const { name } of nodes("VariableStatement")) {
      if (name.text.length < 5) report(name, { name: name.text });
    }
  },
});
