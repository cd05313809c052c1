/** What a template declares: types with their fields, functions, variables, bindings. */

import { assertNever } from "../../base/assert-never.ts";
import type {
  Annotation,
  BindStatement,
  Expression,
  FieldNode,
  FullType,
  FunctionStatement,
  RecordTypeNode,
  TypeNode,
  TypeStatement,
} from "../../pan/syntax/ast.ts";
import { nodesIn } from "../../pan/syntax/nodes.ts";
import type { CodeOf } from "./code.ts";
import { type DocSource, placeOf } from "./doc-source.ts";
import { documentationOf } from "./documentation.ts";
import type {
  BindingDoc,
  Code,
  Documentation,
  FieldDoc,
  FunctionDoc,
  TypeDoc,
  VariableSetting,
} from "./library.ts";

/** A template, with what shows its code. */
export interface Described {
  readonly from: DocSource;
  readonly code: CodeOf;
  /** The same for types. */
  readonly typeCode: CodeOf;
}

export type BareType = Omit<TypeDoc, "usedBy">;
export type BareFunction = Omit<FunctionDoc, "calledBy">;

export function typesOf(described: Described): readonly BareType[] {
  const { from } = described;
  return from.source.nodes("TypeStatement").map((statement) => typeDoc(described, statement));
}

function typeDoc(described: Described, statement: TypeStatement): BareType {
  const { from, code, typeCode } = described;
  const { type } = statement;
  const record = recordIn(type.type);
  return {
    name: statement.name.text,
    template: from.id,
    place: placeOf(from, statement.name.start),
    documentation: withWarning(documentationOf(statement.annotations), type),
    type: typeCode(type.type),
    extensible: record?.extensible === true,
    default: optionalCode(type.defaultValue, code),
    condition: optionalCode(type.validation, code),
    includes: includesOf(record, code),
    fields: fieldsOf(described, record),
  };
}

/** The record that a type is, or is a list or a dict of. */
function recordIn(type: TypeNode): RecordTypeNode | undefined {
  switch (type.kind) {
    case "RecordType":
      return type;
    case "ListType":
    case "DictType":
    case "LinkType":
      return recordIn(type.element);
    case "NamedType":
    case "ChoiceType":
      return undefined;
    default:
      return assertNever(type);
  }
}

function includesOf(record: RecordTypeNode | undefined, code: CodeOf): readonly Code[] {
  return (record?.fields ?? []).flatMap((member) =>
    member.kind === "IncludeFields" ? [code(member.type)] : [],
  );
}

function fieldsOf(described: Described, record: RecordTypeNode | undefined): readonly FieldDoc[] {
  return (record?.fields ?? []).flatMap((member) =>
    member.kind === "Field" ? [fieldDoc(described, member)] : [],
  );
}

function fieldDoc(described: Described, field: FieldNode): FieldDoc {
  const { from, code, typeCode } = described;
  const { type } = field;
  const record = recordIn(type.type);
  return {
    key: field.key.text,
    required: field.required,
    type: typeCode(type.type),
    default: optionalCode(type.defaultValue, code),
    condition: optionalCode(type.validation, code),
    documentation: fieldDocumentation(field),
    place: placeOf(from, field.key.start),
    fields: fieldsOf(described, record),
    includes: includesOf(record, code),
  };
}

export function fieldDocumentation({ annotations, type }: FieldNode): Documentation {
  return withWarning(documentationOf(annotations), type);
}

/** A validation that calls `deprecated(…)` says so as well as an annotation does. */
export function withWarning(documentation: Documentation, type: FullType): Documentation {
  if (documentation.deprecated !== undefined || type.validation === undefined) return documentation;
  for (const node of nodesIn(type.validation)) {
    if (node.kind !== "CallExpression" || node.name.text !== "deprecated") continue;
    const message = node.args[1];
    return { ...documentation, deprecated: message?.kind === "StringLiteral" ? message.value : "" };
  }
  return documentation;
}

export function functionsOf({ from }: Described): readonly BareFunction[] {
  return from.source.nodes("FunctionStatement").map((statement) => ({
    name: statement.name.text,
    template: from.id,
    place: placeOf(from, statement.name.start),
    documentation: documentationOf(statement.annotations),
    parameters: parametersOf(statement),
  }));
}

/** Names that the body gives to `ARGV[0]`, `ARGV[1]`, …; those that it only uses have no name. */
function parametersOf({ body }: FunctionStatement): readonly string[] {
  const names: string[] = [];
  for (const node of nodesIn(body)) {
    const index = argumentIndex(node.kind === "Assignment" ? node.value : node);
    if (index === undefined) continue;
    while (names.length <= index) names.push("");
    const isNamed = node.kind === "Assignment" && node.target.indexes.length === 0;
    if (isNamed && names[index] === "") names[index] = node.target.name.text;
  }
  return names;
}

/** No function has more arguments; a higher number is a mistake, or no index of an argument. */
const mostArguments = 50;

function argumentIndex(node: ReturnType<typeof nodesIn>[number]): number | undefined {
  if (node.kind !== "VariableReference" || node.name.text !== "ARGV") return undefined;
  const [index] = node.indexes;
  if (index?.kind !== "LongLiteral" || index.value < 0n) return undefined;
  return index.value < mostArguments ? Number(index.value) : undefined;
}

export function variablesOf({ from, code }: Described): readonly VariableSetting[] {
  return from.source.nodes("VariableStatement").map((statement) => ({
    name: statement.name.text,
    template: from.id,
    place: placeOf(from, statement.name.start),
    documentation: documentationOf(statement.annotations),
    how: statement.final ? "final" : statement.conditional ? "default" : "set",
    value: code(statement.value),
  }));
}

export function bindingsOf({ from, code, typeCode }: Described): readonly BindingDoc[] {
  return from.source.nodes("BindStatement").map((statement) => ({
    path: statement.path.text,
    type: typeCode(statement.type.type),
    condition: optionalCode(statement.type.validation, code),
    documentation: documentationOf(annotationsBefore(from, statement)),
    place: placeOf(from, statement.start),
  }));
}

/** The syntax tree keeps none for bindings. */
export function annotationsBefore(
  { source }: DocSource,
  { start }: BindStatement,
): readonly Annotation[] {
  const previous = source.tokens.findLast((token) => token.startOffset < start);
  const from = previous?.end ?? 0;
  return source.lexed.annotations.filter((one) => one.start >= from && one.end <= start);
}

export function optionalCode(expression: Expression | undefined, code: CodeOf): Code | undefined {
  return expression === undefined ? undefined : code(expression);
}
