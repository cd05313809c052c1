/** Whether two texts mean the same: the proof that a layout has changed nothing else. */

import type { Annotation, Comment, Template } from "../syntax/ast.ts";
import type { Dialect } from "../syntax/dialect.ts";
import { parseTemplate } from "../syntax/parse-template.ts";

/** What differs between a text and its layout, in words; undefined if nothing does. */
export function meaningDiffers(
  before: string,
  after: string,
  dialect: Dialect,
): string | undefined {
  const old = parseTemplate(before, { file: "", dialect, mode: "compile" });
  const made = parseTemplate(after, { file: "", dialect, mode: "compile" });
  const errors = made.diagnostics.filter(({ category }) => category === "syntax").length;
  const oldErrors = old.diagnostics.filter(({ category }) => category === "syntax").length;
  if (errors !== oldErrors)
    return `the layout has ${errors} syntax errors and warnings, not ${oldErrors}`;
  const difference = treeDiffers(old.template, made.template);
  if (difference !== undefined) return difference;
  const comments = commentTexts(before, old.template.comments);
  const kept = commentTexts(after, made.template.comments);
  return comments === kept ? undefined : "its comments are not the same";
}

/** Their order may change: a comment before a comma goes behind what stands behind the comma. */
function commentTexts(text: string, comments: readonly Comment[]): string {
  return comments
    .map(({ start, end }) => text.slice(start, end).trimEnd())
    .sort()
    .join("\n");
}

type Fields = Readonly<Record<string, unknown>>;

interface Pair {
  readonly a: unknown;
  readonly b: unknown;
  readonly path: string;
}

/** Compares without recursion: sums nest as deep as they are long. */
function treeDiffers(before: Template, after: Template): string | undefined {
  const waiting: Pair[] = [{ a: withoutGaps(before), b: withoutGaps(after), path: "Template" }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { a, b, path } = next;
    if (typeof a !== "object" || a === null || typeof b !== "object" || b === null) {
      if (!Object.is(a, b)) return `${path} is ${String(b)}, not ${String(a)}`;
      continue;
    }
    const names = fieldNames(a);
    if (names.join() !== fieldNames(b).join()) return `${path} has other fields`;
    for (const name of names) {
      const step = `${path}.${name}`;
      waiting.push({ a: fieldOf(a, name), b: fieldOf(b, name), path: step });
    }
  }
  return undefined;
}

/** A lone `;` says nothing. */
function withoutGaps(template: Template): object {
  return {
    ...template,
    statements: template.statements.filter(({ kind }) => kind !== "EmptyStatement"),
  };
}

const notCompared: ReadonlySet<string> = new Set(["start", "end", "comments"]);

function fieldNames(node: object): readonly string[] {
  return Object.keys(node).filter((name) => !notCompared.has(name));
}

/** The lines of an annotation may be moved as a block. */
function fieldOf(node: object, name: string): unknown {
  const value = (node as Fields)[name];
  if (name !== "body" || (node as Partial<Annotation>).kind !== "Annotation") return value;
  return String(value).replace(/(?:\r\n?|\n)[ \t]*/g, "\n");
}
