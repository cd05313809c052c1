/** A graph as data, the same for all views: what is drawn, and where it is written. */

import { compareCodeUnits } from "../base/compare.ts";
import type { Span } from "../text/span.ts";
import { nodesInCycles } from "./cycles.ts";

/** What a node is, which decides how it looks. */
export type NodeKind =
  | "object"
  | "ordinary"
  | "unique"
  | "declaration"
  | "structure"
  /** Named, and not there. */
  | "missing"
  /** Not there, and asked for with `if_exists` alone. */
  | "absent"
  | "dynamic"
  | "path"
  | "package"
  | "rule";

export interface GraphNode {
  /** One of a kind within the graph. */
  readonly id: string;
  readonly label: string;
  readonly kind: NodeKind;
  /** Where it is declared; several templates of one name have several places. */
  readonly places: readonly Span[];
  /** Whether it is a part of a circle. */
  readonly inCycle: boolean;
}

export type EdgeKind =
  | "include"
  | "create"
  | "sets"
  | "requires"
  | "conflicts"
  | "suggests"
  | "provides";

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** Whether it depends on something whether it is there: a condition, a name that is put together. */
  readonly isConditional: boolean;
  /** What is written beside it. */
  readonly label: string | undefined;
  /** Where it is written. */
  readonly places: readonly Span[];
}

export interface Graph {
  /** What it shows. */
  readonly title: string;
  /** Ordered by name. */
  readonly nodes: readonly GraphNode[];
  /** Ordered by their ends. */
  readonly edges: readonly GraphEdge[];
}

/** Collects nodes and edges in any order; what is added twice is there once, with the places of both. */
export class GraphBuilder {
  private readonly nodes = new Map<string, Omit<GraphNode, "inCycle">>();
  private readonly edges = new Map<string, GraphEdge>();

  node(node: Omit<GraphNode, "inCycle">): void {
    const known = this.nodes.get(node.id);
    if (known === undefined) this.nodes.set(node.id, node);
    else this.nodes.set(node.id, { ...known, places: union(known.places, node.places) });
  }

  has(id: string): boolean {
    return this.nodes.has(id);
  }

  edge(edge: GraphEdge): void {
    const key = JSON.stringify([edge.from, edge.to, edge.kind, edge.label]);
    const known = this.edges.get(key);
    if (known === undefined) this.edges.set(key, edge);
    else {
      const isConditional = known.isConditional && edge.isConditional;
      this.edges.set(key, { ...known, isConditional, places: union(known.places, edge.places) });
    }
  }

  finish(title: string): Graph {
    const edges = [...this.edges.values()].sort(compareEdges);
    const circular = nodesInCycles([...this.nodes.keys()], edges);
    const nodes = [...this.nodes.values()]
      .toSorted((a, b) => compareCodeUnits(a.id, b.id))
      .map((node) => ({ ...node, inCycle: circular.has(node.id) }));
    return { title, nodes, edges };
  }
}

function compareEdges(a: GraphEdge, b: GraphEdge): number {
  return (
    compareCodeUnits(a.from, b.from) ||
    compareCodeUnits(a.to, b.to) ||
    compareCodeUnits(a.kind, b.kind) ||
    compareCodeUnits(a.label ?? "", b.label ?? "")
  );
}

function union(known: readonly Span[], more: readonly Span[]): readonly Span[] {
  const isKnown = (span: Span): boolean =>
    known.some(({ file, start }) => file === span.file && start === span.start);
  const added = more.filter((span) => !isKnown(span));
  return [...known, ...added].sort((a, b) => compareCodeUnits(a.file, b.file) || a.start - b.start);
}
