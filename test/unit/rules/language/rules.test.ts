/** Rule statements and the rules that they are, or why they are none. */
import { parseTemplate } from "../../../../src/pan/syntax/parse-template.ts";
import { formatClaim } from "../../../../src/rules/language/format-claim.ts";
import { lowerRule } from "../../../../src/rules/language/lower-rule.ts";
import type { Rule } from "../../../../src/rules/language/rule.ts";
import { diagnosticText } from "../../../road/place-source.ts";
import { goldenSuite } from "../../../support/fixtures.ts";

goldenSuite({
  folder: "rules/language",
  input: ".pan",
  golden: ".out",
  render: ({ name, text }) => {
    const parsed = parseTemplate(text, { file: name, dialect: "vmcs", mode: "compile" });
    const { template } = parsed;
    const statements = (template?.statements ?? []).filter(
      (statement) => statement.kind === "RuleStatement",
    );
    const isStructure = template?.templateKind === "structure";
    const lowered = statements.map((statement, index) =>
      lowerRule(
        {
          statement,
          template: template?.name.text ?? "",
          file: name,
          at: isStructure ? ["software", "packages", "own"] : undefined,
        },
        index + 1,
      ),
    );
    const rules = lowered.flatMap(({ rule }) => (rule === undefined ? [] : [describe(rule)]));
    const diagnostics = [...parsed.diagnostics, ...lowered.flatMap((result) => result.diagnostics)];
    return [...rules, diagnosticText(diagnostics, () => text)].join("\n");
  },
});

function describe({ id, kind, claim, when, priority, message }: Rule): string {
  const parts = [
    `${id}: ${kind} ${formatClaim(claim)}`,
    ...(when === undefined ? [] : [`when ${formatClaim(when)}`]),
    ...(kind === "suggest" ? [`priority ${priority}`] : []),
    ...(message === undefined ? [] : [`message ${JSON.stringify(message)}`]),
  ];
  return parts.join("\n  ");
}
