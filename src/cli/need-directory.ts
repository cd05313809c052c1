/** Directories that a command line names. */

import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import { directoryOf } from "../host/path.ts";
import { noSpan } from "../text/span.ts";
import { UsageError } from "./usage-error.ts";

/** Refuses one that is missing, or is a file; `what` is what the directory is for. */
export function needDirectory(host: Pick<Host, "kind">, what: string, path: string): void {
  const kind = host.kind(path);
  if (kind !== "directory") refuseDirectory(what, path, kind === "file");
}

export function refuseDirectory(what: string, path: string, isFile: boolean): never {
  const above = directoryOf(path);
  const instead = above === "." ? "a directory" : `its directory, '${above}'`;
  const extras = isFile ? { help: `It is a file: name ${instead}.` } : {};
  throw new UsageError(diagnostic("directory-missing", noSpan, { what, path }, extras));
}
