/**
 * Keys that stand in DML, with the types of what they are keys of: `SELF['key']`, and the keys of `dict` where it makes
 * a typed value. What a variable holds is not known before a profile is compiled, so that its keys have no types.
 */

import { assertNever } from "../../base/assert-never.ts";
import type { Expression, FullType, StringLiteral, TypeNode } from "../../pan/syntax/ast.ts";
import { partsOf } from "../../pan/syntax/expression-parts.ts";
import { isPathProblem, parsePath } from "../../pan/tree/path.ts";
import { isAround, type Located } from "../../text/span.ts";
import type { EditorFile } from "../files/editor-file.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { placesOfPath } from "./structure-places.ts";
import { fieldsOf, stepDown, type TypePlace, typesAt } from "./type-at.ts";

export interface KeyUse extends Located {
  /** Undefined for a key that is computed. */
  readonly key: string | undefined;
  /** The types of what it is a key of; undefined if nobody knows. */
  readonly of: readonly TypePlace[] | undefined;
}

type Places = readonly TypePlace[] | undefined;

/** Those of the whole file, or of the statement at an offset. */
export function keyUsesIn(
  workspace: Workspace,
  file: EditorFile,
  offset?: number,
): readonly KeyUse[] {
  const reader = new Reader(workspace);
  for (const [index, statement] of file.template.statements.entries()) {
    if (offset !== undefined && !isAround(statement, offset)) continue;
    switch (statement.kind) {
      case "AssignStatement":
      case "ValidStatement": {
        const places = placesAt(workspace, file, index);
        if (statement.kind === "ValidStatement") reader.read(statement.body, places, undefined);
        else reader.read(statement.value, places, places);
        break;
      }
      case "BindStatement":
        reader.type(statement.type, placeOf(file.path, statement.type));
        break;
      case "TypeStatement":
        reader.type(statement.type, {
          ...placeOf(file.path, statement.type),
          owner: statement.name.text,
        });
        break;
      case "VariableStatement":
        reader.read(statement.value, undefined, undefined);
        break;
      case "FunctionStatement":
        reader.read(statement.body, undefined, undefined);
        break;
      case "IncludeStatement":
        reader.read(statement.template, undefined, undefined);
        break;
      case "PrefixStatement":
      case "RuleStatement":
      case "EmptyStatement":
      case "InvalidStatement":
        break;
      default:
        assertNever(statement);
    }
  }
  return reader.found;
}

function placeOf(file: string, type: FullType): TypePlace {
  return { file, type, annotations: [], field: undefined, owner: undefined };
}

/** The types of what a statement writes or checks. */
function placesAt(workspace: Workspace, file: EditorFile, index: number): Places {
  const path = file.occurrences.find(
    ({ kind, statement, use }) =>
      kind === "path" && statement === index && use !== "rule" && use !== "prefix",
  );
  const parsed = path && parsePath(path.name, true);
  if (parsed === undefined || isPathProblem(parsed)) return undefined;
  const places = placesOfPath(workspace, file, parsed).flatMap((terms) =>
    typesAt(workspace, terms),
  );
  return places.length === 0 ? undefined : places;
}

/** No record has it for a key: elements of a list have one type, and so have those of a dict. */
const anyElement = "\u0000";

/** Calls that take keys and values by turns, and how many arguments stand before them. */
const makers: ReadonlyMap<string, number> = new Map([
  ["dict", 0],
  ["nlist", 0],
  ["create", 1],
]);

class Reader {
  readonly found: KeyUse[] = [];
  private readonly workspace: Workspace;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  /** `self` is the type of `SELF`, `result` that of the value. */
  read(node: Expression, self: Places, result: Places): void {
    switch (node.kind) {
      case "VariableReference":
        this.indexes(node.indexes, node.name.text === "SELF" ? self : undefined, self);
        return;
      case "Assignment": {
        const { target, value } = node;
        const isOwn = target.name.text === "SELF";
        const type = this.indexes(target.indexes, isOwn ? self : undefined, self);
        return this.read(value, self, type);
      }
      case "Block":
        for (const [i, one] of node.expressions.entries()) {
          this.read(one, self, i === node.expressions.length - 1 ? result : undefined);
        }
        return;
      case "IfExpression":
        this.read(node.condition, self, undefined);
        this.read(node.consequence, self, result);
        if (node.alternative !== undefined) this.read(node.alternative, self, result);
        return;
      case "CallExpression":
        return this.call(node.name.text, node.args, self, result);
      default:
        for (const part of partsOf(node)) this.read(part, self, undefined);
    }
  }

  /** The default and the checks of a type, and of the fields in it. */
  type(type: FullType, place: TypePlace): void {
    if (type.defaultValue !== undefined) this.read(type.defaultValue, undefined, [place]);
    if (type.validation !== undefined) this.read(type.validation, [place], undefined);
    this.inside(type.type, place);
  }

  private inside(type: TypeNode, place: TypePlace): void {
    if (type.kind === "ListType" || type.kind === "DictType") {
      const [element] = stepDown(this.workspace, [place], anyElement);
      if (element !== undefined) this.inside(type.element, element);
    }
    if (type.kind !== "RecordType") return;
    const fields = fieldsOf(this.workspace, place);
    for (const field of type.fields) {
      const own = field.kind === "Field" ? fields.get(field.key.text) : undefined;
      if (field.kind === "Field" && own !== undefined) this.type(field.type, own);
    }
  }

  private call(name: string, args: readonly Expression[], self: Places, result: Places): void {
    const first = makers.get(name);
    if (first === undefined) {
      const isSame = name === "merge";
      const elements = name === "list" ? this.below(result, anyElement) : undefined;
      for (const arg of args) this.read(arg, self, isSame ? result : elements);
      return;
    }
    for (const arg of args.slice(0, first)) this.read(arg, self, undefined);
    for (let i = first; i < args.length; i += 2) {
      const [key, value] = [args[i], args[i + 1]];
      if (key === undefined) return;
      const below = this.key(key, result, self);
      if (value !== undefined) this.read(value, self, below);
    }
  }

  private indexes(indexes: readonly Expression[], of: Places, self: Places): Places {
    return indexes.reduce<Places>((places, index) => this.key(index, places, self), of);
  }

  /** Notes a key; gives the type of what is behind it. */
  private key(node: Expression, of: Places, self: Places): Places {
    if (node.kind === "StringLiteral") {
      this.found.push({ key: node.value, of, ...inside(node) });
      return this.below(of, node.value);
    }
    if (node.kind !== "LongLiteral") {
      this.found.push({ key: undefined, of, start: node.start, end: node.end });
      this.read(node, self, undefined);
    }
    return this.below(of, anyElement);
  }

  private below(places: Places, key: string): Places {
    const below = places && stepDown(this.workspace, places, key);
    return below === undefined || below.length === 0 ? undefined : below;
  }
}

function inside({ start, end, quote }: StringLiteral): Located {
  return quote === "heredoc" ? { start, end } : { start: start + 1, end: end - 1 };
}
