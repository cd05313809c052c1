/** Renaming a key of a record type: all places that lead through it by their types, or none. */

import { displayPath } from "../../host/path.ts";
import { isPathProblem, parsePath } from "../../pan/tree/path.ts";
import { lineIndex } from "../../text/line-index.ts";
import type { Located, Span } from "../../text/span.ts";
import type { Place } from "../files/editor-file.ts";
import type { Occurrence } from "../files/occurrence.ts";
import { type Field, fieldAt, provenUsesOf } from "../schema/field-uses.ts";
import { fieldsOf, namedType } from "../schema/type-at.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { declarationsOf } from "./definition.ts";
import type { RenamePlan } from "./rename.ts";
import { RenameRefusal } from "./rename-refusal.ts";

export interface RenamableField {
  readonly field: Field;
  readonly key: string;
  /** Where it stands. */
  readonly at: Located;
}

/** Undefined if the place is of another kind than paths and keys. */
export function fieldToRename(
  workspace: Workspace,
  { file, offset }: Place,
  occurrence: Occurrence | undefined,
): RenamableField | RenameRefusal | undefined {
  if (occurrence !== undefined && occurrence.kind !== "path" && occurrence.kind !== "field") {
    return undefined;
  }
  const found = fieldAt(workspace, file, offset);
  const [field, other] = found?.fields ?? [];
  if (found === undefined || field === undefined) {
    if (occurrence === undefined) return undefined;
    return new RenameRefusal(
      "Paths are data: no record type of the workspace names this step, so that it has no one place to be changed at.",
    );
  }
  const key = field.field.key.text;
  if (other !== undefined) {
    return new RenameRefusal(`Several record types say what ${key} is here.`);
  }
  if (workspace.isOfLibrary(field.file)) {
    return new RenameRefusal(`${key} belongs to the templates that come with vmcs.`);
  }
  const { start, end } = found.span;
  return { field, key, at: { start, end } };
}

export function renameField(
  workspace: Workspace,
  field: Field,
  wanted: string,
): RenamePlan | RenameRefusal {
  const key = field.field.key.text;
  if (wanted === key) return new RenameRefusal("That is its name already.");
  const parsed = parsePath(`/${wanted}`);
  const isKey = !isPathProblem(parsed) && parsed.terms.length === 1 && parsed.terms[0] === wanted;
  if (!isKey || /['"\\]/.test(wanted)) {
    return new RenameRefusal(`'${wanted}' cannot be a key of a record.`);
  }
  const owner = field.owner === undefined ? undefined : namedType(workspace, field.owner);
  if (owner !== undefined && fieldsOf(workspace, owner).has(wanted)) {
    return new RenameRefusal(`The type ${field.owner} has a key ${wanted} already.`);
  }
  const declarations =
    field.owner === undefined ? [] : declarationsOf(workspace, "type", field.owner);
  if (new Set(declarations.map(({ file }) => file)).size > 1) {
    return new RenameRefusal(`The type ${field.owner} is declared in several templates.`);
  }
  const uses = provenUsesOf(workspace, field);
  if ("why" in uses) {
    return new RenameRefusal(
      `Whether ${placeText(workspace, uses.span)} is this key cannot be told: ${uses.why}.`,
    );
  }
  return { edits: uses.map(({ span }) => ({ span, text: wanted })), moves: [] };
}

/** `site/web.pan:3:5`, from the root of the workspace that the file is in. */
function placeText(workspace: Workspace, { file, start }: Span): string {
  const { line, column } = lineIndex(workspace.readText(file) ?? "").position(start);
  const shown = displayPath(workspace.rootOf(file) ?? "/", file);
  return `${shown}:${line}:${column}`;
}
