/** Values as literals of Pan. */

import type { Scalar } from "../language/rule.ts";

export function panLiteral(value: Scalar): string {
  switch (typeof value) {
    case "string":
      return quoted(value);
    case "number":
      return double(value);
    default:
      return String(value);
  }
}

/** What cannot be seen is escaped, which only double quotes allow. */
export function quoted(text: string): string {
  if (!/\p{Cc}/u.test(text)) return `'${text.replaceAll("'", "''")}'`;
  const escaped = text.replace(
    /[\p{Cc}"\\]/gu,
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
function double(value: number): string {
  const [digits = "", exponent] = String(value).split("e");
  const pointed = digits.includes(".") ? digits : `${digits}.0`;
  return exponent === undefined ? pointed : `${pointed}e${exponent}`;
}
