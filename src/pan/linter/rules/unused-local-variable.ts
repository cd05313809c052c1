import type { Expression } from "../../syntax/ast.ts";
import { type Node, nodesIn } from "../../syntax/nodes.ts";
import { fileRule } from "../rule.ts";
import type { SourceFile } from "../source-file.ts";

export const unusedLocalVariable = fileRule({
  id: "VP001",
  name: "unused-local-variable",
  summary: "Local variables that are assigned are read.",
  reads: "syntax",
  bad: [
    "template example;\n'/a' = { x = 1; 2; };",
    "template example;\nfunction f = { x = dict(); x['a'] = 1; ARGV[0]; };",
    "template example;\ntype t = long with { x = SELF; true };",
  ],
  good: [
    "template example;\n'/a' = { x = 1; x; };\n'/b' = { foreach (k; v; X) { Y = v; }; Y };",
    `template example;\n'/a' = { x = 1; substitute('\${x}'); };`,
    "template example;\n'/a' = { SELF['b'] = 1; SELF; };",
  ],
  check(file, report) {
    for (const scope of scopesOf(file))
      checkScope(nodesIn(scope), (name, at) => report(at, { name }));
  },
});

const special: ReadonlySet<string> = new Set(["SELF", "ARGV", "ARGC"]);

function checkScope(nodes: readonly Node[], report: (name: string, at: Expression) => void): void {
  const { written, notRead } = writesIn(nodes);
  if (written.size === 0 || nodes.some(namesAnything)) return;
  for (const node of nodes) {
    if (node.kind === "VariableReference" && !notRead.has(node)) written.delete(node.name.text);
    if (node.kind !== "StringLiteral") continue;
    for (const [, name = ""] of node.value.matchAll(/\$\{(\w+)\}/g)) written.delete(name);
  }
  for (const [name, at] of written) if (!special.has(name)) report(name, at);
}

/** The first assignment to each name, and the references that only write. */
function writesIn(nodes: readonly Node[]) {
  const written = new Map<string, Expression>();
  const notRead = new Set<Node>();
  for (const node of nodes) {
    if (node.kind === "ForeachExpression") notRead.add(node.key).add(node.value);
    if (node.kind !== "Assignment") continue;
    notRead.add(node.target);
    const name = node.target.name.text;
    if (!written.has(name)) written.set(name, node.target);
  }
  return { written, notRead };
}

/** `substitute` of a text that comes from elsewhere, which may name any variable. */
function namesAnything(node: Node): boolean {
  const isSubstitute = node.kind === "CallExpression" && node.name.text === "substitute";
  return isSubstitute && node.args[0]?.kind !== "StringLiteral";
}

/** Expressions that have local variables of their own. */
function scopesOf({ nodes }: SourceFile): readonly Expression[] {
  return [
    ...nodes("AssignStatement").map(({ value }) => value),
    ...nodes("VariableStatement").map(({ value }) => value),
    ...nodes("FunctionStatement").map(({ body }) => body),
    ...nodes("ValidStatement").map(({ body }) => body),
    ...nodes("IncludeStatement").map(({ template }) => template),
    ...nodes("FullType").flatMap(({ validation }) =>
      validation === undefined ? [] : [validation],
    ),
  ];
}
