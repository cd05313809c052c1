/** The arguments of a function of the workspace, by how its body reads ARGV and what its annotations say. */

import { documentationOf } from "../../doc/library/documentation.ts";
import type { Expression, FunctionStatement } from "../../pan/syntax/ast.ts";
import { visitExpressions } from "../../pan/syntax/expression-parts.ts";

export interface FunctionArgument {
  readonly name: string;
  /** From an annotation; empty if nothing is said. */
  readonly text: string;
  readonly isOptional: boolean;
}

export interface FunctionArguments {
  /** `name(first, second, ...)` */
  readonly label: string;
  readonly parameters: readonly FunctionArgument[];
  /** Whether there can be more than those that are named. */
  readonly isOpen: boolean;
}

export function argumentsOf({ name, body, annotations }: FunctionStatement): FunctionArguments {
  const documentation = documentationOf(annotations);
  const used = usedArguments(body);
  const count = Math.max(documentation.arguments.length, used.highest + 1);
  const parameters = Array.from({ length: count }, (_, i): FunctionArgument => {
    const said = documentation.arguments[i] ?? "";
    const pair = /^(\w+)\s*[:-]\s+(.*)$/s.exec(said);
    return {
      name: used.names.get(i) ?? pair?.[1] ?? wordOf(said) ?? `argument${i + 1}`,
      text: pair?.[2] ?? said,
      isOptional: used.optionalFrom !== undefined && i >= used.optionalFrom,
    };
  });
  const isOpen = used.isWhole;
  const shown = unlike(parameters);
  const words = shown.map(({ name: own, isOptional }) => (isOptional ? `${own}?` : own));
  const label = `${name.text}(${[...words, ...(isOpen ? ["..."] : [])].join(", ")})`;
  return { label, parameters: shown, isOpen };
}

/** Two arguments with one name get a number. */
function unlike(parameters: readonly FunctionArgument[]): readonly FunctionArgument[] {
  return parameters.map((one, i) => {
    const isTaken = parameters.slice(0, i).some(({ name }) => name === one.name);
    return isTaken ? { ...one, name: `${one.name}${i + 1}` } : one;
  });
}

/** "the list of numbers" is called list. */
function wordOf(said: string): string | undefined {
  const words = said.toLowerCase().match(/[a-z]\w*/g) ?? [];
  return words.find((word) => !["a", "an", "the", "name", "of", "what"].includes(word));
}

interface Used {
  /** -1 if none is read by a number. */
  highest: number;
  readonly names: Map<number, string>;
  /** Whether ARGV is used as a whole, or by an index that is computed. */
  isWhole: boolean;
  /** Arguments from here on are asked for before they are read. */
  optionalFrom: number | undefined;
}

function usedArguments(body: Expression): Used {
  const used: Used = { highest: -1, names: new Map(), isWhole: false, optionalFrom: undefined };
  visitExpressions(body, (node) => {
    if (node.kind === "VariableReference" && node.name.text === "ARGV") {
      const index = indexOf(node);
      if (index === undefined) used.isWhole = true;
      else used.highest = Math.max(used.highest, index);
    }
    if (node.kind === "Assignment") noteName(used, node.target.name.text, node.value);
    if (node.kind === "BinaryExpression") noteCount(used, node);
    if (node.kind === "CallExpression" && node.name.text === "exists")
      noteAsked(used, node.args[0]);
  });
  return used;
}

/** The number that ARGV is indexed with. */
function indexOf(node: Expression | undefined): number | undefined {
  if (node?.kind !== "VariableReference" || node.name.text !== "ARGV") return undefined;
  const [index] = node.indexes;
  return index?.kind === "LongLiteral" && index.value >= 0n && index.value < 64n
    ? Number(index.value)
    : undefined;
}

/** `size = ARGV[0]` */
function noteName(used: Used, name: string, value: Expression): void {
  const index = indexOf(value);
  const isPlain = value.kind === "VariableReference" && value.indexes.length === 1;
  if (index !== undefined && isPlain && !used.names.has(index)) used.names.set(index, name);
}

/** `ARGC > 1` and its like: what lies beyond may be left out. */
function noteCount(used: Used, node: Extract<Expression, { kind: "BinaryExpression" }>): void {
  const { left, right, operator } = node;
  if (left.kind !== "VariableReference" || left.name.text !== "ARGC") return;
  if (right.kind !== "LongLiteral" || right.value > 64n) return;
  const count = Number(right.value);
  const first =
    operator === ">" ? count : operator === ">=" || operator === "==" ? count - 1 : undefined;
  if (first !== undefined && first >= 0) noteOptional(used, first);
}

function noteAsked(used: Used, asked: Expression | undefined): void {
  const index = indexOf(asked);
  const isPlain = asked?.kind === "VariableReference" && asked.indexes.length === 1;
  if (index !== undefined && isPlain) noteOptional(used, index);
}

function noteOptional(used: Used, from: number): void {
  used.optionalFrom = Math.min(used.optionalFrom ?? from, from);
}
