/** All nodes of a syntax tree, whatever their kind, or by kind. */

import type {
  Annotation,
  Condition,
  Expression,
  FieldNode,
  FullType,
  IncludeFieldsNode,
  Statement,
  Template,
  TypeNode,
} from "./ast.ts";

export type Node =
  | Statement
  | Expression
  | Condition
  | FullType
  | TypeNode
  | FieldNode
  | IncludeFieldsNode
  | Annotation;

export type NodeKind = Node["kind"];
export type NodeOf<Kind extends NodeKind> = Extract<Node, { readonly kind: Kind }>;

/** The nodes of a kind, in the order of the text. */
export type NodesByKind = <Kind extends NodeKind>(kind: Kind) => readonly NodeOf<Kind>[];

export function nodesByKind(template: Template): NodesByKind {
  const byKind = new Map<string, Node[]>();
  for (const statement of template.statements) {
    for (const node of nodesIn(statement)) {
      const known = byKind.get(node.kind);
      if (known === undefined) byKind.set(node.kind, [node]);
      else known.push(node);
    }
  }
  return <Kind extends NodeKind>(kind: Kind) => (byKind.get(kind) ?? []) as NodeOf<Kind>[];
}

/** A node and all below it, each before its children. No recursion: chains of operators may be long. */
export function nodesIn(root: Node): readonly Node[] {
  const found: Node[] = [];
  const waiting: object[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    // Operands of rules have a kind and no place of their own: only what they hold is a node.
    if ("kind" in node && "start" in node) found.push(node as Node);
    const children = childrenOf(node);
    for (let i = children.length - 1; i >= 0; i--) waiting.push(children[i] as object);
  }
  return found;
}

/** Everything that has a kind, in the order of the fields, which is the order of the text. */
function childrenOf(node: object): readonly object[] {
  const children: object[] = [];
  for (const value of Object.values(node) as readonly unknown[]) {
    if (Array.isArray(value)) children.push(...value.filter(isNode));
    else if (isNode(value)) children.push(value);
  }
  return children;
}

function isNode(value: unknown): value is object {
  return typeof value === "object" && value !== null && "kind" in value;
}
