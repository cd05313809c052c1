/** What only shows when all repositories are there: unknown packages, rules that say nothing, or too much. */

import { sortDiagnostics } from "../../diagnostics/arrange.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Rule } from "../language/rule.ts";
import type { Repository } from "../repository/load-repository.ts";
import { checkNames } from "./check-names.ts";
import { checkNeededVersions } from "./check-needed-versions.ts";
import { checkRules } from "./check-rules.ts";
import { checkVersions } from "./check-versions.ts";

/** The repositories that are used together; lists of distributions count as well as templates. */
export function checkRepositories(repositories: readonly Repository[]): readonly Diagnostic[] {
  const sources = repositories.map(({ packages }) => packages);
  const rulesOf = ({ rules, packages }: Repository): readonly Rule[] => [
    ...rules,
    ...packages.allRules(),
  ];
  const versions = repositories.flatMap((repository) =>
    checkVersions(rulesOf(repository), sources, repository.packages.scheme),
  );
  const names = checkNames(repositories.flatMap(rulesOf), sources);
  const found = [...versions, ...names];
  // A version that nobody can read makes a rule void, which would be told again as something else.
  const isReadable = versions.length === 0;
  if (!isReadable) return sortDiagnostics(found);
  const logic = checkRules(
    repositories.flatMap(({ rules }) => rules),
    sources,
  );
  const needs = checkNeededVersions(repositories.flatMap(rulesOf), sources);
  return sortDiagnostics([...found, ...needs, ...logic]);
}
