/** Finished configurations, one for each kind of machine: those that include the same template first. */

import type { Dict } from "../../tree/dict.ts";
import { freezeFinished, settle } from "../../tree/settle.ts";
import type { Evaluation } from "../evaluation.ts";

/** Kinds of machines whose profiles take turns. */
const mostTrees = 16;

export class FinishedTrees {
  private readonly trees = new Map<string, Dict>();

  /** Makes the configuration a copy of an earlier one wherever they are equal. */
  settle({ root, templates }: Evaluation): void {
    const [, first = ""] = templates.keys();
    const other = this.trees.get(first);
    if (other !== undefined) {
      settle(root, other, true);
      return;
    }
    const content = freezeFinished(root);
    if (content === undefined) return;
    for (const oldest of this.trees.keys()) {
      if (this.trees.size < mostTrees) break;
      this.trees.delete(oldest);
    }
    this.trees.set(first, content);
  }
}
