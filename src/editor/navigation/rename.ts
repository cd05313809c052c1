/** Renaming: every place of a name gets another one, or none does. */

import { builtins } from "../../pan/evaluator/builtins/registry.ts";
import { specialForms } from "../../pan/evaluator/special-forms/registry.ts";
import { keywords } from "../../pan/syntax/tokens.ts";
import { isTemplateName } from "../../pan/tree/path.ts";
import type { Span } from "../../text/span.ts";
import { occurrenceAt } from "../files/editor-file.ts";
import { automaticVariables } from "../files/find-occurrences.ts";
import type { Occurrence } from "../files/occurrence.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Place } from "./definition.ts";
import { referencesTo } from "./references.ts";
import { fieldToRename, renameField } from "./rename-field.ts";
import { RenameRefusal } from "./rename-refusal.ts";

export interface RenamePlan {
  readonly edits: readonly { readonly span: Span; readonly text: string }[];
  /** Files that move, as the name of a template is that of its file. */
  readonly moves: readonly { readonly from: string; readonly to: string }[];
}

export interface Renamable {
  readonly occurrence: Pick<Occurrence, "kind" | "name" | "start" | "end">;
  /** What is edited: the name as it is now. */
  readonly name: string;
}

/** What would be renamed at a place. */
export function renamableAt(
  workspace: Workspace,
  { file, offset }: Place,
): Renamable | RenameRefusal {
  const occurrence = occurrenceAt(file, offset);
  const ofField = fieldToRename(workspace, { file, offset }, occurrence);
  if (ofField !== undefined) {
    return ofField instanceof RenameRefusal
      ? ofField
      : { occurrence: { ...ofField.at, kind: "field", name: ofField.key }, name: ofField.key };
  }
  if (occurrence === undefined) return new RenameRefusal("There is no name here.");
  const { kind, name } = occurrence;
  if (kind === "variable" && automaticVariables.has(name))
    return new RenameRefusal(`${name} is set by the compiler.`);
  if (kind === "function" && isBuiltIn(name))
    return new RenameRefusal(`${name} is a built-in function.`);
  const own = kind === "local" || declarers(workspace, occurrence).length > 0;
  if (!own) return new RenameRefusal(`No template of the workspace declares ${name}.`);
  const foreign = declarers(workspace, occurrence).find((path) => workspace.isOfLibrary(path));
  if (foreign !== undefined)
    return new RenameRefusal(`${name} belongs to the templates that come with vmcs.`);
  return { occurrence, name };
}

export function renameAt(
  workspace: Workspace,
  place: Place,
  wanted: string,
): RenamePlan | RenameRefusal {
  const found = renamableAt(workspace, place);
  if (found instanceof RenameRefusal) return found;
  const occurrence = occurrenceAt(place.file, place.offset);
  const ofField = fieldToRename(workspace, place, occurrence);
  if (ofField instanceof RenameRefusal) return ofField;
  if (ofField !== undefined) return renameField(workspace, ofField.field, wanted);
  if (occurrence === undefined) return new RenameRefusal("There is no name here.");
  const problem = problemOf(workspace, place, occurrence, wanted);
  if (problem !== undefined) return new RenameRefusal(problem);
  const references = referencesTo(workspace, occurrence, place.file.path, true);
  const edits = references.map(({ span }) => ({ span, text: wanted }));
  const moves = occurrence.kind === "template" ? movesOf(workspace, occurrence.name, wanted) : [];
  return { edits, moves };
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

/** Files that declare a name. */
function declarers(workspace: Workspace, { kind, name }: Occurrence): readonly string[] {
  return workspace.index
    .having(kind, name)
    .filter(({ occurrences }) =>
      occurrences.some(
        (found) => found.kind === kind && found.name === name && found.role === "declaration",
      ),
    )
    .map(({ path }) => path);
}

/** Files whose path ends with the template's name. */
function movesOf(
  workspace: Workspace,
  name: string,
  wanted: string,
): readonly { readonly from: string; readonly to: string }[] {
  return workspace.templatesNamed(name).flatMap(({ path }) => {
    const extension = path.slice(path.lastIndexOf("."));
    const end = `/${name}${extension}`;
    if (!path.endsWith(end)) return [];
    return [{ from: path, to: `${path.slice(0, -end.length)}/${wanted}${extension}` }];
  });
}
