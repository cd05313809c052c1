/** Names of templates, as `include`, `create` and paths of other profiles want them. */

import type { EditorFile } from "../files/editor-file.ts";
import { quoted } from "../schema/describe-type.ts";
import type { TypePlace } from "../schema/type-at.ts";
import { includedByObjects } from "../workspace/reach.ts";
import { type IndexedFile, kindOfTemplate } from "../workspace/symbol-index.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Suggestion } from "./suggestion.ts";
import { fieldsOfTypes } from "./target.ts";

export type TemplateUse = "include" | "structure" | "object";

export interface TemplatesInput {
  readonly workspace: Workspace;
  readonly use: TemplateUse;
  /** The file that they are named in. */
  readonly file: EditorFile;
  /** Of structures: the types that one is to have; those that fit come first. */
  readonly types?: readonly TypePlace[];
  /** Makes a name what is to be written, as with quotes. */
  readonly written?: (name: string) => string;
}

export function* templateSuggestions(input: TemplatesInput): Iterable<Suggestion> {
  const { workspace, use, file, written = (name) => name } = input;
  const seen = new Set<string>();
  const own = file.template.name.text;
  const rank = rankIn(input);
  for (const found of workspace.index.all()) {
    const { name } = found;
    // A template that includes itself does so for ever.
    if (name === "" || name === own || !suits(found, use) || seen.has(name)) continue;
    if (!isInSight(workspace, file.path, found.path)) continue;
    seen.add(name);
    yield {
      label: name,
      kind: "template",
      detail: kindOfTemplate(found),
      text: written(name),
      rank: rank(found),
      subject: { kind: "template", name },
    };
  }
}

/** What fits first, then what is near, what machines include, what does something, and what only declares. */
function rankIn({ workspace, file, types = [] }: TemplatesInput): (found: IndexedFile) => number {
  const own = file.template.name.text;
  const directory = own.slice(0, own.lastIndexOf("/") + 1);
  const usual = includedByObjects(workspace);
  const isFit = fitting(workspace, types);
  return (found) => {
    if (isFit(found)) return 0;
    if (directory !== "" && found.name.startsWith(directory)) return 1;
    if (usual.has(found.name)) return 2;
    return found.kind === "declaration" ? 4 : 3;
  };
}

/** `create('NAME')` of every structure template that makes what a value is to be. */
export function* structureCalls(
  workspace: Workspace,
  file: EditorFile,
  types: readonly TypePlace[],
): Iterable<Suggestion> {
  const isFit = fitting(workspace, types);
  for (const found of workspace.index.all()) {
    const { name } = found;
    if (!isFit(found) || name === file.template.name.text) continue;
    if (!isInSight(workspace, file.path, found.path)) continue;
    const label = `create(${quoted(name)})`;
    yield { label, kind: "value", detail: "", rank: 0, subject: { kind: "template", name } };
  }
}

/** Whether a structure template sets something, and nothing that the types do not have. */
function fitting(
  workspace: Workspace,
  types: readonly TypePlace[],
): (file: IndexedFile) => boolean {
  const fields = fieldsOfTypes(workspace, types);
  if (fields.size === 0) return () => false;
  return ({ kind, occurrences }) => {
    if (kind !== "structure") return false;
    const set = occurrences.filter((one) => one.kind === "path" && one.role === "write");
    return set.length > 0 && set.every(({ name }) => fields.has(name.split("/")[0] ?? ""));
  };
}

/** Templates of other projects cannot be found, and rules are read by themselves. */
function isInSight(workspace: Workspace, from: string, path: string): boolean {
  if (workspace.isOfLibrary(path)) return true;
  const { rules } = workspace.settingsOf(from);
  const isRule = (file: string): boolean => rules.some((one) => file.startsWith(`${one}/`));
  if (isRule(path) && !isRule(from)) return false;
  const isSame = workspace.settingsOf(path) === workspace.settingsOf(from);
  return isSame || workspace.includePathFor(from).some((root) => path.startsWith(`${root}/`));
}

function suits({ kind }: IndexedFile, use: TemplateUse): boolean {
  if (use === "include") return kind !== "object" && kind !== "structure";
  return kind === use;
}
