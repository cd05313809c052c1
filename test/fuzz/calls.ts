/**
 * Random calls of every built-in function and special form, made from their signatures.
 *
 * The signature says what to give: `substr(text: string, start: long, length?: long) -> string`. Arguments whose
 * names say more than their types, such as a path, get what fits the name.
 */

import { builtins } from "../../src/pan/evaluator/builtins/registry.ts";
import { specialForms } from "../../src/pan/evaluator/special-forms/registry.ts";
import type { Generator } from "./generator.ts";

interface Parameter {
  readonly name: string;
  readonly types: readonly string[];
  readonly isOptional: boolean;
}

interface Signature {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** Whether more arguments like the last ones may follow. */
  readonly isOpen: boolean;
  readonly result: string;
}

const signatures: readonly Signature[] = [...builtins.values(), ...specialForms.values()]
  .map(({ signature }) => parseSignature(signature))
  .toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** A call that gives a value of the kind; any call at all if no kind is wanted. */
export function fillCall(g: Generator, kind: string | undefined): string {
  const own = kind === undefined ? [] : (g.declared.get(`function.${kind}`) ?? []);
  if (own.length > 0 && g.random.chance(0.3)) {
    return `${g.random.pick(own)}(${g.fill("arguments")})`;
  }
  const fitting = kind === undefined || g.isWild() ? signatures : (byResult.get(kind) ?? []);
  if (fitting.length === 0) return g.fill(`literal.${kind ?? "E"}`);
  const signature = g.random.pick(fitting);
  return `${signature.name}(${fillArguments(g, signature).join(", ")})`;
}

function fillArguments(g: Generator, { parameters, isOpen }: Signature): readonly string[] {
  if (g.isWild()) return Array.from({ length: g.random.below(5) }, () => g.fill("E"));
  const given = parameters.filter(({ isOptional }) => !isOptional || g.random.chance(0.5));
  const more = isOpen ? g.random.below(3) * Math.min(2, parameters.length) : 0;
  const wanted = [...given, ...Array.from({ length: more }, (_, i) => given.at((i % 2) - 2))];
  return wanted.map((parameter) => (parameter === undefined ? g.fill("E") : fillOne(g, parameter)));
}

function fillOne(g: Generator, { name, types }: Parameter): string {
  const byName = holesByName[name];
  if (byName !== undefined && !g.isWild()) return g.fill(byName);
  return g.fill(holesByType[g.random.pick(types)] ?? "E");
}

const holesByName: Readonly<Record<string, string>> = {
  path: "pathString",
  what: "existing",
  flags: "flags",
  options: "flags",
  template: "templateString",
  file: "file",
  pattern: "regex",
  regex: "regex",
  regexp: "regex",
  regular_expression: "regex",
  format: "format",
  algorithm: "encoding",
  compression: "encoding",
  encoding: "encoding",
  key: "key",
};

const holesByType: Readonly<Record<string, string>> = {
  string: "S",
  long: "N",
  double: "D",
  number: "N",
  boolean: "B",
  list: "L",
  dict: "M",
  nlist: "M",
  resource: "resource",
  element: "E",
  property: "constant",
  reference: "target.E",
  name: "typeName.E",
  undef: "undef",
};

const kindsOfResult: Readonly<Record<string, readonly string[]>> = {
  string: ["S", "E"],
  long: ["N", "E"],
  double: ["D", "E"],
  number: ["N", "D", "E"],
  boolean: ["B", "E"],
  list: ["L", "E"],
  dict: ["M", "E"],
  nlist: ["M", "E"],
  resource: ["L", "M", "E"],
};

/** Calls that are more than their signature says; the grammar has them. */
const madeByGrammar = [
  "append",
  "create",
  "dict",
  "exists",
  "file_contents",
  "first",
  "index",
  "key",
  "merge",
  "next",
  "nlist",
  "prepend",
  "splice",
  "to_double",
  "to_long",
];

const byResult = groupByResult();

function groupByResult(): ReadonlyMap<string, readonly Signature[]> {
  const groups = new Map<string, Signature[]>();
  for (const signature of signatures) {
    if (madeByGrammar.includes(signature.name)) continue;
    for (const kind of kindsOfResult[signature.result] ?? []) {
      groups.set(kind, [...(groups.get(kind) ?? []), signature]);
    }
  }
  return groups;
}

function parseSignature(text: string): Signature {
  const [, name = "", inside = "", result = ""] = /^(\w+)\((.*)\)(?: -> (.*))?$/s.exec(text) ?? [];
  const parts = inside.split(/,\s*/).filter((part) => part !== "");
  return {
    name,
    parameters: parts.filter((part) => !part.startsWith("...")).map(parseParameter),
    isOpen: inside.includes("..."),
    result: result.split(/\s*\|\s*/)[0] ?? "",
  };
}

function parseParameter(text: string): Parameter {
  const [name = "", type = "element"] = text.split(/:\s*/);
  const isOptional = name.endsWith("?");
  return {
    name: name.replace("?", "").replace("...", ""),
    types: type.split(/\s*\|\s*/),
    isOptional,
  };
}
