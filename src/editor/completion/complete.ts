/** What can be written at a place: by the tokens before it, the types of the workspace, and its names. */

import type { Place } from "../files/editor-file.ts";
import { quoted } from "../schema/describe-type.ts";
import { expectedName } from "../workspace/template-place.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { type Cursor, cursorAt } from "./cursor.ts";
import { dmlSuggestionsAt } from "./in-dml.ts";
import { textSuggestionsAt } from "./in-text.ts";
import { typeSuggestionsAt } from "./in-type.ts";
import {
  annotationKeys,
  annotationNames,
  conditionSuggestions,
  headerSuggestions,
  ruleWordSuggestions,
  statementSuggestions,
} from "./keyword-suggestions.ts";
import { globalVariables } from "./name-suggestions.ts";
import type { PackageNames } from "./package-names.ts";
import { isRuleStatement, ruleTextBehind } from "./rule-parts.ts";
import { arranged, type Suggestion, type Suggestions } from "./suggestion.ts";
import { targetOfPath } from "./target.ts";
import { templateSuggestions } from "./template-names.ts";
import { isText, textOf } from "./text-token.ts";
import { valueSuggestions } from "./value-suggestions.ts";

export interface CompletionInput {
  readonly workspace: Workspace;
  readonly packages: PackageNames;
  readonly cursor: Cursor;
}

export function completionsAt(
  workspace: Workspace,
  packages: PackageNames,
  { file, offset }: Place,
): Suggestions {
  const input = { workspace, packages, cursor: cursorAt(file, offset) };
  const { written } = input.cursor;
  switch (written.kind) {
    case "silence":
      return arranged([], "", { start: offset, end: offset });
    case "string":
      return textSuggestionsAt(input, written);
    case "annotation-name":
      return inAnnotation(written, annotationNames, "", offset);
    case "annotation-body":
      return inAnnotation(written, annotationKeys, " = ", offset);
    case "nothing":
      return atWord(input, "", offset);
    case "word":
      return atWord(input, written.text, written.start);
  }
}

function inAnnotation(
  { text, start }: { readonly text: string; readonly start: number },
  words: ReadonlyMap<string, string>,
  sign: string,
  offset: number,
): Suggestions {
  const found = [...words].map(
    ([label, detail]): Suggestion => ({
      label,
      kind: "annotation",
      detail,
      rank: 0,
      text: label + sign,
    }),
  );
  return arranged(found, text, { start, end: offset });
}

function atWord(input: CompletionInput, typed: string, start: number): Suggestions {
  const { file, offset } = input.cursor;
  return arranged(wordsAt(input), typed, { start, end: wordEnd(file.text, offset) });
}

/** The rest of the word behind the cursor is replaced too. */
function wordEnd(text: string, offset: number): number {
  return offset + (/^\w*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0);
}

function wordsAt(input: CompletionInput): Iterable<Suggestion> {
  const { workspace, cursor } = input;
  const { tokens } = cursor;
  const start = tokens[0]?.image === "final" ? 1 : 0;
  const first = tokens[start];
  if (first === undefined) return atStart(input, start === 1);
  const [, second, third] = tokens.slice(start);
  switch (first.image) {
    case "object":
    case "structure":
    case "unique":
    case "declaration":
      return second === undefined ? onlyTemplate : ownName(input);
    case "template":
      return ownName(input);
    case "include":
      return afterInclude(input);
    case "variable":
      return second === undefined
        ? globalVariables(workspace, cursor)
        : afterEquals(input, third?.image);
    case "function":
      return afterEquals(input, third?.image);
    case "type":
    case "bind":
      return third === undefined ? [] : typeSuggestionsAt(input);
    case "prefix":
      return [];
    default:
      break;
  }
  if (isRuleStatement(tokens)) return ruleWordsAt(input);
  if (first.image === "valid") return afterChecked(input, third?.image);
  return isText(first) ? afterEquals(input, second?.image) : [];
}

const onlyTemplate: readonly Suggestion[] = [
  { label: "template", kind: "keyword", detail: "", rank: 0 },
];

/** The value begins behind the sign. */
function afterEquals(input: CompletionInput, sign: string | undefined): Iterable<Suggestion> {
  return sign === "=" || sign === "?=" ? dmlSuggestionsAt(input) : [];
}

function atStart({ workspace, cursor }: CompletionInput, isFinal: boolean): readonly Suggestion[] {
  const { file, hasHeader } = cursor;
  if (isFinal) return [{ label: "variable", kind: "keyword", detail: "", rank: 0 }];
  const { rules } = workspace.settingsOf(file.path);
  const isRules = rules.some((directory) => file.path.startsWith(`${directory}/`));
  const purpose = isRules ? "rules" : "description";
  if (!hasHeader) return headerSuggestions(expectedName(workspace, file.path), purpose);
  const isBelow = cursor.prefix !== undefined || file.template.templateKind === "structure";
  return statementSuggestions(file.dialect === "vmcs", purpose, isBelow);
}

function ownName({ workspace, cursor }: CompletionInput): readonly Suggestion[] {
  const label =
    cursor.tokens.at(-1)?.image === "template"
      ? expectedName(workspace, cursor.file.path)
      : undefined;
  return label === undefined
    ? []
    : [{ label, kind: "template", detail: "as its file is called", rank: 0 }];
}

/** The name with its quotes; or DML that gives one. */
function* afterInclude(input: CompletionInput): Iterable<Suggestion> {
  const { workspace, cursor } = input;
  const { file } = cursor;
  const last = cursor.tokens.at(-1);
  if (last !== undefined && isText(last)) return;
  if (last?.image === "include" || last?.image === "{") {
    yield* templateSuggestions({ workspace, use: "include", file, written: quoted });
  }
  if (cursor.tokens.length > 1) yield* dmlSuggestionsAt(input);
}

/** Behind `valid '/path'`, and behind the sign after it. */
function afterChecked(input: CompletionInput, sign: string | undefined): Iterable<Suggestion> {
  const { tokens, file } = input.cursor;
  if (sign !== undefined) return afterEquals(input, sign);
  return tokens.length < 2 ? [] : conditionSuggestions(file.dialect === "vmcs");
}

/** A value behind an operator; behind a path or an operand the words that can follow. */
function ruleWordsAt(input: CompletionInput): Iterable<Suggestion> {
  const { workspace, cursor } = input;
  const { tokens } = cursor;
  const last = tokens.at(-1);
  if (last === undefined || tokens.length === 1) return [];
  const next = ruleTextBehind(tokens);
  if (next.kind === "operand") {
    const target = targetOfPath(workspace, cursor, textOf(next.path));
    return valueSuggestions({ ...input, target });
  }
  const isOperand = ruleTextBehind(tokens.slice(0, -1)).kind === "operand";
  const isPath = isText(last) && !isOperand && tokens.at(-2)?.image !== "message";
  return /['")\w]$/.test(last.image) ? ruleWordSuggestions(isPath) : [];
}
