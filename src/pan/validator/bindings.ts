/** The bindings of a profile in the order in which defaults and validation visit them: deepest paths first. */

import type { Binding, Evaluation } from "../evaluator/evaluation.ts";
import { compareBindingPaths } from "../tree/path.ts";

export function bindingsInOrder(ctx: Evaluation): readonly Binding[] {
  return [...ctx.bindings.values()].sort((a, b) => compareBindingPaths(a.path, b.path));
}
