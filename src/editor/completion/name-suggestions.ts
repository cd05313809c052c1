/** Names that DML and types can use: variables, functions, types. */

import { documentedFunctions } from "../../pan/evaluator/documentation/function-documentation.ts";
import { automaticVariables } from "../files/automatic-variables.ts";
import { primitiveTypes } from "../schema/describe-type.ts";
import { reachOf } from "../workspace/reach.ts";
import { summaries } from "../workspace/summary.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Cursor } from "./cursor.ts";
import type { Suggestion } from "./suggestion.ts";

/** How near a name is: what a template does not reach comes behind all that it does. */
const ranks = { local: 2, own: 3, reached: 4, builtIn: 5, ofLibrary: 6, automatic: 7, far: 9 };

/** Local ones of the statement first, then those of the workspace by how near they are, and automatic ones. */
export function* variableSuggestions(workspace: Workspace, cursor: Cursor): Iterable<Suggestion> {
  for (const label of localNames(cursor)) {
    yield { label, kind: "local", detail: "local variable", rank: ranks.local };
  }
  const rank = isAboutSelf(cursor) ? ranks.own : ranks.automatic;
  for (const [name, detail] of automaticNames(cursor)) {
    yield { label: name, kind: "variable", detail, rank, subject: { kind: "variable", name } };
  }
  yield* globalVariables(workspace, cursor);
}

/** Only a checked value and a block of statements often have to do with `SELF` and `ARGV`. */
function isAboutSelf({ tokens, open }: Cursor): boolean {
  const isCheck = ["valid", "type", "function", "bind"].includes(tokens[0]?.image ?? "");
  return isCheck || open.some(({ kind }) => kind === "{");
}

export function* globalVariables(workspace: Workspace, { file }: Cursor): Iterable<Suggestion> {
  const reach = reachOf(workspace, file.path);
  for (const { file: declarer, variables } of summaries(workspace)) {
    const isOwn = declarer.path === file.path;
    const rank = isOwn ? ranks.own : rankOf(workspace, reach, declarer);
    for (const { name } of variables) {
      const subject = { kind: "variable", name } as const;
      yield { label: name, kind: "variable", detail: declarer.name, rank, subject };
    }
  }
}

/** Most of what the library declares is for its own use. */
function rankOf(
  workspace: Workspace,
  reach: ReadonlySet<string>,
  { path }: { readonly path: string },
): number {
  if (!reach.has(path)) return ranks.far;
  return workspace.isOfLibrary(path) ? ranks.ofLibrary : ranks.reached;
}

/** Names that are assigned in the statement before the cursor, or go through something there. */
function localNames({ tokens }: Cursor): ReadonlySet<string> {
  const names = new Set<string>();
  const images = tokens.map(({ image }) => image);
  for (const [i, image] of images.entries()) {
    if (!/^[A-Za-z_]\w*$/.test(image) || automaticVariables.has(image)) continue;
    const next = images[i + 1];
    const isAssigned = i > 1 && next === "=" && /^[{;(]$/.test(images[i - 1] ?? "");
    if (isAssigned || (next === ";" && isOfForeach(images, i))) names.add(image);
  }
  return names;
}

/** `foreach (key; value; …`: the name stands directly behind the bracket, or behind the first semicolon. */
function isOfForeach(images: readonly string[], at: number): boolean {
  if (images[at - 1] === "(") return images[at - 2] === "foreach";
  return images[at - 1] === ";" && images[at - 3] === "(" && images[at - 4] === "foreach";
}

function automaticNames({ tokens }: Cursor): readonly (readonly [string, string])[] {
  const isFunction = tokens[0]?.image === "function";
  const ofFunctions = new Set(["ARGV", "ARGC", "FUNCTION"]);
  return [...automaticVariables].filter(([name]) => isFunction || !ofFunctions.has(name));
}

export function* functionSuggestions(
  workspace: Workspace,
  { file: user }: Cursor,
): Iterable<Suggestion> {
  const reach = reachOf(workspace, user.path);
  for (const { file, functions } of summaries(workspace)) {
    const rank = rankOf(workspace, reach, file);
    for (const { name } of functions) yield callOf(name, file.name, rank);
  }
  for (const { name, signature } of documentedFunctions()) {
    yield callOf(name, signature, ranks.builtIn);
  }
}

function callOf(name: string, detail: string, rank: number): Suggestion {
  const subject = { kind: "function", name } as const;
  return { label: name, kind: "function", detail, rank, subject };
}

export function* typeSuggestions(
  workspace: Workspace,
  { file: user }: Cursor,
): Iterable<Suggestion> {
  const reach = reachOf(workspace, user.path);
  for (const [name, detail] of primitiveTypes) {
    yield { label: name, kind: "type", detail, rank: 1, subject: { kind: "type", name } };
  }
  for (const { file, types } of summaries(workspace)) {
    const rank = reach.has(file.path) ? 2 : ranks.far;
    for (const { name } of types) {
      const subject = { kind: "type", name } as const;
      yield { label: name, kind: "type", detail: file.name, rank, subject };
    }
  }
}
