/** Names of templates and files that lead somewhere when they are followed. */

import { joinPath } from "../../host/path.ts";
import { nodesIn } from "../../pan/syntax/nodes.ts";
import type { Located } from "../../text/span.ts";
import type { EditorFile } from "../files/editor-file.ts";
import type { Workspace } from "../workspace/workspace.ts";

export interface Link extends Located {
  /** The file that it leads to. */
  readonly target: string;
  /** What it is, for a tooltip. */
  readonly title: string;
}

export function linksIn(workspace: Workspace, file: EditorFile): readonly Link[] {
  return [...templateLinks(workspace, file), ...textLinks(workspace, file)].toSorted(
    (a, b) => a.start - b.start,
  );
}

function templateLinks(workspace: Workspace, { occurrences, path }: EditorFile): readonly Link[] {
  return occurrences.flatMap(({ kind, role, name, start, end }) => {
    if (kind !== "template" || role !== "read") return [];
    const [target] = workspace.templatesNamed(name, path);
    return target === undefined ? [] : [{ start, end, target: target.path, title: name }];
  });
}

/** `file_contents('…')`, along the include path. */
export function textLinks(
  workspace: Workspace,
  { template, path: own }: EditorFile,
): readonly Link[] {
  const host = workspace.sources();
  const calls = template.statements.flatMap((statement) =>
    nodesIn(statement).flatMap((node) => {
      if (node.kind !== "CallExpression" || node.name.text !== "file_contents") return [];
      const [name] = node.args;
      return name?.kind === "StringLiteral" && name.value !== "" ? [name] : [];
    }),
  );
  return calls.flatMap(({ value, start, end }) => {
    const target = workspace
      .includePathFor(own)
      .map((directory) => joinPath(directory, value))
      .find((path) => host.kind(path) === "file");
    return target === undefined ? [] : [{ start: start + 1, end: end - 1, target, title: value }];
  });
}
