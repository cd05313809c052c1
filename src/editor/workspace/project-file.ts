/** Project files, by their paths. */

import { fileNameOf, joinPath } from "../../host/path.ts";
import { projectFileName } from "../../pipeline/project/find-project.ts";

export function isProjectFile(path: string): boolean {
  return fileNameOf(path) === projectFileName;
}

export function projectFileIn(directory: string): string {
  return joinPath(directory, projectFileName);
}
