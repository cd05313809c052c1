/** The pairs of `dict(…)` and `create(…)`: keys that stand there already, and those of the structure template. */

import type { AssignStatement } from "../../pan/syntax/ast.ts";
import type { Token } from "../../pan/syntax/token.ts";
import { sourceText } from "../schema/describe-type.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Cursor } from "./cursor.ts";
import type { OpenBracket } from "./scan-statement.ts";
import type { Suggestion } from "./suggestion.ts";
import { isText, textOf } from "./text-token.ts";

/** Texts directly behind the bracket or a comma of it that are followed by a comma. */
export function keysBefore(tokens: readonly Token[], { at }: OpenBracket): ReadonlySet<string> {
  const keys = new Set<string>();
  let depth = 0;
  for (let i = at + 1; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    if ("([{".includes(token.image)) depth++;
    if (")]}".includes(token.image)) depth--;
    const isKey = depth === 0 && isText(token) && tokens[i + 1]?.image === ",";
    if (isKey && "(,".includes(tokens[i - 1]?.image ?? "")) keys.add(textOf(token));
  }
  return keys;
}

/** A path that a structure template sets, and the statement that does so last. */
export interface StructureKey {
  readonly key: string;
  readonly file: string;
  readonly statement: AssignStatement;
  /** Whether it leaves the value to whoever uses it. */
  readonly isOpen: boolean;
}

export function keysOfStructure(
  workspace: Workspace,
  name: string,
  from: string,
): readonly StructureKey[] {
  const path = workspace.templatesNamed(name, from).find(({ kind }) => kind === "structure")?.path;
  const file = path === undefined ? undefined : workspace.file(path);
  if (file === undefined) return [];
  const keys = new Map<string, StructureKey>();
  for (const statement of file.template.statements) {
    if (statement.kind !== "AssignStatement" || statement.path.text.startsWith("/")) continue;
    const key = statement.path.text;
    const isOpen = statement.value.kind === "UndefLiteral";
    keys.set(key, { key, file: file.path, statement, isOpen });
  }
  return [...keys.values()];
}

/** What the structure template of `create('NAME', …)` sets; what it leaves open comes first. */
export function* structureKeys(
  workspace: Workspace,
  { tokens, file }: Pick<Cursor, "tokens" | "file">,
  bracket: OpenBracket,
  written: (key: string) => string,
): Iterable<Suggestion> {
  const name = tokens[bracket.at + 1];
  if (bracket.callee !== "create" || name === undefined || !isText(name)) return;
  const given = keysBefore(tokens, bracket);
  for (const { key, file: from, statement, isOpen } of keysOfStructure(
    workspace,
    textOf(name),
    file.path,
  )) {
    // A key of create() is one step.
    if (given.has(key) || key.includes("/")) continue;
    const detail = isOpen ? "must be given" : `= ${sourceText(workspace, from, statement.value)}`;
    yield { label: key, kind: "field", detail, text: written(key), rank: isOpen ? 0 : 1 };
  }
}
