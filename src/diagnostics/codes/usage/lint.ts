/** How `vmcs lint` is called wrongly. */

import type { Definitions } from "../../definition.ts";

export const lintUsageCodes = {
  "lint-rule-unknown": {
    severity: "error",
    message: "There is no lint rule `{id}`.",
    help: "`vmcs lint --list` names all rules.",
    explanation: `\`--rule\`, \`--disable\`, \`--severity\` and the project file name rules by their ids, which are two capitals
and three digits.

Wrong:

    vmcs lint --disable LP01 site

Right:

    vmcs lint --disable LP001 site`,
  },
  "lint-severity-invalid": {
    severity: "error",
    message: "`{given}` is not a severity of a rule.",
    help: "Write `ID=SEVERITY`, with one of: off, info, warning, error.",
    explanation: `\`--severity\` changes what a rule's findings count as: only errors, and warnings with \`--strict\`, make the
command fail.

Wrong:

    vmcs lint --severity LP001=fatal site

Right:

    vmcs lint --severity LP001=error site`,
  },
  "lint-baseline-invalid": {
    severity: "error",
    message: "The baseline `{path}` cannot be used: {problem}.",
    help: "Write it anew with `vmcs lint --baseline {path} --write-baseline`.",
    explanation: `A baseline lists findings that are known and accepted for the time being. The linter writes it as JSON; it is
kept with the sources and not edited by hand.

Wrong:

    vmcs lint --baseline vmcs.json site

Right:

    vmcs lint --baseline lint-baseline.json --write-baseline site`,
  },
} as const satisfies Definitions;
