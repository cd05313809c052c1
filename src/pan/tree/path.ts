/**
 * Paths: where a value stands in a configuration (manual, "Pan book", paths).
 *
 * `/a/b/0` is absolute, `a/b` relative, `profile:/a/b` (or `profile:a/b`) external: it names another object
 * template. `{…}` escapes what it encloses.
 */

import { escapeKey } from "./escape.ts";
import { compareTerms, isTermProblem, type Term, type TermProblem, termFromText } from "./term.ts";

export type PathKind = "relative" | "absolute" | "external";

export interface Path {
  readonly kind: PathKind;
  /** The object template of an external path; the empty string otherwise. */
  readonly authority: string;
  readonly terms: readonly Term[];
}

export interface PathProblem {
  readonly problem: "braces" | "authority" | "missing-term" | "first-term" | TermProblem["problem"];
  readonly text: string;
}

/**
 * Parses a path. With `anyFirstTerm` a relative path may begin with an index (what `exists` and `delete`
 * accept inside a resource); everywhere else the first term is a key.
 */
export function parsePath(text: string, anyFirstTerm = false): Path | PathProblem {
  const plain = escapeBraces(text);
  if (typeof plain !== "string") return plain;
  const head = splitHead(plain);
  if ("problem" in head) return head;
  const terms: Term[] = [];
  for (const part of splitLikeJava(head.rest)) {
    const term = termFromText(part);
    if (isTermProblem(term)) return term;
    terms.push(term);
  }
  if (head.kind === "relative" && terms.length === 0) return { problem: "missing-term", text };
  if (typeof terms[0] === "number" && !(head.kind === "relative" && anyFirstTerm)) {
    return { problem: "first-term", text };
  }
  return { kind: head.kind, authority: head.authority, terms };
}

export function isPathProblem(path: Path | PathProblem): path is PathProblem {
  return "problem" in path;
}

/** Whether the shape of the path is wrong, not one of its steps. */
export function isShapeProblem({ problem }: PathProblem): boolean {
  return shapeProblems.includes(problem);
}

const shapeProblems: readonly PathProblem["problem"][] = [
  "braces",
  "authority",
  "missing-term",
  "first-term",
];

/** The path below a prefix; the prefix must not be external. */
export function joinPath(prefix: Path, terms: readonly Term[]): Path {
  return { ...prefix, terms: [...prefix.terms, ...terms] };
}

/** The canonical spelling of a path. */
export function formatPath(path: Path): string {
  const terms = path.terms.join("/");
  if (path.kind === "external") return `${path.authority}:/${terms}`;
  return path.kind === "absolute" ? `/${terms}` : terms;
}

export function formatTerms(terms: readonly Term[]): string {
  return `/${terms.join("/")}`;
}

/** Order in which bindings are visited: longer paths first, then by their terms. */
export function compareBindingPaths(a: Path, b: Path): number {
  if (a.terms.length !== b.terms.length) return b.terms.length - a.terms.length;
  for (let i = 0; i < a.terms.length; i++) {
    const order = compareTerms(a.terms[i] as Term, b.terms[i] as Term);
    if (order !== 0) return order;
  }
  return 0;
}

/** Whether a name may name a template: no empty part, none that begins with a dot. */
export function isTemplateName(name: string): boolean {
  if (!/^[\w./+-]+$/.test(name)) return false;
  const parts = splitLikeJava(name);
  return parts.every((part) => part !== "" && !part.startsWith("."));
}

interface Head {
  readonly kind: PathKind;
  readonly authority: string;
  readonly rest: string;
}

function splitHead(text: string): Head | PathProblem {
  const colon = text.indexOf(":");
  if (colon >= 0) {
    const authority = text.slice(0, colon);
    if (!isTemplateName(authority)) return { problem: "authority", text: authority };
    const after = text.slice(colon + 1);
    return { kind: "external", authority, rest: after.startsWith("/") ? after.slice(1) : after };
  }
  if (text.startsWith("/")) return { kind: "absolute", authority: "", rest: text.slice(1) };
  return { kind: "relative", authority: "", rest: text };
}

/** Replaces each `{…}` by its escaped content; braces do not nest. */
function escapeBraces(text: string): string | PathProblem {
  if (!/[{}]/.test(text)) return text;
  if (!/^(?:[^{}]*\{[^{}]*\})*[^{}]*$/.test(text)) return { problem: "braces", text };
  let escaped = "";
  for (const [i, part] of text.split(/[{}]/).entries()) {
    const piece = i % 2 === 0 ? part : escapeKey(part);
    if (piece === undefined) return { problem: "unescapable", text };
    escaped += piece;
  }
  return escaped;
}

/** Java's `split("/")`: trailing empty parts vanish, the empty text has no parts. */
function splitLikeJava(text: string): readonly string[] {
  if (text === "") return [];
  const parts = text.split("/");
  while (parts.length > 0 && parts.at(-1) === "") parts.pop();
  return parts;
}
