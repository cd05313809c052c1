/** Texts as descriptions write them, and names that the grammar of Pan takes. */

import { stringLiteral } from "../pan/tree/literal.ts";
import { termFromText } from "../pan/tree/term.ts";

/** The text as a literal on one line; an apostrophe reads better between double quotes than doubled. */
export function quote(text: string): string {
  const literal = stringLiteral(text);
  const isBetter = literal.startsWith("'") && text.includes("'") && !/["\\]/.test(text);
  return isBetter ? `"${text}"` : literal;
}

/** The name for a heredoc of the text: lines that a person can read; undefined where that does not work. */
export function heredocName(text: string): string | undefined {
  const lines = text.split("\n");
  const isReadable = lines.length > 2 && text.endsWith("\n") && !hiddenInLine.test(text);
  if (!isReadable) return undefined;
  return ["EOT", "END_OF_TEXT", "END_OF_FILE"].find((name) => !lines.includes(name));
}

const hiddenInLine = /(?![\n\t])[\p{Cc}\u00a0\u00ad\u2028\u2029\ufeff]/u;

/** Whether Pan takes a key as it is; another one can only be escaped, and then it is another key. */
export function isPanKey(key: string): boolean {
  return termFromText(key) === key;
}

/** Whether a name can be that of an object template. */
export function isTemplateName(name: string): boolean {
  const parts = name.split("/");
  return parts.every((part) => /^[A-Za-z0-9_+-][A-Za-z0-9_.+-]*$/.test(part));
}

/** A template's name made of any text, such as the name of a machine or of a file. */
export function templateNameOf(text: string): string {
  const name = text.replace(/[^A-Za-z0-9_.+-]+/g, "-").replace(/^[.-]+|[.-]+$/g, "");
  return name === "" ? "machine" : name;
}
