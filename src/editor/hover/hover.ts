/** What is shown of the thing at a place, in Markdown. */

import type { Token } from "../../pan/syntax/token.ts";
import { formatTerms } from "../../pan/tree/path.ts";
import type { Located } from "../../text/span.ts";
import { cursorAt } from "../completion/cursor.ts";
import { meaningOfWord } from "../completion/keyword-suggestions.ts";
import {
  fieldsOfTypes,
  isKeyPosition,
  targetOfCompared,
  targetOfIndex,
  targetOfPairs,
  targetOfValue,
} from "../completion/target.ts";
import { isText, textOf } from "../completion/text-token.ts";
import { type EditorFile, occurrenceAt, type Place } from "../files/editor-file.ts";
import type { Occurrence } from "../files/occurrence.ts";
import { describeType } from "../schema/describe-type.ts";
import { destinationsOf } from "../schema/destinations.ts";
import { fieldsOf, namedType, type TypePlace } from "../schema/type-at.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { largerUnit } from "./amounts.ts";
import {
  describeFunction,
  describeLocal,
  describeNamedType,
  describeTemplate,
  describeVariable,
} from "./describe-name.ts";
import { describePath, unitOf } from "./describe-path.ts";
import { codeBlock, documentationText, type Knowledge, paragraphs } from "./markdown.ts";

export interface Hover {
  readonly markdown: string;
  /** What it is about. */
  readonly place: Located;
}

export function hoverAt(known: Knowledge, place: Place): Hover | undefined {
  const found = occurrenceAt(place.file, place.offset);
  if (found !== undefined) return { markdown: describe(known, place, found), place: found };
  return literalHover(known, place);
}

function describe(known: Knowledge, { file }: Place, found: Occurrence): string {
  switch (found.kind) {
    case "path":
      return describePath(known, { file, name: found.name, ...profileBefore(file, found) });
    case "variable":
      return describeVariable(known, file, found.name);
    case "local":
      return describeLocal(file, found);
    case "function":
      return describeFunction(known, found.name);
    case "type":
      return describeNamedType(known, found.name);
    case "template":
      return describeTemplate(known, found.name, file.path);
    case "field":
      return describeField(known, found.name);
  }
}

/** Of `profile:/path`, the profile. */
function profileBefore({ occurrences }: EditorFile, { start }: Occurrence) {
  const before = occurrences.find(({ use, end }) => use === "external" && end + 1 === start);
  return before === undefined ? {} : { profile: before.name };
}

/** `TYPE.KEY…`, as occurrences name fields. */
function describeField({ workspace }: Knowledge, name: string): string {
  const [owner = "", ...keys] = name.split(".");
  const field = fieldNamed(workspace, owner, keys);
  if (field === undefined) return codeBlock(name);
  const { text, documentation, unit } = describeType(workspace, field);
  return paragraphs([
    codeBlock(`${keys.join("/")} : ${text}`),
    documentationText(documentation),
    unit === undefined ? "" : `In ${unit}`,
  ]);
}

function fieldNamed(
  workspace: Workspace,
  owner: string,
  keys: readonly string[],
): TypePlace | undefined {
  return keys.reduce<TypePlace | undefined>(
    (place, key) => place && fieldsOf(workspace, place).get(key),
    namedType(workspace, owner),
  );
}

/** Numbers with the unit of their place, and keys that are no occurrences: those of `dict()` and of indexes. */
function literalHover(known: Knowledge, { file, offset }: Place): Hover | undefined {
  const token = tokenAt(file.lexed.tokens, offset);
  if (token === undefined) return undefined;
  const place = { start: token.startOffset, end: token.end };
  if (typeof token.value === "bigint") {
    const markdown = amountOf(known, { file, offset: token.startOffset }, Number(token.value));
    return markdown === undefined ? undefined : { markdown, place };
  }
  const meaning = meaningOfWord(token.image);
  if (meaning !== undefined) {
    return { markdown: paragraphs([codeBlock(token.image), meaning]), place };
  }
  if (!isText(token)) return undefined;
  const markdown = describeKey(known, { file, offset: token.startOffset }, textOf(token));
  return markdown === "" ? undefined : { markdown, place };
}

function tokenAt(tokens: readonly Token[], offset: number): Token | undefined {
  return tokens.findLast(
    ({ startOffset, end }) => startOffset <= offset && offset <= end && end > startOffset,
  );
}

function amountOf(
  { workspace }: Knowledge,
  { file, offset }: Place,
  amount: number,
): string | undefined {
  const cursor = cursorAt(file, offset);
  const target = targetOfCompared(workspace, cursor) ?? targetOfValue(workspace, cursor);
  const [type] = target.types.map((one) => describeType(workspace, one));
  const unit = unitOf(target.path, type);
  if (unit === undefined) return undefined;
  const larger = largerUnit(amount, unit);
  return paragraphs([
    `**${amount} ${unit}**${larger === undefined ? "" : ` = ${larger}`}`,
    type?.documentation.text,
  ]);
}

/** A key stands for the path that it leads to. */
function describeKey(known: Knowledge, { file, offset }: Place, key: string): string {
  const { workspace } = known;
  const cursor = cursorAt(file, offset);
  const inner = cursor.open.at(-1);
  const isKey = inner !== undefined && isKeyPosition(inner);
  if (!isKey && inner?.kind !== "[") return "";
  const { path, types } = isKey
    ? targetOfPairs(workspace, cursor)
    : targetOfIndex(workspace, cursor);
  if (path !== undefined) {
    const at = formatTerms([...path, key]);
    return types.length === 0 && destinationsOf([...path, key]) === undefined
      ? ""
      : describePath(known, { file, name: at });
  }
  const field = fieldsOfTypes(workspace, types).get(key);
  if (field === undefined) return "";
  const { text, documentation } = describeType(workspace, field);
  return paragraphs([codeBlock(`${key} : ${text}`), documentationText(documentation)]);
}
