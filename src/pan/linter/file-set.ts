/** What the rules of a whole set of files know: of each file the facts that others can need, and no syntax tree. */

import type { Located, Span } from "../../text/span.ts";
import type { TemplateKind } from "../syntax/ast.ts";

/** A name, and where it stands. */
export interface NamedPlace {
  readonly name: string;
  readonly span: Span;
}

export interface GlobalVariable extends NamedPlace {
  /** Whether its value prints or refuses something, so that nobody needs to read it. */
  readonly forEffect: boolean;
}

/** A template that is asked for by its name. */
export interface Use extends NamedPlace {
  /** How: only what is included can be executed twice. */
  readonly by: "include" | "create";
  /** Whether it is the only one that the expression can name. */
  readonly alone: boolean;
}

export interface FileFacts {
  readonly path: string;
  readonly name: string;
  readonly kind: TemplateKind;
  /** Where its name stands. */
  readonly place: Located;
  readonly variables: readonly GlobalVariable[];
  readonly functions: readonly NamedPlace[];
  readonly types: readonly NamedPlace[];
  readonly uses: readonly Use[];
  readonly calls: readonly NamedPlace[];
  /** Names that are read as variables, called as functions, used as types. */
  readonly read: ReadonlySet<string>;
  readonly typesUsed: ReadonlySet<string>;
  /** The texts of all strings, which may be names of templates. */
  readonly texts: ReadonlySet<string>;
  /** Regular expressions of the names that are put together of texts and values. */
  readonly patterns: readonly string[];
}

export interface FileSet {
  readonly files: readonly FileFacts[];
  readonly byName: ReadonlyMap<string, readonly FileFacts[]>;
  /** The first file on the include path that holds a template; undefined if there is none, or no such path. */
  readonly find: (name: string) => string | undefined;
  /** Whether a file is where the include path has a template of the name. */
  readonly isOnPath: (path: string, name: string) => boolean;
}

export type TemplateFinder = Pick<FileSet, "find" | "isOnPath">;

export const noIncludePath: TemplateFinder = { find: () => undefined, isOnPath: () => false };

export function fileSet(files: readonly FileFacts[], finder: TemplateFinder): FileSet {
  const byName = new Map<string, FileFacts[]>();
  for (const file of files) {
    const known = byName.get(file.name);
    if (known === undefined) byName.set(file.name, [file]);
    else known.push(file);
  }
  return { files, byName, find: finder.find, isOnPath: finder.isOnPath };
}
