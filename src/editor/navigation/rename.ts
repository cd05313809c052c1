/** Renaming: every place of a name gets another one, or none does. */

import { extensionOf } from "../../host/path.ts";
import { builtins } from "../../pan/evaluator/builtins/registry.ts";
import { specialForms } from "../../pan/evaluator/special-forms/registry.ts";
import { keywords } from "../../pan/syntax/tokens.ts";
import { isTemplateName } from "../../pan/tree/path.ts";
import type { Located, Span } from "../../text/span.ts";
import { automaticVariables } from "../files/automatic-variables.ts";
import { occurrenceAt, type Place } from "../files/editor-file.ts";
import type { Occurrence } from "../files/occurrence.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { declarationsOf } from "./definition.ts";
import { referencesTo } from "./references.ts";
import { fieldToRename, type RenamableField, renameField } from "./rename-field.ts";
import { RenameRefusal } from "./rename-refusal.ts";

export interface RenamePlan {
  readonly edits: readonly { readonly span: Span; readonly text: string }[];
  /** Files that move, as the name of a template is that of its file. */
  readonly moves: readonly Move[];
}

export interface Move {
  readonly from: string;
  readonly to: string;
}

export interface Renamable {
  /** As it is now. */
  readonly name: string;
  readonly at: Located;
}

/** What would be renamed at a place. */
export function renamableAt(workspace: Workspace, place: Place): Renamable | RenameRefusal {
  const found = thingAt(workspace, place);
  if (found instanceof RenameRefusal) return found;
  return "field" in found ? { name: found.key, at: found.at } : { name: found.name, at: found };
}

export function renameAt(
  workspace: Workspace,
  place: Place,
  wanted: string,
): RenamePlan | RenameRefusal {
  const found = thingAt(workspace, place);
  if (found instanceof RenameRefusal) return found;
  if ("field" in found) return renameField(workspace, found.field, wanted);
  const problem = problemOf(workspace, place, found, wanted);
  if (problem !== undefined) return new RenameRefusal(problem);
  const references = referencesTo(workspace, found, place.file.path, true);
  const edits = references.map(({ span }) => ({ span, text: wanted }));
  const moves = found.kind === "template" ? movesOf(workspace, found.name, wanted) : [];
  return { edits, moves };
}

/** A key of a record, or a name. */
function thingAt(
  workspace: Workspace,
  { file, offset }: Place,
): RenamableField | Occurrence | RenameRefusal {
  const occurrence = occurrenceAt(file, offset);
  const field = fieldToRename(workspace, { file, offset }, occurrence);
  if (field !== undefined) return field;
  if (occurrence === undefined) return new RenameRefusal("There is no name here.");
  const { kind, name } = occurrence;
  if (kind === "variable" && automaticVariables.has(name))
    return new RenameRefusal(`${name} is set by the compiler.`);
  if (kind === "function" && isBuiltIn(name))
    return new RenameRefusal(`${name} is a built-in function.`);
  if (kind === "local") return occurrence;
  const declarers = declarationsOf(workspace, kind, name);
  if (declarers.length === 0)
    return new RenameRefusal(`No template of the workspace declares ${name}.`);
  if (declarers.some((span) => workspace.isOfLibrary(span.file)))
    return new RenameRefusal(`${name} belongs to the templates that come with vmcs.`);
  return occurrence;
}

function problemOf(
  workspace: Workspace,
  { file }: Place,
  { kind, name }: Occurrence,
  wanted: string,
): string | undefined {
  if (wanted === name) return "That is its name already.";
  const problem = kind === "template" ? problemOfTemplate(wanted) : problemOfWord(kind, wanted);
  if (problem !== undefined) return problem;
  const taken =
    kind === "local"
      ? file.occurrences.some((other) => other.name === wanted && isVariable(other.kind))
      : workspace.index.having(kind, wanted).length > 0;
  return taken
    ? `There is a ${kind === "local" ? "variable" : kind} ${wanted} already.`
    : undefined;
}

function problemOfTemplate(wanted: string): string | undefined {
  return isTemplateName(wanted) ? undefined : `'${wanted}' cannot be the name of a template.`;
}

function problemOfWord(kind: Occurrence["kind"], wanted: string): string | undefined {
  if (!/^[A-Za-z_]\w*$/.test(wanted) || keywords.has(wanted))
    return `'${wanted}' cannot be a name: it takes letters, digits and _, and no word of the language.`;
  if (kind === "function" && isBuiltIn(wanted)) return `${wanted} is a built-in function.`;
  return isVariable(kind) && automaticVariables.has(wanted)
    ? `${wanted} is set by the compiler.`
    : undefined;
}

function isBuiltIn(name: string): boolean {
  return builtins.has(name) || specialForms.has(name);
}

function isVariable(kind: Occurrence["kind"]): boolean {
  return kind === "local" || kind === "variable";
}

/** Files whose path ends with the template's name. */
function movesOf(workspace: Workspace, name: string, wanted: string): readonly Move[] {
  return workspace.templatesNamed(name).flatMap(({ path }) => {
    const extension = extensionOf(path);
    const end = `/${name}${extension}`;
    if (!path.endsWith(end)) return [];
    return [{ from: path, to: `${path.slice(0, -end.length)}/${wanted}${extension}` }];
  });
}
