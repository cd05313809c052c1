/** What is known of a variable, a function, a type and a template. */

import { documentationOf } from "../../doc/library/documentation.ts";
import { fileNameOf } from "../../host/path.ts";
import {
  type FunctionDocumentation,
  functionDocumentation,
} from "../../pan/evaluator/documentation/function-documentation.ts";
import type { Statement } from "../../pan/syntax/ast.ts";
import { spanIn } from "../../text/span.ts";
import { keysOfStructure } from "../completion/pairs.ts";
import { automaticVariables } from "../files/automatic-variables.ts";
import type { EditorFile } from "../files/editor-file.ts";
import { isNamed, type Occurrence, type SymbolKind } from "../files/occurrence.ts";
import { argumentsOf } from "../hints/function-arguments.ts";
import { primitiveTypes, sourceText } from "../schema/describe-type.ts";
import { kindOfTemplate } from "../workspace/symbol-index.ts";
import type { Workspace } from "../workspace/workspace.ts";
import {
  code,
  codeBlock,
  documentationText,
  type Knowledge,
  linkTo,
  listed,
  nameOf,
  paragraphs,
} from "./markdown.ts";

interface Declaration<Kind extends Statement["kind"]> {
  readonly file: EditorFile;
  readonly statement: Extract<Statement, { kind: Kind }>;
}

const mostDeclarations = 5;
const mostUsers = 5;

/** Statements that declare a name; of many only the first ones are read. */
export function declarationsIn<Kind extends Statement["kind"]>(
  workspace: Workspace,
  kind: SymbolKind,
  name: string,
  wanted: Kind,
): readonly Declaration<Kind>[] {
  const found: Declaration<Kind>[] = [];
  for (const { path, occurrences } of workspace.index.having(kind, name)) {
    for (const one of occurrences.filter(isNamed(kind, name, "declaration"))) {
      const file = workspace.file(path);
      const statement = file?.template.statements[one.statement];
      if (file === undefined || statement?.kind !== wanted) continue;
      found.push({ file, statement: statement as Extract<Statement, { kind: Kind }> });
      if (found.length >= mostDeclarations) return found;
    }
  }
  return found;
}

export function describeVariable(known: Knowledge, from: EditorFile, name: string): string {
  const meaning = automaticVariables.get(name);
  if (meaning !== undefined) return paragraphs([codeBlock(name), sentence(meaning)]);
  const found = declarationsIn(known.workspace, "variable", name, "VariableStatement");
  const lines = found.map(({ file, statement }) => {
    const sign = statement.conditional ? "?=" : "=";
    const value = sourceText(known.workspace, file.path, statement.value);
    return `${linkTo(known, spanIn(file.path, statement.name))}: ${code(`${sign} ${value}`)}`;
  });
  const documented = found.map(({ statement }) => documentationOf(statement.annotations));
  const said = documented.find(({ text }) => text !== "");
  return paragraphs([
    codeBlock(`variable ${name}`),
    said && documentationText(said),
    found.length === 0 ? "No template of the workspace sets it." : lines.join("  \n"),
    variableValues(known, from, name),
  ]);
}

/** At the end of each profile that uses the file. */
function variableValues({ profiles }: Knowledge, from: EditorFile, name: string): string {
  const groups = new Map<string, string[]>();
  for (const profile of profiles.latestUsing(from.path)) {
    const value = profile.variables.get(name);
    if (value === undefined) continue;
    groups.set(value, [...(groups.get(value) ?? []), nameOf(profile)]);
  }
  return [...groups]
    .slice(0, mostDeclarations)
    .map(([value, names]) => `Value ${code(value)} in ${listed(names, 3)}`)
    .join("  \n");
}

export function describeLocal(from: EditorFile, { name, scope }: Occurrence): string {
  const first = from.occurrences.find(
    (one) => one.kind === "local" && one.name === name && one.scope === scope,
  );
  const line =
    first === undefined ? "" : from.lines.lineText(from.lines.position(first.start).line);
  return paragraphs([codeBlock(line.trim() === "" ? name : line.trim()), "Local variable."]);
}

