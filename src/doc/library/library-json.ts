/**
 * The data of a library as JSON: one line for each template, variable and path, so that it can be compared.
 *
 * What is empty is left out. Code is its text, and a list of what the text refers to.
 */

import { codeText } from "./code.ts";
import type { Code, CodePiece, Library } from "./library.ts";

/** Rises when a reader of the data has to change. */
const formatVersion = 1;

export function libraryJson({ title, templates, variables, paths }: Library): string {
  const members = [
    `"format": "vmcs-doc", "version": ${formatVersion}`,
    `"title": ${JSON.stringify(title)}`,
    `"templates": ${array(templates)}`,
    `"variables": ${array(variables)}`,
    `"paths": ${array(paths)}`,
  ];
  return `{\n${members.join(",\n")}\n}\n`;
}

function array(items: readonly object[]): string {
  if (items.length === 0) return "[]";
  return `[\n${items.map((item) => JSON.stringify(item, compact)).join(",\n")}\n]`;
}

function compact(_: string, value: unknown): unknown {
  if (value === "") return undefined;
  if (Array.isArray(value)) {
    if (value.length === 0) return undefined;
    return isCode(value) ? { text: codeText(value), refers: referencesIn(value) } : value;
  }
  return isDocumentation(value) && isSilent(value) ? undefined : value;
}

function isCode(value: readonly unknown[]): value is Code {
  return value.every((item) => isObject(item) && Object.keys(item)[0] === "text");
}

function referencesIn(code: Code): readonly CodePiece["refers"][] {
  return code.flatMap(({ refers }) => refers ?? []);
}

function isDocumentation(value: unknown): value is object {
  return isObject(value) && "examples" in value && "arguments" in value;
}

function isSilent(documentation: object): boolean {
  return Object.values(documentation).every(
    (part: unknown) =>
      part === undefined || part === "" || (Array.isArray(part) && part.length === 0),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
