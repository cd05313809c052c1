/** What a path of the model becomes in emitted files, and the unit that it is in there. */

import { lazily } from "../../base/lazily.ts";
import { machineFacts, type PathFacts } from "../../doc/library/destinations.ts";
import { eachStep } from "../../doc/library/path-tree.ts";
import type { Term } from "../../pan/tree/term.ts";

interface Node {
  facts: PathFacts | undefined;
  readonly children: Map<string, Node>;
}

const tree = lazily((): Node => {
  const root: Node = { facts: undefined, children: new Map() };
  for (const [path, facts] of machineFacts()) {
    let node = root;
    for (const step of path.split("/").slice(1)) {
      const known = node.children.get(step) ?? { facts: undefined, children: new Map() };
      node.children.set(step, known);
      node = known;
    }
    node.facts = facts;
  }
  return root;
});

/** Undefined for what is no part of the model of machines. */
export function destinationsOf(terms: readonly Term[]): PathFacts | undefined {
  let node: Node | undefined = tree();
  for (const term of terms) {
    node = node.children.get(String(term)) ?? node.children.get(eachStep);
    if (node === undefined) return undefined;
  }
  return node.facts;
}