export function describeFunction(known: Knowledge, name: string): string {
  const builtin = functionDocumentation(name);
  if (builtin !== undefined) {
    const { signature, summary, more, examples } = builtin;
    const shown = examples.map(({ call, gives }) => `${call}  # ${gives}`).join("\n");
    return paragraphs([
      codeBlock(signature),
      summary,
      more,
      refusals(builtin),
      shown === "" ? "" : codeBlock(shown),
    ]);
  }
  const found = declarationsIn(known.workspace, "function", name, "FunctionStatement");
  const [first] = found;
  if (first === undefined) {
    return paragraphs([
      codeBlock(`${name}()`),
      "No template of the workspace declares this function.",
    ]);
  }
  const { label, parameters } = argumentsOf(first.statement);
  const documentation = documentationOf(first.statement.annotations);
  const described = parameters.filter(({ text }) => text !== "");
  return paragraphs([
    codeBlock(label),
    documentationText(documentation),
    described.map(({ name: own, text }) => `- ${code(own)}: ${text}`).join("\n"),
    documentation.returns === undefined ? "" : `Gives ${documentation.returns}`,
    found.map(({ file, statement }) => linkTo(known, spanIn(file.path, statement.name))).join(", "),
  ]);
}

/** What a built-in function does not take; the empty text if it takes all. */
export function refusals({ errors }: FunctionDocumentation): string {
  return errors.length === 0 ? "" : `Refused where ${errors.join("; or ")}.`;
}

export function describeNamedType(known: Knowledge, name: string): string {
  const primitive = primitiveTypes.get(name);
  if (primitive !== undefined) return paragraphs([codeBlock(name), sentence(primitive)]);
  const { workspace } = known;
  const [first] = declarationsIn(workspace, "type", name, "TypeStatement");
  if (first === undefined) {
    return paragraphs([
      codeBlock(`type ${name}`),
      "No template of the workspace declares this type.",
    ]);
  }
  const { file, statement } = first;
  const users = usersOf(workspace, "type", name);
  return paragraphs([
    codeBlock(shortened(file.text.slice(statement.start, statement.end))),
    documentationText(documentationOf(statement.annotations)),
    users.length === 0 ? "" : `Used by ${listed(users, mostUsers)}`,
    linkTo(known, spanIn(file.path, statement.name)),
  ]);
}

const mostLines = 14;

function shortened(text: string): string {
  const lines = text.split(/\r\n|\r|\n/);
  const isLong = lines.length > mostLines;
  return isLong ? [...lines.slice(0, mostLines - 1), "    …"].join("\n") : lines.join("\n");
}

/** The templates that name something. */
function usersOf(workspace: Workspace, kind: SymbolKind, name: string): readonly string[] {
  return workspace.index
    .having(kind, name)
    .filter(({ occurrences }) => occurrences.some(isNamed(kind, name, "read")))
    .map((file) => code(file.name === "" ? fileNameOf(file.path) : file.name));
}

export function describeTemplate(known: Knowledge, name: string, from: string): string {
  const { workspace } = known;
  const [first, ...others] = workspace.templatesNamed(name, from);
  const file = first === undefined ? undefined : workspace.file(first.path);
  if (first === undefined || file === undefined) {
    return paragraphs([
      codeBlock(`template ${name}`),
      "There is no such template in the workspace.",
    ]);
  }
  const users = usersOf(workspace, "template", name);
  return paragraphs([
    codeBlock(`${kindOfTemplate(first)} ${name}`),
    documentationText(documentationOf(file.template.annotations)),
    first.kind === "structure" ? keysText(known, name, from) : "",
    users.length === 0 ? "Included by no template." : `Included by ${listed(users, mostUsers)}`,
    linkTo(known, spanIn(first.path, file.template.name)),
    others.length > 0 ? `${others.length} more of this name, which are found later.` : "",
  ]);
}

function keysText({ workspace }: Knowledge, name: string, from: string): string {
  const keys = keysOfStructure(workspace, name, from).map(({ key, file, statement, isOpen }) =>
    isOpen
      ? `${code(key)} (to be given)`
      : `${code(key)} = ${code(sourceText(workspace, file, statement.value))}`,
  );
  return keys.length === 0 ? "" : `Sets ${listed(keys, 8)}`;
}

function sentence(text: string): string {
  return `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}.`;
}
