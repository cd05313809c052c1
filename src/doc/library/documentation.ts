/**
 * Annotations → what they say.
 *
 * `@{ text }`, `@documentation{ text }` and `@( text )` describe; `@documentation{ desc = … arg = … }` and
 * `@{ desc = … }` do so in pairs. Names of annotations other than the known ones are free, as are keys: what is not
 * known is a note. A name that is nearly a known one is a mistake, and is read as that one.
 */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { annotationPairs, annotationProblem } from "../../pan/syntax/annotation-body.ts";
import type { Annotation } from "../../pan/syntax/ast.ts";
import { closestName } from "../../text/did-you-mean.ts";
import { spanIn } from "../../text/span.ts";
import type { Documentation, Note } from "./library.ts";

export const noDocumentation: Documentation = {
  text: "",
  arguments: [],
  returns: undefined,
  examples: [],
  unit: undefined,
  deprecated: undefined,
  notes: [],
};

type Part = "text" | "argument" | "returns" | "example" | "unit" | "deprecated";

/** Keys, and names of annotations, that mean something; the others are notes. */
const parts: ReadonlyMap<string, Part> = new Map([
  ["", "text"],
  ["documentation", "text"],
  ["desc", "text"],
  ["descr", "text"],
  ["description", "text"],
  ["summary", "text"],
  ["arg", "argument"],
  ["args", "argument"],
  ["argument", "argument"],
  ["return", "returns"],
  ["returns", "returns"],
  ["return_value", "returns"],
  ["example", "example"],
  ["unit", "unit"],
  ["units", "unit"],
  ["deprecated", "deprecated"],
]);

/** Names that annotations often have besides; they say nothing to us, but are no mistakes. */
const otherNames = ["author", "contributor", "maintainer", "use"];
const knownNames = ["documentation", "description", "desc", "example", "deprecated", ...otherNames];

/** What annotations of one thing say together. */
export function documentationOf(annotations: readonly Annotation[]): Documentation {
  if (annotations.length === 0) return noDocumentation;
  const said: Said[] = annotations.flatMap(saidBy);
  const all = (part: Part): readonly string[] =>
    said.filter((one) => one.part === part && one.text !== "").map(({ text }) => text);
  const text = all("text").join("\n\n");
  return {
    text,
    arguments: all("argument"),
    returns: all("returns")[0],
    examples: all("example"),
    unit: all("unit")[0],
    deprecated: said.find(({ part }) => part === "deprecated")?.text ?? deprecatedBy(text),
    notes: said.flatMap(({ part, name, text: note }) =>
      part === undefined ? [{ name, text: note }] : [],
    ),
  };
}

/** Warnings about annotations whose names are probably misspelt. */
export function annotationWarnings(
  file: string,
  annotations: readonly Annotation[],
): readonly Diagnostic[] {
  return annotations.flatMap((annotation) => {
    const { name, start } = annotation;
    const meant = meantName(name);
    if (meant === name) return [];
    const place = { start: start + 1, end: start + 1 + name.length };
    const fix = { title: `Write \`@${meant}\`.`, file, edits: [{ ...place, text: meant }] };
    return [
      diagnostic("annotation-misspelt", spanIn(file, place), { name, meant }, { fixes: [fix] }),
    ];
  });
}

interface Said extends Note {
  readonly part: Part | undefined;
}

function saidBy(annotation: Annotation): readonly Said[] {
  // What cannot be read says nothing; the parser tells of it.
  if (annotationProblem(annotation.name, annotation.body) !== undefined) return [];
  const name = meantName(annotation.name);
  const whole = parts.get(name);
  const pairs = annotationPairs(annotation.body);
  if (pairs === undefined) return [{ part: whole, name, text: dedent(annotation.body) }];
  return pairs.map(({ key, value }) => ({
    // Keys of `@author{ … }` and its like are not those of documentation.
    part: whole === undefined ? undefined : parts.get(key),
    name: whole === undefined ? `${name} ${key}` : key,
    text: value,
  }));
}

function meantName(name: string): string {
  if (parts.has(name) || knownNames.includes(name)) return name;
  return closestName(name, knownNames) ?? name;
}

/** Descriptions often begin or end with the word. */
function deprecatedBy(text: string): string | undefined {
  return /^\(?deprecated\b|\(deprecated\)\s*$/i.test(text) ? "" : undefined;
}

/** Without the indentation that all lines share; the first one begins behind a bracket. */
function dedent(body: string): string {
  const lines = body.replace(/\r\n?/g, "\n").replaceAll("\t", "    ").split("\n");
  const [first = "", ...others] = lines;
  const indents = others
    .filter((line) => line.trim() !== "")
    .map((line) => line.length - line.trimStart().length);
  const indent = indents.length === 0 ? 0 : Math.min(...indents);
  const rest = others.map((line) => line.slice(indent).trimEnd());
  return [first.trim(), ...rest].join("\n").replace(/^\n+|\n+$/g, "");
}
