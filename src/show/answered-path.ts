/** What there is to say of a path: who has written it, and what rules do with it. */

import { peekAt } from "../pan/evaluator/write-log.ts";
import { explainPath } from "../pan/history/explain-path.ts";
import type { ShownValue } from "../pan/history/explanation.ts";
import type { ProfileHistory } from "../pan/history/profile-history.ts";
import { shownValue } from "../pan/history/shown-value.ts";
import { formatTerms } from "../pan/tree/path.ts";
import type { Term } from "../pan/tree/term.ts";
import { isResource, type Value } from "../pan/tree/value.ts";
import type { ResolvedProfile } from "../pipeline/rules/resolve-profile.ts";
import { rulesOfPath } from "../pipeline/rules/rules-of-path.ts";
import type { AnsweredPath } from "./explained.ts";

/** Without what is below the path; `resolved` is undefined where no rules were asked. */
export function answeredPath(
  history: ProfileHistory,
  resolved: ResolvedProfile | undefined,
  terms: readonly Term[],
): AnsweredPath {
  return {
    explanation: explainPath(history, terms),
    rules: resolved?.result && rulesOfPath(resolved.result, formatTerms(terms)),
    completed: resolved && completedValue(history.profile.root, resolved.profile.root, terms),
    leaves: undefined,
  };
}

/** What rules put there, where the templates have put something else or nothing. */
function completedValue(
  given: Value,
  completed: Value,
  terms: readonly Term[],
): ShownValue | undefined {
  const [before, value] = [peekAt(given, terms), peekAt(completed, terms)];
  if (value === undefined || value === before) return undefined;
  // Of a dict that templates have made, rules complete what is in it.
  return isResource(value) && before !== undefined ? undefined : shownValue(value);
}
