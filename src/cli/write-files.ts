/** Files that a command writes where it was told to. */

import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { OutputFile } from "../host/host.ts";
import { displayPath } from "../host/path.ts";
import { noSpan } from "../text/span.ts";
import type { Environment } from "./command.ts";
import { UsageError } from "./usage-error.ts";

/** Writes all of them or none, and lists them. */
export function writeListed(
  files: readonly OutputFile[],
  { host, terminal }: Environment,
): readonly Diagnostic[] {
  const problem = host.writeFiles(files);
  if (problem !== undefined) return [diagnostic("output-unwritable", noSpan, { ...problem })];
  for (const { path } of files) {
    terminal.stdout(`${displayPath(host.currentDirectory, path)}\n`);
  }
  return [];
}

/** Writes the file that an option names; one that cannot be written is a mistake of the command line. */
export function writeNamed(
  path: string,
  content: string,
  { host }: Pick<Environment, "host">,
): void {
  const problem = host.writeFiles([{ path: host.resolve(path), content }]);
  if (problem === undefined) return;
  throw new UsageError(diagnostic("output-unwritable", noSpan, { path, reason: problem.reason }));
}
