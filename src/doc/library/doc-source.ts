/** A template that is documented: its file, its syntax tree, and places in it. */

import { compareCodeUnits } from "../../base/compare.ts";
import { directoryOf, relativePath } from "../../host/path.ts";
import { readSource, type SourceFile } from "../../pan/linter/source-file.ts";
import type { Dialect } from "../../pan/syntax/dialect.ts";
import { type LineIndex, lineIndex } from "../../text/line-index.ts";
import type { Place, TemplateId } from "./library.ts";

export interface DocFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

export interface DocSource {
  readonly id: TemplateId;
  /** Below the folder that all files are in. */
  readonly file: string;
  readonly source: SourceFile;
  readonly lines: LineIndex;
}

export function readSources(files: readonly DocFile[], dialect: Dialect): readonly DocSource[] {
  const root = commonDirectory(files.map(({ path }) => path));
  return files
    .map((file): DocSource => {
      const name = relativePath(root, file.path);
      const id = name.replace(/\.[^./]+$/, "");
      return { id, file: name, source: readSource(file, dialect), lines: lineIndex(file.text) };
    })
    .toSorted((a, b) => compareCodeUnits(a.file, b.file));
}

export function placeOf({ file, lines }: DocSource, offset: number): Place {
  return { file, line: lines.position(offset).line };
}

/** The innermost directory that all files are in. */
export function commonDirectory(paths: readonly string[]): string {
  const [first = "/", ...others] = paths.map(directoryOf);
  return others.reduce((common, directory) => {
    let shared = common;
    while (shared !== "/" && directory !== shared && !directory.startsWith(`${shared}/`)) {
      shared = directoryOf(shared);
    }
    return shared;
  }, first);
}
