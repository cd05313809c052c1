/** What the value at the cursor is to become: the path that it is for, and the types that it is to have. */

import type { Token } from "../../pan/syntax/token.ts";
import { isPathProblem, parsePath } from "../../pan/tree/path.ts";
import type { Term } from "../../pan/tree/term.ts";
import { placesOfPath } from "../schema/structure-places.ts";
import { fieldsOf, namedType, stepDown, type TypePlace, typesAt } from "../schema/type-at.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Cursor } from "./cursor.ts";
import type { OpenBracket } from "./scan-statement.ts";
import { isText, textOf } from "./text-token.ts";

export interface Target {
  /** Below the root; undefined if it has no place there, as within a type. */
  readonly path: readonly Term[] | undefined;
  readonly types: readonly TypePlace[];
}

const nowhere: Target = { path: undefined, types: [] };

/** What a path in a file stands for. */
export function targetOfPath(workspace: Workspace, cursor: Cursor, text: string): Target {
  const path = parsePath(text, cursor.prefix !== undefined);
  if (isPathProblem(path) || path.kind === "external") return nowhere;
  const isBelow = path.kind === "relative" && cursor.prefix !== undefined;
  if (isBelow) return targetAt(workspace, [...(cursor.prefix ?? []), ...path.terms]);
  const places = placesOfPath(workspace, cursor.file, path);
  const types = places.flatMap((terms) => typesAt(workspace, terms));
  return { path: places[0], types };
}

export function targetAt(workspace: Workspace, path: readonly Term[]): Target {
  return { path, types: typesAt(workspace, path) };
}

function below(workspace: Workspace, { path, types }: Target, term: Term): Target {
  return { path: path && [...path, term], types: stepDown(workspace, types, term) };
}

/** What the statement gives a value, or is about: the path of an assignment, `SELF` of a validation. */
function targetOfStatement(workspace: Workspace, cursor: Cursor): Target {
  const { tokens } = cursor;
  const start = tokens[0]?.image === "final" ? 1 : 0;
  const [first, second] = tokens.slice(start);
  if (first === undefined) return nowhere;
  if (isText(first)) return targetOfPath(workspace, cursor, textOf(first));
  if (second === undefined) return nowhere;
  if (first.image === "type" && !isText(second)) return targetInType(workspace, cursor, second);
  if (["bind", "valid", "type"].includes(first.image)) {
    return targetOfPath(workspace, cursor, textOf(second));
  }
  return nowhere;
}

/** Within the validation or the default of a type, or of a field in its records. */
function targetInType(workspace: Workspace, cursor: Cursor, { image }: Token): Target {
  const named = namedType(workspace, image);
  if (named === undefined) return nowhere;
  let types: readonly TypePlace[] = [named];
  const records = cursor.open.filter((bracket) => isRecord(cursor, bracket));
  for (const [i, record] of records.entries()) {
    const end = records[i + 1]?.at ?? cursor.tokens.length;
    const key = fieldBefore(cursor.tokens, record.at + 1, end);
    if (key === undefined) return nowhere;
    types = types.flatMap((place) => fieldsOf(workspace, place).get(key) ?? []);
  }
  return { path: undefined, types };
}

/** Of a type, not of DML: it stands where a type can. */
export function isRecord({ tokens, open }: Cursor, { kind, at }: OpenBracket): boolean {
  if (kind !== "{" || !["type", "bind"].includes(tokens[0]?.image ?? "")) return false;
  const dml = tokens.findIndex(
    (token, i) => i < at && (token.image === "with" || (token.image === "=" && i > 2)),
  );
  const outer = open.findLast((bracket) => bracket.kind === "{" && bracket.at < at);
  const before = tokens[at - 1]?.image ?? "";
  const isField = before === ":" || before === "?" || before === "extensible";
  if (outer !== undefined) return isField;
  return dml < 0 || isField;
}

/** The last key of a record between two places. */
function fieldBefore(tokens: readonly Token[], from: number, to: number): string | undefined {
  for (let i = to - 1; i >= from; i--) {
    const [token, next] = [tokens[i], tokens[i + 1]?.image];
    if (token !== undefined && isText(token) && (next === ":" || next === "?"))
      return textOf(token);
  }
  return undefined;
}

/** The value at the cursor within brackets of the statement's value; nothing is known inside unknown calls. */
export function targetOfValue(workspace: Workspace, cursor: Cursor): Target {
  let target = targetOfStatement(workspace, cursor);
  for (const bracket of cursor.open) {
    const step = stepThrough(cursor, bracket);
    if (step === "unknown") return nowhere;
    if (step !== "same") target = below(workspace, target, step);
  }
  return target;
}

/** A step that the part of a bracket in which the cursor is takes down. */
function stepThrough(cursor: Cursor, bracket: OpenBracket): Term | "same" | "unknown" {
  const { tokens } = cursor;
  switch (bracket.kind) {
    case "{":
      return isRecord(cursor, bracket) || !assignsLocal(tokens, bracket) ? "same" : "unknown";
    case "[":
      return "unknown";
    case "(": {
      if (bracket.callee === undefined) return "same";
      if (bracket.callee === "list") return bracket.separators;
      return keyOfPair(tokens, bracket) ?? "unknown";
    }
  }
}

