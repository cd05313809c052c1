/**
 * Holes of the grammar that need a memory of what was declared: variables, types, functions, calls.
 *
 * A kind is S, N, D, B, L, M or E (any), as in `grammar.ts`.
 */

import { fillCall } from "./calls.ts";
import type { Generator } from "./generator.ts";
import { type Kind, kinds } from "./grammar.ts";

export interface Hook {
  /** `set` fills `<set>` and `<set.S>`, `<set.N>`, … */
  readonly prefix: string;
  /** How deep its texts go at least, as for a production. */
  readonly height: number;
  readonly fill: (generator: Generator, kind: string) => string;
}

const realKinds = kinds.filter((kind) => kind !== "E");

export const hooks: readonly Hook[] = [
  { prefix: "local", height: 3, fill: (g, kind) => reference(g, "local", kind) },
  { prefix: "global", height: 3, fill: (g, kind) => reference(g, "global", kind) },
  { prefix: "target", height: 1, fill: target },
  { prefix: "spare", height: 1, fill: (g, kind) => newName(g, "local", kind) },
  { prefix: "set", height: 1, fill: setLocal },
  { prefix: "commit", height: 1, fill: commit },
  { prefix: "block", height: 9, fill: (g, kind) => inScope(g, () => g.fill(`blockText.${kind}`)) },
  { prefix: "branch", height: 9, fill: (g, kind) => inScope(g, () => g.fill(`dml.${kind}`)) },
  { prefix: "body", height: 9, fill: body },
  { prefix: "loopList", height: 3, fill: loopList },
  { prefix: "bound", height: 9, fill: bound },
  { prefix: "pairs", height: 3, fill: pairs },
  { prefix: "template", height: 1, fill: template },
  { prefix: "created", height: 3, fill: created },
  { prefix: "includedFields", height: 1, fill: includedFields },
  { prefix: "argument", height: 3, fill: argument },
  { prefix: "typeName", height: 1, fill: typeName },
  { prefix: "variableStatement", height: 9, fill: variableStatement },
  { prefix: "declareVariable", height: 9, fill: (g) => `variable ${variableStatement(g)}` },
  { prefix: "declareType", height: 9, fill: declareType },
  { prefix: "declareFunction", height: 9, fill: declareFunction },
  { prefix: "counter", height: 2, fill: counter },
  { prefix: "countedWhile", height: 9, fill: countedWhile },
  { prefix: "ruleStatement", height: 9, fill: ruleStatement },
  { prefix: "call", height: 9, fill: (g, kind) => fillCall(g, kind) },
  { prefix: "anyCall", height: 9, fill: (g) => fillCall(g, undefined) },
];

/** A variable of the kind; a literal if there is none. */
function reference(g: Generator, role: "local" | "global", kind: string): string {
  const names = namesOf(g, role, kind);
  if (names.length > 0) return g.random.pick(names);
  return g.isWild() ? newName(g, role, kind) : g.fill(`literal.${kind}`);
}

/** A variable that something is put into: one that is there or one that this makes. */
function target(g: Generator, kind: string): string {
  const names = namesOf(g, "local", kind);
  return names.length > 0 ? g.random.pick(names) : newName(g, "local", kind);
}

/** A variable that is assigned; it can be read from the next statement on. */
function setLocal(g: Generator, kind: string): string {
  const name = newName(g, "local", kind);
  declare(g, "assigned", `local.${kind} ${name}`);
  return name;
}

function commit(g: Generator): string {
  for (const assigned of g.declared.get("assigned") ?? []) {
    const [role = "", name = ""] = assigned.split(" ");
    declare(g, role, name);
  }
  g.declared.delete("assigned");
  return "";
}

/** A type for a path that has a value of the kind, or mostly has. */
function bound(g: Generator, kind: string): string {
  const path = g.fill(`path.${kind}`);
  const type = inNewBody(g, () => g.fill(`fullType.${kind}`));
  const value = g.isWild() ? "" : `'${path}' ?= ${g.fill(`literal.${kind}`)};\n`;
  return `${value}bind '${path}' = ${type};`;
}

/** Distinct keys with values of their kinds. */
function pairs(g: Generator): string {
  const keys = ["s0", "n0", "l0", "m0", "s1"].filter(() => g.random.chance(0.3));
  return keys.map((key) => `'${key}', ${g.fill(key.slice(0, 1).toUpperCase())}`).join(", ");
}

/** The name of a template that can be included here. */
function template(g: Generator): string {
  const names = g.declared.get("templates") ?? [];
  return names.length > 0 ? `'${g.random.pick(names)}'` : "'types'";
}

function created(g: Generator): string {
  if (!g.declared.has("structure")) return g.fill("literal.M");
  return g.random.chance(0.5)
    ? "create('part/struct')"
    : `create('part/struct', 's0', ${g.fill("S")})`;
}

function includedFields(g: Generator): string {
  const names = g.declared.get("record") ?? [];
  return names.length > 0 ? `include ${g.random.pick(names)}` : "";
}

