/** What templates declare and set: the outline of one, and the names of all. */

import { assertNever } from "../../base/assert-never.ts";
import type { FieldNode, Statement, TypeNode } from "../../pan/syntax/ast.ts";
import { type Located, type Span, spanIn } from "../../text/span.ts";
import { hasInOrder } from "../completion/suggestion.ts";
import type { EditorFile } from "../files/editor-file.ts";
import type { Workspace } from "../workspace/workspace.ts";

export type OutlineKind =
  | "template"
  | "include"
  | "variable"
  | "function"
  | "type"
  | "field"
  | "path"
  | "binding"
  | "rule";

export interface OutlineItem extends Located {
  readonly kind: OutlineKind;
  readonly name: string;
  /** A few words more, such as a value. */
  readonly detail: string;
  /** The name's own place. */
  readonly nameAt: Located;
  readonly children: readonly OutlineItem[];
}

/** The template with its statements, or nothing where there is no template. */
export function outlineOf({ template, text }: EditorFile): readonly OutlineItem[] {
  const { name, templateKind, statements } = template;
  const children = statements.flatMap((statement) => itemOf(statement, text));
  if (name.text === "") return children;
  const { start, end } = template;
  return [
    { kind: "template", name: name.text, detail: templateKind, nameAt: name, children, start, end },
  ];
}

function itemOf(statement: Statement, text: string): readonly OutlineItem[] {
  const { start, end } = statement;
  const item = (
    kind: OutlineKind,
    name: string,
    nameAt: Located,
    detail: string,
    children: readonly OutlineItem[] = [],
  ): readonly OutlineItem[] =>
    // A name that is missing has nothing to be shown by.
    name === "" ? [] : [{ kind, name, detail, nameAt, children, start, end }];
  switch (statement.kind) {
    case "IncludeStatement": {
      const { template } = statement;
      return item("include", brief(text, template), template, "include");
    }
    case "AssignStatement":
      return item("path", statement.path.text, statement.path, brief(text, statement.value));
    case "VariableStatement":
      return item("variable", statement.name.text, statement.name, brief(text, statement.value));
    case "FunctionStatement":
      return item("function", statement.name.text, statement.name, "");
    case "TypeStatement":
      return item(
        "type",
        statement.name.text,
        statement.name,
        "",
        fieldsIn(statement.type.type, text),
      );
    case "BindStatement":
      return item("binding", statement.path.text, statement.path, brief(text, statement.type));
    case "ValidStatement":
      return item("binding", statement.path.text, statement.path, "valid");
    case "RuleStatement":
      return item("rule", brief(text, statement.condition), statement.condition, statement.rule);
    case "PrefixStatement":
    case "EmptyStatement":
    case "InvalidStatement":
      return [];
    default:
      return assertNever(statement);
  }
}

function fieldsIn(type: TypeNode, text: string): readonly OutlineItem[] {
  if (type.kind !== "RecordType") return [];
  return type.fields
    .filter((field): field is FieldNode => field.kind === "Field" && field.key.text !== "")
    .map((field) => ({
      kind: "field",
      name: field.key.text,
      detail: brief(text, field.type),
      nameAt: field.key,
      children: fieldsIn(field.type.type, text),
      start: field.start,
      end: field.end,
    }));
}

const mostDetail = 60;

/** The first line of what is written, if it is short. */
function brief(text: string, { start, end }: Located): string {
  const [line = "", ...more] = text.slice(start, end).split(/\r\n|\r|\n/);
  const isWhole = more.length === 0 && line.length <= mostDetail;
  return isWhole ? line : `${line.slice(0, mostDetail)}…`;
}

export interface WorkspaceSymbol {
  readonly name: string;
  readonly kind: "template" | "variable" | "function" | "type";
  readonly span: Span;
  /** The template that declares it. */
  readonly container: string;
}

const mostSymbols = 500;

/** Declarations whose names have the letters of a query in order, whatever their case; better ones first. */
export function symbolsLike(workspace: Workspace, query: string): readonly WorkspaceSymbol[] {
  const found: { readonly rank: number; readonly symbol: WorkspaceSymbol }[] = [];
  for (const { path, name: container, occurrences } of workspace.index.all()) {
    for (const occurrence of occurrences) {
      const { kind, name, role } = occurrence;
      if (role !== "declaration" || !isShown(kind)) continue;
      const rank = rankOf(name, query);
      if (rank === undefined) continue;
      found.push({ rank, symbol: { name, kind, span: spanIn(path, occurrence), container } });
    }
  }
  return found
    .toSorted((a, b) => a.rank - b.rank || (a.symbol.name < b.symbol.name ? -1 : 1))
    .slice(0, mostSymbols)
    .map(({ symbol }) => symbol);
}

function isShown(kind: string): kind is WorkspaceSymbol["kind"] {
  return kind === "template" || kind === "variable" || kind === "function" || kind === "type";
}

/** 0 for the name itself, then those that begin with, contain, and have the letters of the query. */
function rankOf(name: string, query: string): number | undefined {
  const [given, wanted] = [name.toLowerCase(), query.toLowerCase()];
  if (given === wanted) return 0;
  if (given.startsWith(wanted)) return 1;
  if (given.includes(wanted)) return 2;
  return hasInOrder(given, wanted) ? 3 : undefined;
}
