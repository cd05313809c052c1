/** The rule statements that hold for a profile: those of its templates, and of the structures in it. */

import type { RuleStatement } from "../syntax/ast.ts";
import type { Term } from "../tree/term.ts";
import type { FinishedEvaluation } from "./profile-build.ts";

export interface ActiveRule {
  readonly statement: RuleStatement;
  /** Name and file of the template that it stands in. */
  readonly template: string;
  readonly file: string;
  /** For a structure template, where its dict is; it holds once for each such place. */
  readonly at: readonly Term[] | undefined;
}

/** In the order in which the templates were read, and of the statements in them. */
export function activeRules({ templates, provenance }: FinishedEvaluation): readonly ActiveRule[] {
  const withRules = [...templates.values()].filter(({ rules }) => rules.length > 0);
  if (withRules.length === 0) return [];
  const instances = withRules.some(({ kind }) => kind === "structure")
    ? provenance.structures()
    : [];
  return withRules.flatMap(({ kind, name, file, rules }) => {
    const places =
      kind === "structure"
        ? instances.filter(({ template }) => template === name).map(({ terms }) => terms)
        : [undefined];
    return places.flatMap((at) =>
      rules.map((statement) => ({ statement, template: name, file, at })),
    );
  });
}