/** In a block: `name = …` behind the last semicolon. */
function assignsLocal(tokens: readonly Token[], { part }: OpenBracket): boolean {
  const [name, equals] = tokens.slice(part, part + 2);
  return equals?.image === "=" && name?.image !== "SELF";
}

/** The key whose value is being written in `dict(…)` or `create(…)`. */
function keyOfPair(tokens: readonly Token[], bracket: OpenBracket): string | undefined {
  if (!isPairs(bracket) || isKeyPosition(bracket)) return undefined;
  const comma = bracket.part - 1;
  const key = tokens[comma - 1];
  return key !== undefined && isText(key) && comma - 1 > bracket.at ? textOf(key) : undefined;
}

/** Of calls that take keys and values by turns. */
export function isPairs({ callee }: OpenBracket): boolean {
  return callee === "dict" || callee === "nlist" || callee === "create";
}

/** Whether the cursor stands where `dict(…)` or `create(…)` wants a key. */
export function isKeyPosition(bracket: OpenBracket): boolean {
  // The first argument of create() is the template.
  return isPairs(bracket) && bracket.separators % 2 === (bracket.callee === "create" ? 1 : 0);
}

/** What a pair of `dict(…)` or `create(…)` at the cursor is part of. */
export function targetOfPairs(workspace: Workspace, cursor: Cursor): Target {
  return targetOfValue(workspace, { ...cursor, open: cursor.open.slice(0, -1) });
}

/** What is indexed at the cursor: `SELF['a'][`, or a variable of the statement that was given `value('/path')`. */
export function targetOfIndex(workspace: Workspace, cursor: Cursor): Target {
  const bracket = cursor.open.at(-1);
  return bracket === undefined ? nowhere : targetOfReference(workspace, cursor, bracket.at);
}

/** What stands before a comparison: `SELF == `, `SELF['a'] == `, `value('/a') == `. */
export function targetOfCompared(workspace: Workspace, cursor: Cursor): Target | undefined {
  const operator = cursor.tokens.at(-1)?.image ?? "";
  if (operator !== "==" && operator !== "!=") return undefined;
  return targetOfReference(workspace, cursor, cursor.tokens.length - 1);
}

/** The reference that ends before a token. */
function targetOfReference(workspace: Workspace, cursor: Cursor, end: number): Target {
  const { tokens } = cursor;
  const steps: Term[] = [];
  let at = end - 1;
  while (tokens[at]?.image === "]" && tokens[at - 2]?.image === "[") {
    steps.unshift(termOf(tokens[at - 1]));
    at -= 3;
  }
  const base = targetOfName(workspace, cursor, at);
  return steps.reduce((target, step) => below(workspace, target, step), base);
}

/** An index that is computed is one of a list or dict, whose elements are all of one type. */
function termOf(token: Token | undefined): Term {
  return token !== undefined && isText(token) ? textOf(token) : 0;
}

function targetOfName(workspace: Workspace, cursor: Cursor, at: number): Target {
  const { tokens } = cursor;
  const name = tokens[at];
  if (name?.image === "SELF") return targetOfStatement(workspace, cursor);
  const called = calledWithPath(tokens, at);
  if (called !== undefined) return targetOfPath(workspace, cursor, called);
  const given = tokens.findIndex(
    (token, i) => token.image === name?.image && tokens[i + 1]?.image === "=" && i < at,
  );
  if (name === undefined || given < 0) return nowhere;
  const end = tokens.findIndex((token, i) => i > given && token.image === ";");
  if (isSelf(tokens.slice(given + 2, end))) return targetOfReference(workspace, cursor, end);
  const path = tokens[given + 2]?.image === "value" ? tokens[given + 4] : undefined;
  return path !== undefined && isText(path)
    ? targetOfPath(workspace, cursor, textOf(path))
    : nowhere;
}

/** `SELF`, perhaps with indexes of one token each. */
function isSelf([name, ...indexes]: readonly Token[]): boolean {
  const isIndexed = indexes.every(
    ({ image }, i) => i % 3 === 1 || image === (i % 3 === 0 ? "[" : "]"),
  );
  return name?.image === "SELF" && isIndexed && indexes.length % 3 === 0;
}

/** `value('/path')` that ends with the token at an index. */
function calledWithPath(tokens: readonly Token[], at: number): string | undefined {
  const [name, open, path, close] = tokens.slice(Math.max(0, at - 3), at + 1);
  const isCall = name?.image === "value" && open?.image === "(" && close?.image === ")";
  return isCall && path !== undefined && isText(path) ? textOf(path) : undefined;
}

/** The fields of records among types, each key once. */
export function fieldsOfTypes(
  workspace: Workspace,
  types: readonly TypePlace[],
): ReadonlyMap<string, TypePlace> {
  const fields = new Map<string, TypePlace>();
  for (const place of types) {
    for (const [key, field] of fieldsOf(workspace, place)) {
      if (!fields.has(key)) fields.set(key, field);
    }
  }
  return fields;
}
