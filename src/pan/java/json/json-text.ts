/** Strings in JSON, with the escapes that keep them safe inside HTML and JavaScript, as Gson writes them. */

/** The text in quotes. */
export function jsonText(text: string): string {
  return needsEscape.test(text) ? `"${text.replace(allEscapes, escapeOf)}"` : `"${text}"`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped.
const allEscapes = /[\0-\x1f"\\<>&='\u2028\u2029]/g;
const needsEscape = new RegExp(allEscapes.source);

const shortEscapes: Readonly<Record<string, string>> = {
  "\b": "\\b",
  "\t": "\\t",
  "\n": "\\n",
  "\f": "\\f",
  "\r": "\\r",
  '"': '\\"',
  "\\": "\\\\",
};

function escapeOf(char: string): string {
  return shortEscapes[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
