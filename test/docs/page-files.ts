/** The files that a page tells its reader to write, in a directory of the page's own. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { nodeHost } from "../../src/host/node/node-host.ts";
import { readProject } from "../../src/pipeline/project/read-project.ts";
import { filesIn, repositoryPath } from "../support/repository.ts";
import { parseArchive } from "../support/txtar.ts";
import type { Block } from "./blocks.ts";

export class PageFiles {
  /** For what no reader has. */
  readonly scratch: string;
  /** Where the reader begins. */
  readonly home: string;
  /** The current directory. */
  directory: string;

  /** `scratch` is an empty directory. */
  constructor(scratch: string) {
    this.scratch = scratch;
    this.home = join(scratch, "site");
    this.directory = this.home;
    for (const folder of ["site", "profiles"]) mkdirSync(join(scratch, folder));
  }

  /** Files that the page takes for granted: of a directory, or of an archive. */
  bring(source: string): void {
    const path = repositoryPath(source);
    const files = source.endsWith(".txtar")
      ? parseArchive(readFileSync(path, "utf8")).files
      : new Map(filesIn(path).map((name) => [name, readFileSync(join(path, name), "utf8")]));
    for (const [name, content] of files) this.put(name, content);
  }

  /** The absolute path of the file. */
  put(file: string, content: string): string {
    const path = join(this.directory, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  /** Undefined if the block names no file. */
  putNamed({ settings, code }: Block): string | undefined {
    const file = settings.get("file");
    if (file === undefined) return undefined;
    const path = this.put(file, code);
    if (file.endsWith("vmcs.json")) {
      const [problem] = readProject(nodeHost(), path).diagnostics;
      if (problem !== undefined) throw new Error(problem.message);
    }
    return path;
  }

  /** Lines of the block without their marks: what is there, and what takes its place. */
  change({ settings, code }: Block): void {
    const file = settings.get("file") ?? "";
    const path = join(this.directory, file);
    const text = readFileSync(path, "utf8");
    const lines = code.trimEnd().split("\n");
    const side = (other: string): string =>
      lines
        .filter((line) => !line.startsWith(other))
        .map((line) => `${line.slice(1)}\n`)
        .join("");
    const before = side("+");
    if (text.split(before).length !== 2) throw new Error(`Not once in ${file}:\n${before}`);
    const changed = text.replace(before, () => side("-"));
    writeFileSync(path, changed);
  }
}
