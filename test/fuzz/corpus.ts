/** Templates to mutate: everything in this repository that is written in Pan. */

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { lex } from "../../src/pan/syntax/lexer.ts";
import { filesBelow, repositoryPath } from "../support/repository.ts";
import { parseArchive } from "../support/txtar.ts";

export interface CorpusFile {
  /** Path below the repository. */
  readonly path: string;
  /** What the template is called in a case. */
  readonly name: string;
  readonly text: string;
  /** Where its tokens begin, and where the last one ends. */
  readonly boundaries: readonly number[];
}

export interface Corpus {
  readonly files: readonly CorpusFile[];
  /** Number of boundaries in all files together. */
  readonly boundaryCount: number;
  /** Texts of all kinds of tokens. */
  readonly tokens: readonly string[];
}

const folders = ["test/fixtures", "templates", "examples"];

export function readCorpus(): Corpus {
  return makeCorpus(
    folders.flatMap((folder) =>
      filesBelow(folder)
        .map((path) => `${folder}/${path}`)
        .flatMap(templatesIn),
    ),
  );
}

/** A file that is a template, or the templates of an archive. */
function templatesIn(path: string): readonly (readonly [path: string, text: string])[] {
  if (path.endsWith(".pan")) return [[path, readFileSync(repositoryPath(path), "utf8")]];
  if (!path.endsWith(".txtar")) return [];
  const { files } = parseArchive(readFileSync(repositoryPath(path), "utf8"));
  return [...files]
    .filter(([name]) => name.endsWith(".pan"))
    .map(([name, text]) => [`${path}/${name}`, text]);
}

export function makeCorpus(texts: readonly (readonly [path: string, text: string])[]): Corpus {
  const files = texts.map(([path, text]) => makeFile(path, text));
  const images = files.flatMap(({ text, path }) =>
    lex(text, path).tokens.map(({ image }) => image),
  );
  return {
    files,
    boundaryCount: files.reduce((sum, { boundaries }) => sum + boundaries.length, 0),
    tokens: [...new Set(images)].filter((image) => image !== "" && image.length < 200).sort(),
  };
}

function makeFile(path: string, text: string): CorpusFile {
  const starts = lex(text, path).tokens.map(({ startOffset }) => startOffset);
  return { path, name: templateName(path, text), text, boundaries: starts };
}

/** The file stands where its template's name says, as far as it has one. */
function templateName(path: string, text: string): string {
  const name = /^\s*(?:\w+\s+)?template\s+([\w.+/-]+)\s*;/m.exec(text)?.[1];
  return name ?? basename(path, ".pan");
}
