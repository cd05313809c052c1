/** Words of a command line that are paths of a configuration, and those that are files. */

import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import { formatTerms, type PathProblem } from "../pan/tree/path.ts";
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
  if (parsed === undefined || typeof parsed === "string") {
    throw new UsageError(malformedPath(given));
  }
  if ("problem" in parsed) {
    const help = helpForStep(parsed);
    throw new UsageError(diagnostic("path-argument-malformed", noSpan, { given }, { help }));
  }
  return { path: formatTerms(parsed.terms), terms: parsed.terms };
}

/** A word that is no path, where one was expected: a file, a path without its slash, or the name of a package. */
export function malformedPath(given: string): Diagnostic {
  return diagnostic("path-argument-malformed", noSpan, { given }, { help: helpFor(given) });
}

function helpFor(given: string): string | undefined {
  if (given.startsWith("/")) return undefined;
  if (isTemplateFile(given))
    return `It is a file: a path such as /hardware/memory/size is missing.`;
  const [first = ""] = given.split("/");
  const path = roots.has(first) ? `/${given}` : `/software/packages/${given}`;
  return /^[\w+.-]+(?:\/[\w+.-]+)*$/.test(given) ? `Did you mean ${path}?` : undefined;
}

function helpForStep({ problem, text }: PathProblem): string {
  if (problem === "empty") return "A step of it is empty.";
  if (problem === "invalid-key") return `A key such as '${text}' stands in braces: {${text}}.`;
  return `'${text}' is neither a key nor an index.`;
}

const roots: ReadonlySet<string> = new Set([
  "hardware",
  "network",
  "software",
  "storage",
  "system",
]);

function isTemplateFile(word: string): boolean {
  return /\.(?:pan|tpl)$/.test(word);
}

/** Words of which the first should be a path: where it is a template and a path follows, they have changed places. */
export function pathFirst(words: readonly string[], { host }: Environment): readonly string[] {
  const [first = "", ...rest] = words;
  if (!isTemplateFile(first)) return words;
  const at = rest.findIndex((word) => isPath(word, host));
  return at < 0 ? words : [...rest.slice(at, at + 1), first, ...rest.toSpliced(at, 1)];
}

export interface SplitWords {
  readonly files: readonly string[];
  readonly paths: readonly PathArgument[];
}

/** Both may begin with a slash; what is a file, or could be a template's, is one. */
export function splitWords(words: readonly string[], { host }: Environment): SplitWords {
  return {
    files: words.filter((word) => !isPath(word, host)),
    paths: words.filter((word) => isPath(word, host)).map(pathArgument),
  };
}

function isPath(word: string, host: Host): boolean {
  return (
    word.startsWith("/") && !/\.(?:pan|tpl)$|[*?[{]/.test(word) && host.kind(word) === "missing"
  );
}

/** Whether a path is another one or below it. */
export function isBelow(path: string, above: string): boolean {
  return path === above || above === "/" || path.startsWith(`${above}/`);
}
