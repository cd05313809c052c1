/** Rule statements of a template: as they are written, and the paths that they speak of. */

import type { Term } from "../../pan/tree/term.ts";
import { lowerRule } from "../../rules/language/lower-rule.ts";
import { type Claim, subjectPath, testsOf } from "../../rules/language/rule.ts";
import type { Described } from "./declarations.ts";
import { placeOf } from "./doc-source.ts";
import type { RuleDoc } from "./library.ts";

export function rulesOf({ from, code }: Described): readonly RuleDoc[] {
  const { template, path: file } = from.source;
  const at = structurePlace(from.source.template);
  return from.source.nodes("RuleStatement").map((statement, i): RuleDoc => {
    const active = { statement, template: template.name.text, file, at };
    // What is wrong with a rule is said by the commands that use it.
    const { rule } = lowerRule(active, i + 1);
    const claims = [rule?.claim, rule?.when].filter((claim) => claim !== undefined);
    return {
      id: `${template.name.text}#${i + 1}`,
      kind: statement.rule,
      template: from.id,
      place: placeOf(from, statement.start),
      code: code(statement),
      message: statement.message,
      priority: statement.priority === undefined ? undefined : Number(statement.priority),
      paths: [...new Set(claims.flatMap(pathsOf))],
    };
  });
}

function pathsOf(claim: Claim): readonly string[] {
  return testsOf(claim).flatMap(({ subject, operand }) =>
    operand.kind === "path" ? [subjectPath(subject), operand.path] : [subjectPath(subject)],
  );
}

/** A structure template with a name is a package, whose rules come with it. */
function structurePlace({
  templateKind,
  statements,
}: Described["from"]["source"]["template"]): readonly Term[] | undefined {
  if (templateKind !== "structure") return undefined;
  const named = statements.find(
    (statement) => statement.kind === "AssignStatement" && statement.path.text === "name",
  );
  const value = named?.kind === "AssignStatement" ? named.value : undefined;
  return value?.kind === "StringLiteral" ? ["software", "packages", value.value] : undefined;
}
