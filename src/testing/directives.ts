/**
 * Directions to `vmcs test`: comments of a test file that begin with `#!`, one a line.
 *
 * They are comments, so that a test stays a template that every Pan compiler reads; the mark makes them different
 * from all other comments, so that a misspelt one can be refused.
 */

import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { RegexProblem } from "../pan/java/regex/problem.ts";
import { compileRegex } from "../pan/java/regex/regex.ts";
import type { Comment } from "../pan/syntax/ast.ts";
import { closestName } from "../text/did-you-mean.ts";
import { type Span, spanIn } from "../text/span.ts";
import type { ExpectedDiagnostic, MessagePattern } from "./test-plan.ts";

export interface Directive {
  readonly name: DirectiveName;
  /** What stands behind the name, without blanks around it. */
  readonly text: string;
  /** Offset of the text in the file. */
  readonly start: number;
  /** The whole comment. */
  readonly span: Span;
}

/** The directions, and how each is written. */
export const directiveForms = {
  expect: "expect error|warning [CODE] ['part of the message'|/regular expression/]",
  case: "case NAME: VARIABLE = DML; …",
  snapshot: "snapshot OUTPUT … [of PROFILE]",
  build: "build [BACKEND …]",
  "include-path": "include-path DIRECTORY …",
  skip: "skip REASON",
} as const;

export type DirectiveName = keyof typeof directiveForms;

export interface ReadDirectives {
  readonly directives: readonly Directive[];
  readonly diagnostics: readonly Diagnostic[];
}

export function readDirectives(
  file: string,
  text: string,
  comments: readonly Comment[],
): ReadDirectives {
  const directives: Directive[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const comment of comments) {
    const written = text.slice(comment.start, comment.end);
    const [whole, name = "", rest = ""] = /^#!\s*([\w-]*)[^\S\n]*(.*?)\s*$/s.exec(written) ?? [];
    if (whole === undefined) continue;
    const span = spanIn(file, {
      start: comment.start,
      end: comment.start + whole.trimEnd().length,
    });
    if (isDirective(name)) {
      const start = comment.start + whole.indexOf(rest, whole.indexOf(name) + name.length);
      directives.push({ name, text: rest, start, span });
    } else diagnostics.push(unknownDirective(name, span));
  }
  return { directives, diagnostics };
}

function isDirective(name: string): name is DirectiveName {
  return Object.hasOwn(directiveForms, name);
}

function unknownDirective(name: string, span: Span): Diagnostic {
  const known = Object.keys(directiveForms);
  const guess = closestName(name, known);
  const help = guess === undefined ? undefined : `Did you mean '#! ${guess}'?`;
  return diagnostic("directive-unknown", span, { name, known: known.join(", ") }, { help });
}

export function malformed(
  { name, span }: Pick<Directive, "name" | "span">,
  problem: string,
): Diagnostic {
  return diagnostic("directive-malformed", span, { name, problem, form: directiveForms[name] });
}

export type ExpectedParts = Pick<ExpectedDiagnostic, "severity" | "code" | "message">;

/** `error CODE 'message'`, or why it cannot be read. `codes` are those that exist. */
export function parseExpected(
  text: string,
  codes: Readonly<Record<string, unknown>>,
): ExpectedParts | string {
  const [, severity, code, , plain, doubled, regex, rest] =
    /^(error|warning)(?:\s+([\w-]+))?(\s+(?:'((?:[^']|'')*)'|"([^"]*)"|\/(.*)\/))?(.*)$/s.exec(
      text,
    ) ?? [];
  if (severity !== "error" && severity !== "warning") {
    return "it begins with neither 'error' nor 'warning'";
  }
  if (rest !== undefined && rest.trim() !== "") return `'${rest.trim()}' does not belong to it`;
  if (code !== undefined && !Object.hasOwn(codes, code)) {
    const guess = closestName(code, Object.keys(codes));
    return `there is no code '${code}'${guess === undefined ? "" : ` (did you mean '${guess}'?)`}`;
  }
  const message = messagePattern(plain?.replaceAll("''", "'") ?? doubled, regex);
  return typeof message === "string" ? message : { severity, code, message };
}

function messagePattern(
  part: string | undefined,
  pattern: string | undefined,
): MessagePattern | string | undefined {
  if (part !== undefined)
    return { text: `'${part}'`, matches: (message) => message.includes(part) };
  if (pattern === undefined) return undefined;
  const regex = compileRegex(pattern, 0);
  if (regex instanceof RegexProblem) return `/${pattern}/ is no regular expression`;
  return { text: `/${pattern}/`, matches: (message) => regex.test(message) };
}
