/** Templates are called like their files, from the root that they are below. */

import { directoryOf, extensionOf, fileNameOf, joinPath, relativePath } from "../../host/path.ts";
import { isTemplateName } from "../../pan/tree/path.ts";
import { deepestAround } from "./directories.ts";
import type { Workspace } from "./workspace.ts";

/** The name that a file's place gives its template; undefined if no template can be called so. */
export function expectedName(workspace: Workspace, path: string): string | undefined {
  const root = rootOf(workspace, path);
  const file = root === undefined ? fileNameOf(path) : relativePath(root, path);
  const name = file.replace(/\.(pan|tpl)$/, "");
  return isTemplateName(name) ? name : undefined;
}

/** Where the file of a template with a name belongs: below the root that the file is in, else beside it. */
export function expectedPath(workspace: Workspace, path: string, name: string): string {
  return joinPath(rootOf(workspace, path) ?? directoryOf(path), name + extensionOf(path));
}

function rootOf(workspace: Workspace, path: string): string | undefined {
  return deepestAround(path, workspace.includePathFor(path));
}