function argument(g: Generator, kind: string): string {
  const isInFunction = g.declared.has("function body");
  if (isInFunction && g.random.chance(0.5)) return `ARGV[${g.random.below(2)}]`;
  return g.fill(`literal.${kind}`);
}

/** A type that is declared, else a built-in one. */
function typeName(g: Generator, kind: string): string {
  const names = namesOf(g, "type", kind);
  if (names.length > 0) return g.random.pick(names);
  return g.isWild() ? "no_such_type" : (builtinTypes[kind as Kind] ?? "element");
}

const builtinTypes: Readonly<Record<Kind, string>> = {
  S: "string",
  N: "long",
  D: "double",
  B: "boolean",
  L: "list",
  M: "dict",
  E: "element",
};

function variableStatement(g: Generator): string {
  const kind = g.random.pick(realKinds);
  const name = newName(g, "global", kind);
  const value = inNewBody(g, () => g.fill(`dml.${kind}`));
  declare(g, `global.${kind}`, name);
  return `${name} ${g.fill("set_operator")} ${value};`;
}

function declareType(g: Generator): string {
  const kind = g.random.pick(kinds);
  const name = `t${kind.toLowerCase()}${(g.declared.get(`type.${kind}`) ?? []).length}`;
  const type = inNewBody(g, () => g.fill(`fullType.${kind}`));
  declare(g, `type.${kind}`, name);
  if (type.endsWith("}") && /^(?:extensible )?\{/.test(type)) declare(g, "record", name);
  return `type ${name} = ${type};`;
}

function declareFunction(g: Generator): string {
  const kind = g.random.pick(kinds);
  const name = `f${kind.toLowerCase()}${(g.declared.get(`function.${kind}`) ?? []).length}`;
  const body = inNewBody(g, () => {
    g.declared.set("function body", []);
    return g.fill(`dml.${kind}`);
  });
  g.declared.delete("function body");
  declare(g, `function.${kind}`, name);
  return `function ${name} = ${body};`;
}

/** The head of a `for` loop that ends. */
function counter(g: Generator): string {
  const name = newCounter(g);
  return `${name} = 0; ${name} < ${g.fill("small")}; ${name} = ${name} + 1`;
}

function countedWhile(g: Generator): string {
  const name = newCounter(g);
  const limit = g.fill("small");
  const statements = body(g).slice(1, -1);
  return `${name} = 0; while (${name} < ${limit}) {${statements} ${name} = ${name} + 1; }`;
}

/** The body of a loop. */
function body(g: Generator): string {
  const isOutermost = !g.declared.has("loop");
  g.declared.set("loop", []);
  const text = inScope(g, () => g.fill("bodyText"));
  if (isOutermost) g.declared.delete("loop");
  return text;
}

/**
 * What `foreach` walks along. Within a loop it is no variable: one that grows in each turn of the inner loop doubles
 * in each turn of the outer one.
 */
function loopList(g: Generator): string {
  return g.fill(g.declared.has("loop") ? "literal.L" : "L");
}

/** A variable that nothing else assigns. */
function newCounter(g: Generator): string {
  return `i${g.count()}`;
}

/** Only the dialect `vmcs` has rules; elsewhere they are a syntax error. */
function ruleStatement(g: Generator): string {
  return g.options.vmcs || g.isWild() ? g.fill("rule") : ";";
}

/** Makes a part that has its own local variables. */
export function inNewBody(g: Generator, make: () => string): string {
  return inScope(g, () => {
    for (const kind of kinds) g.declared.delete(`local.${kind}`);
    return make();
  });
}

/** Makes a part that may not run: what it assigns is not known after it. */
function inScope(g: Generator, make: () => string): string {
  const outer = new Map(kinds.map((kind) => [kind, g.declared.get(`local.${kind}`) ?? []]));
  const assigned = g.declared.get("assigned") ?? [];
  g.declared.delete("assigned");
  const text = make();
  for (const [kind, names] of outer) g.declared.set(`local.${kind}`, names);
  g.declared.set("assigned", assigned);
  return text;
}

/** Names that are declared for a role; for the kind E those of every kind. */
function namesOf(g: Generator, role: string, kind: string): readonly string[] {
  if (kind !== "E") return g.declared.get(`${role}.${kind}`) ?? [];
  return kinds.flatMap((each) => g.declared.get(`${role}.${each}`) ?? []);
}

function newName(g: Generator, role: "local" | "global", kind: string): string {
  // A variable keeps its kind, so one of any kind gets a name of its own.
  const number = kind === "E" ? g.count() : g.random.below(3);
  const name = `${kind.toLowerCase()}${number}`;
  return role === "local" ? name : name.toUpperCase();
}

function declare(g: Generator, key: string, name: string): void {
  const names = g.declared.get(key) ?? [];
  if (!names.includes(name)) g.declared.set(key, [...names, name]);
}
