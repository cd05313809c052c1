/** What is wrong with a project file: what it may say, and whether what it names is there. */

import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import { joinPath } from "../../host/path.ts";
import { readProject } from "../../pipeline/project/read-project.ts";
import type { Workspace } from "../workspace/workspace.ts";

export function diagnoseProject(workspace: Workspace, path: string): readonly Diagnostic[] {
  const host = workspace.sources();
  const { project, diagnostics } = readProject(host, path);
  if (project === undefined) return diagnostics;
  const { directory, settings, spanOf } = project;
  const found = (["includePath", "rules"] as const).flatMap((name) =>
    (settings[name] ?? []).flatMap((written, i) => {
      if (host.kind(joinPath(directory, written)) === "directory") return [];
      const what = name === "rules" ? "rule" : "include";
      return [diagnostic("directory-missing", spanOf(name, i), { what, path: written })];
    }),
  );
  const help = "Check the spelling; paths are taken from the directory of the project file.";
  const lists = (settings.packages ?? []).flatMap((written, i) =>
    host.kind(joinPath(directory, written)) === "file"
      ? []
      : [diagnostic("file-missing", spanOf("packages", i), { path: written }, { help })],
  );
  return [...found, ...lists];
}
