/** A graph for Mermaid (flowchart), which GitHub and GitLab draw in Markdown. */

import type { Graph, GraphEdge, GraphNode, NodeKind } from "../graph.ts";

const shapes: Readonly<Record<NodeKind, readonly [string, string]>> = {
  object: ["([", "])"],
  ordinary: ["[", "]"],
  unique: ["[[", "]]"],
  declaration: [">", "]"],
  structure: ["[/", "/]"],
  missing: ["[", "]"],
  absent: ["[", "]"],
  dynamic: ["{", "}"],
  path: ["(", ")"],
  package: ["[(", ")]"],
  rule: ["{{", "}}"],
};

export function mermaidText({ nodes, edges }: Graph): string {
  // Names of nodes are letters and digits, so that no name can be taken for syntax.
  const names = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  const nameOf = (id: string): string => names.get(id) ?? "";
  const classes = (["missing", "absent", "dynamic"] as const).map((kind) =>
    classLine(kind, nodes, nameOf),
  );
  const circular = nodes.filter(({ inCycle }) => inCycle).map(({ id }) => nameOf(id));
  const lines = [
    "flowchart LR",
    ...nodes.map((node) => `  ${nameOf(node.id)}${shaped(node)}`),
    ...edges.map((edge) => `  ${nameOf(edge.from)} ${arrow(edge)} ${nameOf(edge.to)}`),
    ...classes.flat(),
    ...(circular.length === 0
      ? []
      : ["  classDef cycle stroke:#c00,stroke-width:3px", `  class ${circular.join(",")} cycle`]),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function shaped({ label, kind }: GraphNode): string {
  const [open, close] = shapes[kind];
  return `${open}"${escaped(label)}"${close}`;
}

function arrow({ kind, label, isConditional }: GraphEdge): string {
  const word = [kind === "include" || kind === "sets" ? "" : kind, label ?? ""]
    .filter((text) => text !== "")
    .join(" ");
  const line = kind === "conflicts" ? "--x" : isConditional ? "-.->" : "-->";
  return word === "" ? line : `${line}|"${escaped(word)}"|`;
}

function classLine(
  kind: "missing" | "absent" | "dynamic",
  nodes: readonly GraphNode[],
  nameOf: (id: string) => string,
): readonly string[] {
  const members = nodes.filter((node) => node.kind === kind).map(({ id }) => nameOf(id));
  if (members.length === 0) return [];
  const color = kind === "missing" ? "#c00" : "#888";
  return [
    `  classDef ${kind} stroke:${color},stroke-dasharray:4`,
    `  class ${members.join(",")} ${kind}`,
  ];
}

/** Everything that could end the quotes, or be taken for HTML or an entity, is written by its number. */
function escaped(text: string): string {
  return text.replace(/["#;&<>\\`\r\n]/g, (letter) => `#${letter.charCodeAt(0)};`);
}
