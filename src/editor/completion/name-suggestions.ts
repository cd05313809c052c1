/** Names that DML and types can use: variables, functions, types. */

import { documentedFunctions } from "../../pan/evaluator/documentation/function-documentation.ts";
import { automaticVariables } from "../files/find-occurrences.ts";
import { primitiveTypes } from "../schema/describe-type.ts";
import { summaries } from "../workspace/summary.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Cursor } from "./cursor.ts";
import type { Suggestion } from "./suggestion.ts";

/** Local ones of the statement first, then those of the workspace, then automatic ones. */
export function* variableSuggestions(workspace: Workspace, cursor: Cursor): Iterable<Suggestion> {
  for (const label of localNames(cursor)) {
    yield { label, kind: "local", detail: "local variable", rank: 2 };
  }
  for (const [name, detail] of automaticNames(cursor)) {
    yield { label: name, kind: "variable", detail, rank: 3, subject: { kind: "variable", name } };
  }
  yield* globalVariables(workspace, cursor, 4);
}

export function* globalVariables(
  workspace: Workspace,
  { file }: Cursor,
  rank: number,
): Iterable<Suggestion> {
  for (const { file: declarer, variables } of summaries(workspace)) {
    for (const { name } of variables) {
      const detail = declarer.name;
      const isOwn = declarer.path === file.path;
      const subject = { kind: "variable", name } as const;
      yield { label: name, kind: "variable", detail, rank: isOwn ? rank - 1 : rank, subject };
    }
  }
}

/** Names that are assigned in the statement before the cursor, or go through something there. */
function localNames({ tokens }: Cursor): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [i, { image }] of tokens.entries()) {
    const next = tokens[i + 1]?.image;
    const isName = /^[A-Za-z_]\w*$/.test(image) && !automaticVariables.has(image);
    const before = tokens[i - 1]?.image ?? "";
    if (isName && i > 1 && next === "=" && /^[{;(]$/.test(before)) names.add(image);
    if (
      isName &&
      next === ";" &&
      isOfForeach(
        tokens.map((token) => token.image),
        i,
      )
    )
      names.add(image);
  }
  return names;
}

/** `foreach (key; value; …`: the name stands directly behind the bracket, or behind the first semicolon. */
function isOfForeach(images: readonly string[], at: number): boolean {
  if (images[at - 1] === "(") return images[at - 2] === "foreach";
  return images[at - 1] === ";" && images[at - 3] === "(" && images[at - 4] === "foreach";
}

const automatic: ReadonlyMap<string, string> = new Map([
  ["SELF", "the value that was there, or that is being checked"],
  ["ARGV", "the arguments of the function"],
  ["ARGC", "the number of arguments"],
  ["OBJECT", "the name of the object template"],
  ["TEMPLATE", "the name of the template"],
  ["FUNCTION", "the name of the function"],
  ["LOADPATH", "directories in which templates are looked for"],
]);

/** What an automatic variable is; undefined for other variables. */
export function automaticMeaning(name: string): string | undefined {
  return automatic.get(name);
}

function automaticNames({ tokens }: Cursor): readonly (readonly [string, string])[] {
  const isFunction = tokens[0]?.image === "function";
  const ofFunctions = new Set(["ARGV", "ARGC", "FUNCTION"]);
  return [...automatic].filter(([name]) => isFunction || !ofFunctions.has(name));
}

export function* functionSuggestions(workspace: Workspace): Iterable<Suggestion> {
  for (const { file, functions } of summaries(workspace)) {
    for (const { name } of functions) {
      yield callOf(name, file.name, 4);
    }
  }
  for (const { name, signature } of documentedFunctions()) yield callOf(name, signature, 5);
}

function callOf(name: string, detail: string, rank: number): Suggestion {
  const subject = { kind: "function", name } as const;
  return { label: name, kind: "function", detail, rank, subject };
}

export function* typeSuggestions(workspace: Workspace): Iterable<Suggestion> {
  for (const [name, detail] of primitiveTypes) {
    yield { label: name, kind: "type", detail, rank: 1, subject: { kind: "type", name } };
  }
  for (const { file, types } of summaries(workspace)) {
    for (const { name } of types) {
      const subject = { kind: "type", name } as const;
      yield { label: name, kind: "type", detail: file.name, rank: 2, subject };
    }
  }
}
