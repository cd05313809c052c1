/** The files that the words of a command line mean: themselves, or what matches them. */

import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { joinPath } from "../host/path.ts";
import { noSpan } from "../text/span.ts";
import type { Environment } from "./command.ts";
import type { InputWords } from "./project.ts";

export interface InputFiles {
  /** Absolute paths. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Words of a project file are taken from its directory. */
export async function inputFiles(
  { words, project }: InputWords,
  { host }: Environment,
): Promise<InputFiles> {
  const files: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const directory = project?.directory ?? host.currentDirectory;
  for (const [index, word] of words.entries()) {
    const path = joinPath(directory, word);
    const kind = host.kind(path);
    const span = project?.spanOf("objects", index) ?? noSpan;
    if (kind === "file") files.push(path);
    else if (kind === "missing" && /[*?[{]/.test(word)) {
      const found = await matching(word, directory);
      if (found.length === 0)
        diagnostics.push(diagnostic("nothing-matches", span, { pattern: word }));
      files.push(...found);
    } else
      diagnostics.push(
        diagnostic(kind === "missing" ? "file-missing" : "file-not-directory", span, {
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
