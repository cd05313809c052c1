/** The templates that the words of a command such as `vmcs lint` mean: files, patterns, and all that is below directories. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { extensionOf, joinPath } from "../host/path.ts";
import type { Environment } from "./command.ts";
import { inputFiles } from "./input-files.ts";

export interface TemplateFiles {
  /** Absolute paths, in order. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

const extensions: ReadonlySet<string> = new Set([".pan", ".tpl"]);

export async function templateFiles(
  words: readonly string[],
  environment: Environment,
): Promise<TemplateFiles> {
  const { host } = environment;
  const files: string[] = [];
  const others: string[] = [];
  for (const word of words) {
    const path = joinPath(host.currentDirectory, word);
    if (host.kind(path) === "directory") files.push(...templatesBelow(path, environment));
    else others.push(word);
  }
  const { files: named, diagnostics } = await inputFiles({ words: others }, environment);
  return { files: [...new Set([...files, ...named])].sort(), diagnostics };
}

/** Hidden directories and those of packages are not looked into. */
export function templatesBelow(directory: string, environment: Environment): readonly string[] {
  const { host } = environment;
  return host.list(directory).flatMap((name) => {
    if (name.startsWith(".") || name === "node_modules") return [];
    const path = joinPath(directory, name);
    if (host.kind(path) === "directory") return templatesBelow(path, environment);
    return extensions.has(extensionOf(name)) ? [path] : [];
  });
}
