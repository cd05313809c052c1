/** What a compilation is told, all of it: defaults are the command line's. */

import type { TemplateObserver } from "../evaluator/observer.ts";
import type { SharingMode } from "../evaluator/sharing/sharing.ts";
import type { Template } from "../syntax/ast.ts";
import type { Dialect } from "../syntax/dialect.ts";
import type { Dict } from "../tree/dict.ts";

export interface CompileOptions {
  readonly dialect: Dialect;
  /** Absolute paths of the directories in which templates are looked for, in this order; not normalised. */
  readonly includePath: readonly string[];
  readonly maxIteration: number;
  readonly maxRecursion: number;
  readonly deprecationWarnings: "off" | "on" | "fatal";
  /** Content that each configuration starts with. */
  readonly initialData: Dict;
  /** Whether `debug` and `traceback` do something in the template of that name. */
  readonly debugs: (templateName: string) => boolean;
  /** Build the profiles of the object templates, or only read all templates. */
  readonly build: boolean;
  /** Whether profiles share what they compute alike, which nobody can see: "on" unless a test compares. */
  readonly sharing?: SharingMode;
  /** Who looks on while the template of a file runs; undefined for files, and for compilations, that nobody looks at. */
  readonly observe?:
    | ((file: string, template: Template) => TemplateObserver | undefined)
    | undefined;
}
