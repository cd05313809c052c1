/** Files that somebody moves: the names of templates follow, and so do those who name them. */

import { extensionOf } from "../../host/path.ts";
import { isTemplateName } from "../../pan/tree/path.ts";
import { spanIn } from "../../text/span.ts";
import { textLinks } from "../document/links.ts";
import { isNamed } from "../files/occurrence.ts";
import { isTemplateFile } from "../files/template-file.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Move, RenamePlan } from "./rename.ts";

type Edits = RenamePlan["edits"];

/** The edits for files and directories that are about to move; what follows no rule is left as it is. */
export function editsForMoves(workspace: Workspace, moves: readonly Move[]): Edits {
  return moves.flatMap(({ from, to }) => {
    const below = workspace.index.all().filter(({ path }) => path.startsWith(`${from}/`));
    const files = below.map(({ path }) => ({ from: path, to: to + path.slice(from.length) }));
    if (below.length > 0) return files.flatMap((file) => editsFor(workspace, file));
    return editsFor(workspace, { from, to });
  });
}

function editsFor(workspace: Workspace, move: Move): Edits {
  return workspace.index.get(move.from) === undefined
    ? editsForText(workspace, move)
    : editsForTemplate(workspace, move);
}

function editsForTemplate(workspace: Workspace, move: Move): Edits {
  const name = workspace.index.get(move.from)?.name ?? "";
  const wanted = nameAfter(workspace, name, move);
  if (wanted === undefined || wanted === name || !isTemplateName(wanted)) return [];
  return workspace.index.having("template", name).flatMap(({ path, occurrences }) => {
    // Of several templates with the name somebody else may mean another one.
    const [meant] = workspace.templatesNamed(name, path);
    if (path !== move.from && meant?.path !== move.from) return [];
    return occurrences
      .filter(isNamed("template", name))
      .map((found) => ({ span: spanIn(path, found), text: wanted }));
  });
}

/** The name that a template must have where it goes; undefined if its file does not stand where its name says. */
function nameAfter(workspace: Workspace, name: string, { from, to }: Move): string | undefined {
  const end = `/${name}${extensionOf(from)}`;
  if (name === "" || !from.endsWith(end) || !isTemplateFile(to)) return undefined;
  const own = from.slice(0, -end.length);
  const root = rootOf(to, [own, ...workspace.includePathFor(to)]);
  return root === undefined ? undefined : to.slice(root.length + 1, -extensionOf(to).length);
}

/** The first directory that a path is below. */
function rootOf(path: string, directories: readonly string[]): string | undefined {
  return directories.find((directory) => path.startsWith(`${directory}/`));
}

/** A text that templates read by its name on the include path. */
function editsForText(workspace: Workspace, { from, to }: Move): Edits {
  return workspace.index.having("function", "file_contents").flatMap(({ path }) => {
    const file = workspace.file(path);
    if (file === undefined) return [];
    const root = rootOf(to, workspace.includePathFor(path));
    if (root === undefined) return [];
    return textLinks(workspace, file)
      .filter(({ target }) => target === from)
      .map((link) => ({ span: spanIn(path, link), text: to.slice(root.length + 1) }));
  });
}
