import { fileRule } from "../rule.ts";

/** The linter itself reports these, once all other rules have spoken. */
export const unusedSuppression = fileRule({
  id: "VP017",
  name: "unused-suppression",
  summary: "Suppression comments suppress something.",
  reads: "layout",
  bad: [
    "template example;\n# panlint disable=LP011\nvariable MEMORY = 1;",
    "template example;\n# panlint disable=LP011,LP010\nvariable RAM = 1;",
  ],
  good: [
    "template example;\n# panlint disable=LP011\n# It is short, and known to all.\nvariable RAM = 1;",
    "template example;\n# panlint disable=VP015\nvariable MEMORY = 1;",
  ],
  check: () => undefined,
});
