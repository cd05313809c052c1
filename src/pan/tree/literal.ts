/** Values as literals of Pan (manual, "Pan book", strings). */

import type { Property } from "./value.ts";

export function panLiteral(value: Property): string {
  switch (typeof value) {
    case "string":
      return stringLiteral(value);
    case "number":
      return doubleLiteral(value);
    default:
      return String(value);
  }
}

/** What cannot be seen, or looks like a blank, is escaped, which only double quotes allow. */
export function stringLiteral(text: string): string {
  return needsEscapes.test(text) ? doubleQuoted(text) : `'${text.replaceAll("'", "''")}'`;
}

const needsEscapes = /[\p{Cc}\u00a0\u00ad]/u;

/**
 * A backslash is escaped by its number, as `\\"` at the end of a text could be taken for an escaped quote; characters
 * above U+00FF have no escapes and stay.
 */
function doubleQuoted(text: string): string {
  const escaped = text.replace(
    /[\p{Cc}"\\\u00a0\u00ad]/gu,
    (character) =>
      escapes[character] ?? `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
  return `"${escaped}"`;
}

const escapes: Readonly<Record<string, string>> = {
  "\n": "\\n",
  "\t": "\\t",
  "\r": "\\r",
  '"': '\\"',
};

/** A double has a point, else it would be a long. */
function doubleLiteral(value: number): string {
  const [digits = "", exponent] = String(value).split("e");
  const pointed = digits.includes(".") ? digits : `${digits}.0`;
  return exponent === undefined ? pointed : `${pointed}e${exponent}`;
}
