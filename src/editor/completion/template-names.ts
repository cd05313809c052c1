/** Names of templates, as `include`, `create` and paths of other profiles want them. */

import { isTemplateName } from "../../pan/tree/path.ts";
import type { IndexedFile } from "../workspace/symbol-index.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Suggestion } from "./suggestion.ts";

export type TemplateUse = "include" | "structure" | "object";

/** `written` makes a name what is to be written, as with quotes. */
export function* templateSuggestions(
  workspace: Workspace,
  use: TemplateUse,
  own: string,
  written: (name: string) => string = (name) => name,
): Iterable<Suggestion> {
  const seen = new Set<string>();
  const directory = own.slice(0, own.lastIndexOf("/") + 1);
  for (const file of workspace.index.all()) {
    const { name, kind } = file;
    // A template that includes itself does so for ever.
    if (name === "" || name === own || !suits(file, use) || seen.has(name)) continue;
    seen.add(name);
    const isNear = directory !== "" && name.startsWith(directory);
    yield {
      label: name,
      kind: "template",
      detail: kind === "ordinary" ? "template" : `${kind} template`,
      text: written(name),
      rank: isNear ? 0 : 1,
      subject: { kind: "template", name },
    };
  }
}

function suits({ kind }: IndexedFile, use: TemplateUse): boolean {
  if (use === "include") return kind !== "object" && kind !== "structure";
  return kind === use;
}

/** The name that a file's place gives its template, below the first root that it is in. */
export function expectedName(workspace: Workspace, path: string): string | undefined {
  const roots = workspace.includePathFor(path).filter((root) => path.startsWith(`${root}/`));
  const root = roots.toSorted((a, b) => b.length - a.length)[0];
  const rest =
    root === undefined ? path.slice(path.lastIndexOf("/") + 1) : path.slice(root.length + 1);
  const name = rest.replace(/\.(pan|tpl)$/, "");
  return isTemplateName(name) ? name : undefined;
}
