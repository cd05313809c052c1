/** What holds for every syntax tree, as functions that name the nodes for which it does not. */

import type { Located } from "../../src/text/span.ts";

/** Every node of a tree, with the node that holds it. */
export interface PlacedNode {
  readonly node: Located & { readonly kind: string };
  readonly parent: Located;
}

export function nodesOf(root: Located): readonly PlacedNode[] {
  const found: PlacedNode[] = [];
  const waiting: { readonly value: unknown; readonly parent: Located }[] = [
    { value: root, parent: root },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, parent } = next;
    if (typeof value !== "object" || value === null) continue;
    const isPlaced = "start" in value && "end" in value;
    if (isPlaced) {
      const kind = "kind" in value ? String(value.kind) : "part";
      found.push({ node: { ...(value as Located), kind }, parent });
    }
    const around = isPlaced ? (value as Located) : parent;
    for (const child of Object.values(value)) waiting.push({ value: child, parent: around });
  }
  return found;
}

/** The nodes that do not lie inside the node that holds them. */
export function misplacedNodes(root: Located): readonly string[] {
  return nodesOf(root)
    .filter(({ node, parent }) => !isPlaced(node, parent))
    .map(({ node, parent }) => {
      return `${node.kind} ${node.start}-${node.end} in ${parent.start}-${parent.end}`;
    });
}

/** An annotation stands before the node that it describes. */
function isPlaced(node: PlacedNode["node"], parent: Located): boolean {
  if (node.start > node.end) return false;
  if (node.kind === "Annotation" && node.end <= parent.start) return true;
  return node.start >= parent.start && node.end <= parent.end;
}
