/** Which object templates a template takes part in, by what the templates say of each other. */

import { isNamed } from "../files/occurrence.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Files of the object templates that include a template, directly or not, in the order of their paths; the file
 * itself if it has an object template. Includes whose name is computed are not known here.
 */
export function objectTemplatesUsing(workspace: Workspace, path: string): readonly string[] {
  const { index } = workspace;
  const start = index.get(path);
  if (start === undefined) return [];
  const seen = new Set([path]);
  const objects: string[] = [];
  const waiting = [start];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (file.kind === "object") objects.push(file.path);
    for (const user of index.having("template", file.name)) {
      if (seen.has(user.path)) continue;
      if (!user.occurrences.some(isNamed("template", file.name, "read"))) continue;
      seen.add(user.path);
      waiting.push(user);
    }
  }
  return objects.sort();
}
