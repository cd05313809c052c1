/** The layout of types. */

import { assertNever } from "../../base/assert-never.ts";
import type {
  ChoiceTypeNode,
  FieldNode,
  FullType,
  IncludeFieldsNode,
  RangeNode,
  RecordTypeNode,
  TypeNode,
} from "../syntax/ast.ts";
import { type Doc, group, hardLine, indent, line, needsLines, softLine } from "./doc.ts";
import { formatExpression, formatString, formatValue } from "./format-expression.ts";
import { itemBreak } from "./items.ts";
import type { TokenSource } from "./token-source.ts";

/** `type [= default] [with condition]` */
export function formatFullType(source: TokenSource, node: FullType): Doc {
  const parts: Doc[] = [formatType(source, node.type)];
  const { defaultValue, validation } = node;
  if (defaultValue !== undefined) {
    parts.push(" ", source.take("="), formatValue(source, defaultValue));
  }
  if (validation !== undefined) {
    parts.push(" ", source.take("with"));
    const isBlock = validation.kind === "Block" && source.next === "{";
    const condition = formatExpression(source, validation);
    parts.push(isBlock ? [" ", condition] : group(indent(line, condition)));
  }
  return parts;
}

function formatType(source: TokenSource, node: TypeNode): Doc {
  switch (node.kind) {
    case "NamedType":
      return [source.take(node.name), limits(source, node.end)];
    case "RecordType":
      return formatRecord(source, node);
    case "ChoiceType":
      return formatChoice(source, node);
    case "ListType":
    case "DictType":
      return [formatType(source, node.element), bounds(source, node.range)];
    case "LinkType":
      return [formatType(source, node.element), source.take("*")];
    default:
      return assertNever(node);
  }
}

/** What stands between the brackets behind a type, which are taken too. */
function bounds(source: TokenSource, range: RangeNode | undefined): Doc {
  const open = source.take();
  const inner = range === undefined ? "" : source.takeTight(range.end);
  return [open, inner, source.take()];
}

/** `(range)`, if there is one. */
function limits(source: TokenSource, end: number): Doc {
  return source.next === "(" && source.nextStart < end ? source.takeTight(end) : "";
}

/** Fields have a line each; a record without any stays on one. */
function formatRecord(source: TokenSource, node: RecordTypeNode): Doc {
  const word = node.extensible ? [source.take("extensible"), " "] : "";
  const open = source.take("{");
  const fields = node.fields.map((field, i) => [
    i === 0 ? "" : lineBefore(source),
    source.itemLead(),
    formatField(source, field),
  ]);
  const lead = source.closingLead();
  const close = source.textOf("}");
  const trail = source.trail();
  const isEmpty = fields.length === 0 && !needsLines(lead);
  const body = isEmpty ? "" : [indent(fields.length === 0 ? "" : hardLine, fields, lead), hardLine];
  return [word, open, body, close, trail, limits(source, node.end)];
}

function lineBefore(source: TokenSource): Doc {
  const end = itemBreak(source);
  return end.blank ? end : hardLine;
}

function formatField(source: TokenSource, node: FieldNode | IncludeFieldsNode): Doc {
  if (node.kind === "IncludeFields") return [source.take("include"), " ", source.take()];
  const key = source.take();
  return [key, " ", source.take(node.required ? ":" : "?"), " ", formatFullType(source, node.type)];
}

/** Words fill their lines: an enumeration is read like a sentence. */
function formatChoice(source: TokenSource, node: ChoiceTypeNode): Doc {
  const word = source.take("choice");
  const open = source.take("(");
  const choices = node.choices.map((choice, i) => {
    const text = formatString(source, choice);
    const item = i < node.choices.length - 1 ? [text, source.take(",")] : text;
    return i === 0 ? item : group(line, item);
  });
  const lead = source.closingLead();
  const close = source.textOf(")");
  return [group(word, open, indent(softLine, choices, lead), softLine, close), source.trail()];
}
