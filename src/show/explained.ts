/** What `vmcs explain PATH` has found, before it is shown. */

import type { Explanation, ShownValue } from "../pan/history/explanation.ts";
import type { ProfileHistory } from "../pan/history/profile-history.ts";
import type { PathRules } from "../pipeline/rules/rules-of-path.ts";

/** A path with all that is said of it. */
export interface ExplainedPath {
  readonly explanation: Explanation;
  /** Undefined where no rules were asked. */
  readonly rules: PathRules | undefined;
  /** What rules put there in place of what the templates have put there, if they do. */
  readonly completed?: ShownValue | undefined;
}

/** One profile with the answer to the path that was asked for. */
export interface ExplainedProfile {
  readonly name: string;
  readonly file: string;
  readonly state: ProfileHistory["state"];
  readonly paths: readonly AnsweredPath[];
}

export interface AnsweredPath extends ExplainedPath {
  /** The values below a dict or a list; undefined of other values. */
  readonly leaves: readonly Explanation[] | undefined;
}
