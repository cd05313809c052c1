/** One profile on its way: evaluation, defaults, validation, and what it came to depend on. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { CompiledTemplate } from "../evaluator/compiled-template.ts";
import type { Counters } from "../evaluator/counters.ts";
import type { Evaluation } from "../evaluator/evaluation.ts";
import type { Dependency } from "../profile/dependency.ts";
import { Provenance } from "../tree/provenance.ts";
import type { SourceLookup } from "./source-lookup.ts";

/** What is needed of an evaluation when it is over; the rest is let go. */
export type FinishedEvaluation = Pick<
  Evaluation,
  "root" | "objectDependencies" | "templates" | "provenance"
>;

export interface ProfileBuild {
  readonly name: string;
  /** Undefined if there is no such template, or it has errors. */
  readonly template: CompiledTemplate | undefined;
  readonly evaluation: Evaluation | FinishedEvaluation;
  readonly diagnostics: Diagnostic[];
  readonly counters: Counters;
  /** Files that were looked up besides the templates in use; by kind and name. */
  readonly lookedUp: Map<string, Dependency>;
  /** Every question after a file, by all that decides its answer. */
  readonly lookups: Map<string, SourceLookup>;
  /** Files besides templates of which it has read the contents. */
  readonly texts: Set<string>;
  /** "building" while its templates run: nobody may refer to it then. */
  state: "building" | "built" | "failed";
  /** Whether its own configuration is valid; undefined until it was validated. */
  isValidItself: boolean | undefined;
  /** Whether those that it refers to are valid as well; undefined until it is finished. */
  valid: boolean | undefined;
  /** Whether it met a circle of profiles: what it says of it depends on which profile was begun first. */
  isCyclic: boolean;
}

/** The build without what only its evaluation and its writers need. */
export function released(build: ProfileBuild): ProfileBuild {
  const { root, objectDependencies, templates } = build.evaluation;
  const provenance = new Provenance();
  return { ...build, evaluation: { root, objectDependencies, templates, provenance } };
}
