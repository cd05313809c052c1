/** One profile on its way: evaluation, defaults, validation, and what it came to depend on. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { CompiledTemplate } from "../evaluator/compiled-template.ts";
import type { Evaluation } from "../evaluator/evaluation.ts";
import type { Dependency } from "../profile/dependency.ts";

export interface ProfileBuild {
  readonly name: string;
  /** Undefined if there is no such template, or it has errors. */
  readonly template: CompiledTemplate | undefined;
  readonly evaluation: Evaluation;
  readonly diagnostics: Diagnostic[];
  /** Files that were looked up besides the templates in use; by kind and name. */
  readonly lookedUp: Map<string, Dependency>;
  /** "building" while its templates run: nobody may refer to it then. */
  state: "building" | "built" | "failed";
  /** Undefined until it was validated. */
  valid: boolean | undefined;
}
