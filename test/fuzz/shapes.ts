/** Sources that are long or deep in one direction: where recursion ends and quadratic time shows. */

import type { Random } from "./random.ts";

interface Shape {
  readonly name: string;
  /** The text of an object template's statements; `size` is the length or depth. */
  readonly make: (size: number) => string;
}

const shapes: readonly Shape[] = [
  nested("parentheses", "'/x' = ", "(", "1", ")"),
  nested("blocks", "'/x' = ", "{ ", "1", " }"),
  nested("calls", "'/x' = ", "list(", "1", ")"),
  nested("dicts", "'/x' = ", "dict('a', ", "1", ")"),
  nested("indexes", "'/x' = { a = dict('b', 1); ", "a[", "'b'", "]"),
  nested("conditions", "'/x' = ", "if (true) { ", "1", " }"),
  nested("loops", "'/x' = ", "foreach (k; v; list(1)) { ", "1", " }"),
  nested("records", "type t = ", "{ 'a' : ", "long", " }"),
  nested("rule conditions", "conflict ", "!(", "'/x'", ")"),
  { name: "sum", make: (n) => `'/x' = ${Array(n).fill("1").join(" + ")};` },
  { name: "logical chain", make: (n) => `'/x' = ${Array(n).fill("true").join(" && ")};` },
  {
    name: "else chain",
    make: (n) => `'/x' = ${"if (false) 1 else ".repeat(n)}2;`,
  },
  { name: "assignment chain", make: (n) => `'/x' = { ${"a = ".repeat(n)}1; };` },
  { name: "long list", make: (n) => `'/x' = list(${Array(n).fill("1").join(", ")});` },
  { name: "long block", make: (n) => `'/x' = { ${"a = 1; ".repeat(n)}a; };` },
  { name: "list of lists", make: (n) => `type t = long${"[]".repeat(n)};` },
  { name: "links", make: (n) => `type t = long${"*".repeat(n)};` },
  { name: "long string", make: (n) => `'/x' = '${"a".repeat(n * 10)}';` },
  { name: "long name", make: (n) => `variable ${"A".repeat(n * 10)} = 1;` },
  { name: "long number", make: (n) => `'/x' = ${"1".repeat(n)};` },
  { name: "deep path", make: (n) => `'${"/a".repeat(n)}' = 1;` },
  { name: "deep list path", make: (n) => `'/a${"/0".repeat(n)}' = 1;` },
  {
    name: "deep bind",
    make: (n) =>
      `type t = { 'x' ? long };\nbind '${"/a".repeat(n)}' = t;\n'${"/a".repeat(n)}/x' = 1;`,
  },
  { name: "quotes", make: (n) => `'/x' = ${"'".repeat(n)};` },
  { name: "backslashes", make: (n) => `'/x' = "${"\\".repeat(n)}";` },
  { name: "unclosed", make: (n) => "'/x' = list(dict({".repeat(n) },
  { name: "closed", make: (n) => `'/x' = ${")]}".repeat(n)};` },
  { name: "semicolons", make: (n) => ";".repeat(n) },
  { name: "heredocs", make: (n) => `'/x' = ${"<<A + ".repeat(n)}1;\n${"x\nA\n".repeat(n)}` },
  { name: "heredoc marks", make: (n) => "'/x' = <<A\n".repeat(n) },
  { name: "annotations", make: (n) => `${"@{ a = b }\n".repeat(n)}'/x' = 1;` },
  { name: "unclosed annotations", make: (n) => "@{\n".repeat(n) },
  { name: "comments", make: (n) => "# a\n".repeat(n) },
  { name: "unexpected characters", make: (n) => "`$".repeat(n) },
  {
    name: "many types",
    make: (n) =>
      Array.from({ length: n }, (_, i) => `type t${i} = ${i ? `t${i - 1}` : "long"};`).join("\n"),
  },
  {
    name: "many functions",
    make: (n) =>
      `${Array.from({ length: n }, (_, i) => `function f${i} = ${i ? `f${i - 1}()` : "1"};`).join("\n")}\n'/x' = f${n - 1}();`,
  },
  {
    name: "many paths",
    make: (n) => Array.from({ length: n }, (_, i) => `'/x/a${i}' = ${i};`).join("\n"),
  },
  {
    name: "growing string",
    make: (n) => `'/x' = { s = 'a'; for (i = 0; i < ${n}; i = i + 1) s = s + s; length(s); };`,
  },
  {
    name: "growing list",
    make: (n) =>
      `'/x' = { l = list(1); for (i = 0; i < ${n}; i = i + 1) l = merge(l, l); length(l); };`,
  },
  {
    name: "growing dict",
    make: (n) =>
      `'/x' = { d = dict('a', 1); for (i = 0; i < ${n}; i = i + 1) d = dict('b', d, 'c', d); d; };`,
  },
  {
    name: "deepening dict",
    make: (n) =>
      `'/x' = { d = dict('a', 1); for (i = 0; i < ${n}; i = i + 1) d = dict('b', d); d; };`,
  },
  {
    name: "recursion",
    make: (n) => `function f = if (ARGV[0] > 0) f(ARGV[0] - 1) else 1;\n'/x' = f(${n});`,
  },
  {
    name: "double recursion",
    make: (n) =>
      `function f = if (ARGV[0] > 0) f(ARGV[0] - 1) + f(ARGV[0] - 1) else 1;\n'/x' = f(${Math.min(n, 14)});`,
  },
  {
    name: "far index",
    make: (n) => `'/x' = { l = list(); l[${n}000] = 1; length(l); };`,
  },
];

const sizes = [1, 3, 10, 25, 49, 51, 100, 249, 251, 1000, 3000];

/** Statements of a random shape and size. */
export function makeShape(random: Random): string {
  return random.pick(shapes).make(random.pick(sizes));
}

function nested(name: string, before: string, open: string, middle: string, close: string): Shape {
  const end = before.includes("{ a =") ? "; }" : "";
  return {
    name,
    make: (n) => `${before}${open.repeat(n)}${middle}${close.repeat(n)}${end};`,
  };
}
