/** A graph for Graphviz (dot language). */

import type { Graph, GraphEdge, GraphNode, NodeKind } from "../graph.ts";

const shapes: Readonly<Record<NodeKind, string>> = {
  object: "shape=doubleoctagon",
  ordinary: "shape=box",
  unique: "shape=box, peripheries=2",
  declaration: "shape=note",
  structure: "shape=component",
  missing: "shape=box, style=dashed, color=red",
  absent: "shape=box, style=dashed, color=gray, fontcolor=gray",
  dynamic: "shape=diamond, style=dashed",
  path: "shape=plaintext",
  package: "shape=box3d",
  rule: "shape=ellipse",
};

const arrows: Readonly<Record<GraphEdge["kind"], string>> = {
  include: "",
  create: "arrowhead=odiamond",
  sets: "arrowhead=vee",
  requires: "",
  conflicts: "color=red, arrowhead=tee",
  suggests: "color=darkgreen, arrowhead=empty",
  provides: "arrowhead=onormal, style=dotted",
};

export function dotText({ title, nodes, edges }: Graph): string {
  const circular = new Set(nodes.filter(({ inCycle }) => inCycle).map(({ id }) => id));
  const lines = [
    `digraph ${quoted(title)} {`,
    "  rankdir=LR;",
    "  node [fontname=Helvetica, fontsize=10];",
    "  edge [fontname=Helvetica, fontsize=9];",
    ...nodes.map((node) => `  ${quoted(node.id)} [${nodeAttributes(node)}];`),
    ...edges.map(
      (edge) => `  ${quoted(edge.from)} -> ${quoted(edge.to)}${edgeText(edge, circular)};`,
    ),
    "}",
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function nodeAttributes({ id, label, kind, inCycle }: GraphNode): string {
  const parts = [
    ...(label === id ? [] : [`label=${quoted(label)}`]),
    shapes[kind],
    ...(inCycle ? ["penwidth=2, fontcolor=red"] : []),
  ];
  return parts.join(", ");
}

function edgeText(edge: GraphEdge, circular: ReadonlySet<string>): string {
  const { kind, label, isConditional, from, to } = edge;
  const isBack = kind !== "conflicts" && circular.has(from) && circular.has(to);
  const parts = [
    ...(label === undefined ? [] : [`label=${quoted(label)}`]),
    ...(arrows[kind] === "" ? [] : [arrows[kind]]),
    ...(isConditional && kind !== "provides" ? ["style=dashed"] : []),
    ...(isBack ? ["color=red"] : []),
  ];
  return parts.length === 0 ? "" : ` [${parts.join(", ")}]`;
}

/** Within quotes a backslash starts an escape of labels, so it is doubled; a quote ends the text. */
function quoted(text: string): string {
  const escaped = text.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\r?\n/g, "\\n");
  return `"${escaped}"`;
}
