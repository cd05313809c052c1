/**
 * The syntax tree as stable text, for goldens: one node a line, children below it.
 *
 *     AssignStatement path="/a"
 *       value: BinaryExpression operator="+"
 *         left: LongLiteral value=1
 *         right: LongLiteral value=2
 */

import type { Template } from "../../../../src/pan/syntax/ast.ts";

/** Recurses as deep as the tree: meant for trees that people read. Neither offsets nor comments are shown. */
export function printAst(template: Template): string {
  const lines: string[] = [];
  printNode(lines, "", "", template);
  return `${lines.join("\n")}\n`;
}

type Fields = Readonly<Record<string, unknown>>;

function printNode(lines: string[], indent: string, label: string, node: object): void {
  const { kind, start: _start, end: _end, comments: _comments, ...fields } = node as Fields;
  const scalars: string[] = [];
  const children: [string, object][] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (Array.isArray(value)) for (const child of value) children.push([name, child]);
    else if (isNode(value)) children.push([name, value]);
    else scalars.push(...printScalar(name, value));
  }
  lines.push(`${indent}${label}${[kind, ...scalars].join(" ")}`);
  for (const [name, child] of children) {
    const childLabel = name === "statements" ? "" : `${name}: `;
    printNode(lines, `${indent}  `, childLabel, child);
  }
}

function isNode(value: unknown): value is object {
  return typeof value === "object" && value !== null && "kind" in value;
}

/** A field on its node's line: nothing for what is absent or a flag that is off, the name alone for one that is on. */
function printScalar(name: string, value: unknown): readonly string[] {
  if (value === undefined) return [];
  if (typeof value === "boolean" && name !== "value") return value ? [name] : [];
  if (typeof value === "object" && value !== null) return [`${name}=${printPart(value)}`];
  return [`${name}=${typeof value === "string" ? JSON.stringify(value) : String(value)}`];
}

/** A name, a path or a range. */
function printPart(part: object): string {
  if ("text" in part) return JSON.stringify(part.text);
  const { minimum, maximum } = part as Fields;
  return `${minimum ?? ""}..${maximum ?? ""}`;
}
