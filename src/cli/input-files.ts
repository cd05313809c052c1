/** The files that the words of a command line mean: themselves, or what matches them. */

import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { noSpan } from "../text/span.ts";
import type { Environment } from "./command.ts";

export interface InputFiles {
  /** Absolute paths. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export async function inputFiles(
  words: readonly string[],
  { host }: Environment,
): Promise<InputFiles> {
  const files: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const word of words) {
    const path = host.resolve(word);
    const kind = host.kind(path);
    if (kind === "file") files.push(path);
    else if (kind === "missing" && /[*?[{]/.test(word)) {
      const found = await matching(word, host.currentDirectory);
      if (found.length === 0)
        diagnostics.push(diagnostic("nothing-matches", noSpan, { pattern: word }));
      files.push(...found);
    } else
      diagnostics.push(
        diagnostic(kind === "missing" ? "file-missing" : "file-not-directory", noSpan, {
          path: word,
        }),
      );
  }
  return { files: [...new Set(files)], diagnostics };
}

async function matching(pattern: string, directory: string): Promise<readonly string[]> {
  const { glob } = await import("tinyglobby");
  return (await glob(pattern, { cwd: directory, absolute: true, expandDirectories: false })).sort();
}
