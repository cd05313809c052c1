/** The part of a graph that can be reached from some nodes, forwards or against the arrows, within a distance. */

import type { Graph, GraphEdge } from "./graph.ts";

export interface Reach {
  readonly from: readonly string[];
  /** Against the arrows: who leads to them. */
  readonly isReverse: boolean;
  /** Most steps; undefined for any number. */
  readonly depth: number | undefined;
}

export function reachable(graph: Graph, { from, isReverse, depth = Infinity }: Reach): Graph {
  const next = new Map<string, string[]>();
  for (const edge of graph.edges) {
    const [start, end] = isReverse ? [edge.to, edge.from] : [edge.from, edge.to];
    const known = next.get(start);
    if (known === undefined) next.set(start, [end]);
    else known.push(end);
  }
  const distances = new Map(from.map((id) => [id, 0]));
  for (const [id, distance] of distances) {
    if (distance >= depth) continue;
    for (const other of next.get(id) ?? []) {
      if (!distances.has(other)) distances.set(other, distance + 1);
    }
  }
  // An edge between two nodes at the very end leads further than was asked for.
  const leadsOn = ({ from: start, to: end }: GraphEdge): boolean =>
    (distances.get(isReverse ? end : start) ?? Infinity) < depth;
  return {
    title: graph.title,
    nodes: graph.nodes.filter(({ id }) => distances.has(id)),
    edges: graph.edges.filter(
      (edge) => distances.has(edge.from) && distances.has(edge.to) && leadsOn(edge),
    ),
  };
}
