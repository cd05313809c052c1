/**
 * What types say of a path: the bindings above it, and the fields that lead down to it. By what the templates of the
 * workspace declare, of whichever profile; so that it is there without a compilation. The templates that come with vmcs
 * count if a template of the workspace includes one of them.
 */

import type { Annotation, FieldNode, FullType, TypeNode } from "../../pan/syntax/ast.ts";
import type { Term } from "../../pan/tree/term.ts";
import { isNamed, type Occurrence } from "../files/occurrence.ts";
import { bindingsOf } from "../workspace/reach.ts";
import type { Binding } from "../workspace/summary.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** A type where a template has it. */
export interface TypePlace {
  readonly file: string;
  readonly type: FullType;
  /** Of the field or the type statement that has it. */
  readonly annotations: readonly Annotation[];
  /** Set if it is the type of a field of a record. */
  readonly field: FieldNode | undefined;
  /** The named type whose record has the field, or that this is the type of. */
  readonly owner: string | undefined;
}

/** Names are followed as often as this; types that name each other in a circle end there. */
export const mostNames = 40;

/** The types of what is at a path, one for each binding that leads to it; the most special binding first. */
export function typesAt(workspace: Workspace, terms: readonly Term[]): readonly TypePlace[] {
  const found: { readonly depth: number; readonly types: readonly TypePlace[] }[] = [];
  for (const { file, occurrence, path } of bindingsAbove(workspace, terms)) {
    const start = boundType(workspace, file, occurrence);
    if (start === undefined) continue;
    const types = terms
      .slice(path.length)
      .reduce<readonly TypePlace[]>((places, term) => stepDown(workspace, places, term), [start]);
    if (types.length > 0) found.push({ depth: path.length, types });
  }
  return found.toSorted((a, b) => b.depth - a.depth).flatMap(({ types }) => types);
}

/** The fields of a record, by key, with those of included types and behind names; none for other types. */
export function fieldsOf(workspace: Workspace, place: TypePlace): ReadonlyMap<string, TypePlace> {
  const fields = new Map<string, TypePlace>();
  collectFields(workspace, place.type.type, place, fields, mostNames);
  return fields;
}

/** A named type's own statement. */
export function namedType(workspace: Workspace, name: string): TypePlace | undefined {
  const isDeclaration = isNamed("type", name, "declaration");
  for (const { path, occurrences } of workspace.index.having("type", name)) {
    const declared = occurrences.find(isDeclaration);
    const statement = declared && workspace.file(path)?.template.statements[declared.statement];
    if (statement?.kind !== "TypeStatement") continue;
    const { type, annotations } = statement;
    return { file: path, type, annotations, field: undefined, owner: name };
  }
  return undefined;
}

/** Every `bind` of a path or of something above it. */
function* bindingsAbove(workspace: Workspace, terms: readonly Term[]): Iterable<Binding> {
  for (const binding of bindingsOf(workspace)) {
    const { path } = binding;
    if (path.length <= terms.length && path.every((term, i) => term === terms[i])) yield binding;
  }
}

function boundType(
  workspace: Workspace,
  file: string,
  { statement: index }: Occurrence,
): TypePlace | undefined {
  const statement = workspace.file(file)?.template.statements[index];
  return statement?.kind === "BindStatement"
    ? { file, type: statement.type, annotations: [], field: undefined, owner: undefined }
    : undefined;
}

/** The types of a child of what has one of the types. */
export function stepDown(
  workspace: Workspace,
  places: readonly TypePlace[],
  term: Term,
): readonly TypePlace[] {
  return places.flatMap((place) => {
    const element = elementOf(workspace, place, mostNames);
    if (element !== undefined) return [element];
    return fieldsOf(workspace, place).get(String(term)) ?? [];
  });
}

/** The type of each element of a list or dict; undefined for other types. */
function elementOf(workspace: Workspace, place: TypePlace, names: number): TypePlace | undefined {
  const { type } = place.type;
  if (type.kind === "ListType" || type.kind === "DictType") {
    const { element, start, end } = type;
    const full: FullType = {
      kind: "FullType",
      type: element,
      defaultValue: undefined,
      validation: undefined,
      start,
      end,
    };
    return { ...place, type: full, annotations: [], field: undefined };
  }
  if (type.kind !== "NamedType" || names === 0) return undefined;
  const named = namedType(workspace, type.name);
  return named === undefined ? undefined : elementOf(workspace, named, names - 1);
}

function collectFields(
  workspace: Workspace,
  type: TypeNode,
  { file, owner }: Pick<TypePlace, "file" | "owner">,
  into: Map<string, TypePlace>,
  names: number,
): void {
  if (names === 0) return;
  if (type.kind === "NamedType") return collectNamed(workspace, type.name, into, names);
  if (type.kind !== "RecordType") return;
  for (const field of type.fields) {
    if (field.kind === "IncludeFields") collectNamed(workspace, field.type.text, into, names);
    else {
      const { annotations } = field;
      into.set(field.key.text, { file, type: field.type, annotations, field, owner });
    }
  }
}

function collectNamed(
  workspace: Workspace,
  name: string,
  into: Map<string, TypePlace>,
  names: number,
): void {
  const named = namedType(workspace, name);
  if (named !== undefined) collectFields(workspace, named.type.type, named, into, names - 1);
}
