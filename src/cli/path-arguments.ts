/** Words of a command line that are paths of a configuration, and those that are files. */

import { diagnostic } from "../diagnostics/diagnostic.ts";
import { formatTerms } from "../pan/tree/path.ts";
import type { Term } from "../pan/tree/term.ts";
import { rulePath } from "../rules/language/rule-path.ts";
import { noSpan } from "../text/span.ts";
import type { Environment } from "./command.ts";
import { UsageError } from "./usage-error.ts";

export interface PathArgument {
  readonly path: string;
  readonly terms: readonly Term[];
}

/** The path in its canonical spelling: the paper's aliases work here as they do in rules. */
export function pathArgument(given: string): PathArgument {
  const parsed = given.startsWith("/") ? rulePath(given, undefined) : undefined;
  if (parsed === undefined || typeof parsed === "string" || "problem" in parsed) {
    throw new UsageError(diagnostic("path-argument-malformed", noSpan, { given }));
  }
  return { path: formatTerms(parsed.terms), terms: parsed.terms };
}

export interface SplitWords {
  readonly files: readonly string[];
  readonly paths: readonly PathArgument[];
}

/** Both may begin with a slash; what is a file, or could be a template's, is one. */
export function splitWords(words: readonly string[], { host }: Environment): SplitWords {
  const isPath = (word: string): boolean =>
    word.startsWith("/") && !/\.(?:pan|tpl)$|[*?[{]/.test(word) && host.kind(word) === "missing";
  return {
    files: words.filter((word) => !isPath(word)),
    paths: words.filter(isPath).map(pathArgument),
  };
}

/** Whether a path is another one or below it. */
export function isBelow(path: string, above: string): boolean {
  return path === above || above === "/" || path.startsWith(`${above}/`);
}
