/** Files that a command reads as a whole, and what is said of those that cannot be read. */

import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import { displayPath } from "../host/path.ts";
import { noSpan } from "../text/span.ts";

export interface ReadFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

export function readFiles(
  paths: readonly string[],
  host: Host,
): { readonly files: readonly ReadFile[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const files = paths.flatMap((path): readonly ReadFile[] => {
    const text = host.readText(path);
    if (text !== undefined) return [{ path, text }];
    diagnostics.push(unreadable(path, host));
    return [];
  });
  return { files, diagnostics };
}

/** Of a file that was found and has no text. */
export function unreadable(
  path: string,
  host: Pick<Host, "currentDirectory" | "readProblem">,
): Diagnostic {
  const reason = host.readProblem(path) ?? "it changed meanwhile";
  const args = { path: displayPath(host.currentDirectory, path), reason };
  return diagnostic("input-unreadable", noSpan, args);
}
