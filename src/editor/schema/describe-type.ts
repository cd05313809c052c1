/** A type in the words that people need: its text, what it allows, its default, its unit, what is said of it. */

import { assertNever } from "../../base/assert-never.ts";
import { documentationOf } from "../../doc/library/documentation.ts";
import type { Documentation } from "../../doc/library/library.ts";
import type { TypeNode } from "../../pan/syntax/ast.ts";
import type { Located } from "../../text/span.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { mostNames, namedType, type TypePlace } from "./type-at.ts";

export interface TypeDescription {
  /** As written, on one line. */
  readonly text: string;
  /** What is behind names: `long`, `string`, `record`, `list`, …; undefined if a name leads nowhere. */
  readonly base: string | undefined;
  /** The values that it allows, if they are few and written. */
  readonly choices: readonly string[];
  /** As written; of the field, else of the named type. */
  readonly defaultText: string | undefined;
  readonly required: boolean | undefined;
  readonly documentation: Documentation;
  readonly unit: string | undefined;
}

const longestText = 80;

export function describeType(workspace: Workspace, place: TypePlace): TypeDescription {
  const behind = behindNames(workspace, place);
  const last = behind.at(-1) ?? place;
  const own = documentationOf(place.annotations);
  const withDefault = behind.find(({ type }) => type.defaultValue !== undefined);
  const documentation =
    own.text !== "" ? own : (behind.map(documented).find(({ text }) => text !== "") ?? own);
  return {
    text: sourceText(workspace, place.file, place.type.type),
    base: baseOf(last.type.type),
    choices: last.type.type.kind === "ChoiceType" ? choicesOf(last.type.type) : [],
    defaultText: withDefault && textOfDefault(workspace, withDefault),
    required: place.field?.required,
    documentation,
    unit: documentation.unit ?? unitIn(documentation.text),
  };
}

/** The text of a piece of a file on one line, cut where it gets long. */
export function sourceText(workspace: Workspace, file: string, piece: Located): string {
  const text = workspace.readText(file)?.slice(piece.start, piece.end) ?? "";
  const line = text.replace(/\s+/g, " ");
  return line.length <= longestText ? line : `${line.slice(0, longestText - 1)}…`;
}

/** What stands behind a name, and the name behind that; the place itself is the first. */
export function behindNames(workspace: Workspace, place: TypePlace): readonly TypePlace[] {
  const found = [place];
  for (let last: TypePlace | undefined = place; found.length < mostNames; ) {
    if (last.type.type.kind !== "NamedType") break;
    last = namedType(workspace, last.type.type.name);
    if (last === undefined) break;
    found.push(last);
  }
  return found;
}

function documented({ annotations }: TypePlace): Documentation {
  return documentationOf(annotations);
}

function textOfDefault(workspace: Workspace, { file, type }: TypePlace): string | undefined {
  return type.defaultValue && sourceText(workspace, file, type.defaultValue);
}

function baseOf(type: TypeNode): string | undefined {
  switch (type.kind) {
    case "NamedType":
      return primitiveTypes.has(type.name) ? type.name : undefined;
    case "ChoiceType":
      return "string";
    case "RecordType":
      return "record";
    case "ListType":
      return "list";
    case "DictType":
      return "dict";
    case "LinkType":
      return "link";
    default:
      return assertNever(type);
  }
}

/** The types that are there without a declaration, and what each is. */
export const primitiveTypes: ReadonlyMap<string, string> = new Map([
  ["boolean", "true or false"],
  ["double", "a number with a fraction"],
  ["element", "anything"],
  ["dict", "keys with values; what `nlist` was"],
  ["nlist", "the older name of `dict`"],
  ["list", "values in order"],
  ["long", "a whole number of 64 bits; a range bounds its value"],
  ["number", "a long or a double"],
  ["property", "a string, a number or a boolean"],
  ["resource", "a list or a dict"],
  ["string", "text; a range bounds its length"],
]);

function choicesOf(type: Extract<TypeNode, { kind: "ChoiceType" }>): readonly string[] {
  return type.choices.map(({ value }) => value);
}

/** Descriptions say it in words: "memory of the node, in MiB". */
function unitIn(text: string): string | undefined {
  return /\bin (KiB|MiB|GiB|TiB|kB|MB|GB|bytes|kbit\/s|Mbit\/s|seconds|minutes|hours|days|milliseconds|microseconds|percent)\b/.exec(
    text,
  )?.[1];
}

/** A text as Pan writes it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
