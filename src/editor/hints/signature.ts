/** The function whose arguments are being written, and which of them. */

import { documentationOf } from "../../doc/library/documentation.ts";
import {
  type FunctionDocumentation,
  functionDocumentation,
} from "../../pan/evaluator/documentation/function-documentation.ts";
import type { Token } from "../../pan/syntax/token.ts";
import { type Cursor, cursorAt } from "../completion/cursor.ts";
import { keysOfStructure } from "../completion/pairs.ts";
import type { OpenBracket } from "../completion/scan-statement.ts";
import { fieldsOfTypes, isKeyPosition, isPairs, targetOfPairs } from "../completion/target.ts";
import { isText, textOf } from "../completion/text-token.ts";
import type { Place } from "../files/editor-file.ts";
import { declarationsIn, refusals } from "../hover/describe-name.ts";
import { codeBlock, documentationText, paragraphs } from "../hover/markdown.ts";
import { describeType, sourceText } from "../schema/describe-type.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { argumentsOf } from "./function-arguments.ts";

export interface Signature {
  readonly label: string;
  /** In Markdown. */
  readonly text: string;
  /** Pieces of the label. */
  readonly parameters: readonly SignatureParameter[];
  /** Behind the last one if there are fewer parameters than arguments: clients take none to be the first. */
  readonly active: number;
}

export interface SignatureParameter {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const noCalls: ReadonlySet<string> = new Set(["if", "while", "for", "foreach"]);

export function signatureAt(workspace: Workspace, { file, offset }: Place): Signature | undefined {
  const cursor = cursorAt(file, offset);
  const { written, open } = cursor;
  if (written.kind === "annotation-name" || written.kind === "annotation-body") return undefined;
  const at = open.findLastIndex(({ callee }) => callee !== undefined && !noCalls.has(callee));
  const call = open[at];
  if (call?.callee === undefined) return undefined;
  // A block or a loop in between is another matter than the arguments.
  if (open.slice(at + 1).some(({ kind }) => kind === "{")) return undefined;
  const within = { ...cursor, open: open.slice(0, at + 1) };
  const builtin = functionDocumentation(call.callee);
  if (builtin !== undefined) {
    return isPairs(call)
      ? pairsSignature(workspace, within, call, builtin)
      : ofBuiltin(builtin, call);
  }
  return ofFunction(workspace, call.callee, call);
}

function ofBuiltin(builtin: FunctionDocumentation, { separators }: OpenBracket): Signature {
  const { signature, parameters, summary, more } = builtin;
  let from = signature.indexOf("(");
  const pieces = parameters.map(({ text }) => {
    const start = signature.indexOf(text, from);
    from = start + text.length;
    return { start, end: from, text: "" };
  });
  const last = parameters.at(-1);
  // What repeats is the last parameter that has a name, with the dots behind it.
  const active = last?.text === "..." ? Math.min(separators, parameters.length - 1) : separators;
  return {
    label: signature,
    text: paragraphs([summary, more, refusals(builtin)]),
    parameters: pieces,
    active: Math.min(active, pieces.length),
  };
}

function ofFunction(
  workspace: Workspace,
  name: string,
  { separators }: OpenBracket,
): Signature | undefined {
  const [first] = declarationsIn(workspace, "function", name, "FunctionStatement");
  if (first === undefined) return undefined;
  const { label, parameters, isOpen } = argumentsOf(first.statement);
  const documentation = documentationOf(first.statement.annotations);
  let from = label.indexOf("(");
  const pieces = parameters.map(({ name: own, text }) => {
    const start = label.indexOf(own, from);
    from = start + own.length;
    return { start, end: from, text };
  });
  const returns = documentation.returns === undefined ? "" : `Gives ${documentation.returns}`;
  const rest = isOpen
    ? [{ start: label.indexOf("...", from), end: label.indexOf("...", from) + 3, text: "" }]
    : [];
  const all = [...pieces, ...rest];
  const active = isOpen ? Math.min(separators, all.length - 1) : separators;
  return {
    label,
    text: paragraphs([documentationText(documentation), returns]),
    parameters: all,
    active: Math.min(active, all.length),
  };
}

/** A key that can stand in `dict(…)` or `create(…)`. */
interface PairKey {
  readonly key: string;
  readonly about: string;
  readonly text: string;
}

const mostKeys = 12;

/** `create('disk', 'size': to be given, 'format' = 'qcow2')`: what the structure and the type have. */
function pairsSignature(
  workspace: Workspace,
  cursor: Cursor,
  call: OpenBracket,
  builtin: FunctionDocumentation,
): Signature {
  const name = call.callee === "create" ? cursor.tokens[call.at + 1] : undefined;
  const hasName = name !== undefined && isText(name) && call.separators > 0;
  const keys = keysFor(workspace, cursor, hasName ? textOf(name) : undefined);
  if (keys.length === 0 || (call.callee === "create" && !hasName)) return ofBuiltin(builtin, call);
  const current = currentKey(cursor.tokens, call);
  const shown = keys.filter(({ key }, i) => i < mostKeys || key === current);
  let label = hasName ? `create('${textOf(name)}'` : `${call.callee}(`;
  const parameters = shown.map(({ key, about, text }, i) => {
    if (i > 0 || hasName) label += ", ";
    const start = label.length;
    label += `'${key}', ${about}`;
    return { start, end: label.length, text };
  });
  label += shown.length < keys.length ? ", …)" : ")";
  const active = shown.findIndex(({ key }) => key === current);
  const { summary } = builtin;
  const text = paragraphs([summary, active < 0 ? "" : shown[active]?.text]);
  return { label, text, parameters, active: active < 0 ? parameters.length : active };
}

function keysFor(
  workspace: Workspace,
  cursor: Cursor,
  structure: string | undefined,
): readonly PairKey[] {
  const keys = new Map<string, PairKey>();
  for (const { key, file, statement, isOpen } of structure === undefined
    ? []
    : keysOfStructure(workspace, structure, cursor.file.path)) {
    const about = isOpen ? "…" : sourceText(workspace, file, statement.value);
    if (!key.includes("/")) keys.set(key, { key, about, text: isOpen ? "To be given." : "" });
  }
  for (const [key, place] of fieldsOfTypes(workspace, targetOfPairs(workspace, cursor).types)) {
    const { text, documentation, defaultText } = describeType(workspace, place);
    const said = paragraphs([codeBlock(`${key} : ${text}`), documentation.text]);
    const known = keys.get(key);
    keys.set(key, { key, about: known?.about ?? defaultText ?? text, text: said });
  }
  return [...keys.values()];
}

/** The key that is being written, or whose value is. */
function currentKey(tokens: readonly Token[], call: OpenBracket): string | undefined {
  const at = isKeyPosition(call) ? call.part : call.part - 2;
  const token = tokens[at];
  return token !== undefined && isText(token) ? textOf(token) : undefined;
}
