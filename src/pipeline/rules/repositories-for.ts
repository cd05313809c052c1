/** The repositories that a profile is judged by. */

import type { CompiledProfile } from "../../pan/compiler/compile.ts";
import { describesMachine } from "../describes-machine.ts";
import type { RuleSet } from "./rule-set.ts";

/** Those that were named; and the laws, which are those of machines. */
export function repositoriesFor(
  profile: CompiledProfile,
  set: Pick<RuleSet, "repositories" | "laws">,
): RuleSet["repositories"] {
  const laws = describesMachine(profile) ? set.laws() : undefined;
  return laws === undefined ? set.repositories : [...set.repositories, laws];
}
