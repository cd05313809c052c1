/** The files that the words of a command line mean: themselves, or what matches them. */

import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import { directoryOf, displayPath, extensionOf, fileNameOf, joinPath } from "../host/path.ts";
import { closestName } from "../text/did-you-mean.ts";
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
    } else if (kind === "missing") {
      const help = fileMeant(path, directory, host);
      diagnostics.push(diagnostic("file-missing", span, { path: word }, { help }));
    } else diagnostics.push(diagnostic("file-not-directory", span, { path: word }));
  }
  return { files: [...new Set(files)], diagnostics };
}

/** A file of nearly that name beside it; for a bare name such as that of a machine, also its template one level down. */
function fileMeant(path: string, directory: string, host: Host): string | undefined {
  const beside = directoryOf(path);
  const name = fileNameOf(path);
  const folders = beside === directory ? foldersIn(directory, host) : [];
  const found = [beside, ...folders]
    .flatMap((folder) => ["", ".pan", ".tpl"].map((ending) => joinPath(folder, name + ending)))
    .find((file) => host.kind(file) === "file");
  const meant = found ?? closestFile(beside, name, host);
  return meant === undefined ? undefined : `Did you mean '${displayPath(directory, meant)}'?`;
}

function foldersIn(directory: string, host: Host): readonly string[] {
  return host
    .list(directory)
    .filter((name) => !name.startsWith("."))
    .map((name) => joinPath(directory, name));
}

/** Compared without the extension, which would make short names alike. */
function closestFile(folder: string, name: string, host: Host): string | undefined {
  const extension = extensionOf(name);
  const stem = (file: string): string => file.slice(0, file.length - extension.length);
  const stems = host.list(folder).filter((file) => extensionOf(file) === extension);
  const closest = closestName(stem(name), stems.map(stem));
  return closest === undefined ? undefined : joinPath(folder, closest + extension);
}

async function matching(pattern: string, directory: string): Promise<readonly string[]> {
  const { glob } = await import("tinyglobby");
  return (await glob(pattern, { cwd: directory, absolute: true, expandDirectories: false })).sort();
}
