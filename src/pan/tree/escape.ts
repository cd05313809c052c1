/**
 * Escaping of keys: any text of Latin-1 characters to one that is a legal key, and back.
 *
 * Letters stay, digits stay except at the beginning, everything else becomes `_` and two hexadecimal digits;
 * the empty text becomes `_` (manual, standard functions `escape` and `unescape`).
 */

/** The escaped key, or undefined if the text has a character above U+00FF. */
export function escapeKey(text: string): string | undefined {
  if (text === "") return "_";
  let escaped = "";
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0xff) return undefined;
    if (isLetter(code) || (i > 0 && isDigit(code))) escaped += text[i];
    else escaped += `_${code.toString(16).padStart(2, "0")}`;
  }
  return escaped;
}

/** The original of an escaped key; the faulty part if an escape sequence is broken. */
export function unescapeKey(key: string): { readonly text: string } | { readonly invalid: string } {
  if (key === "_") return { text: "" };
  let text = "";
  for (let i = 0; i < key.length; i++) {
    if (key[i] !== "_") {
      text += key[i];
      continue;
    }
    const hex = key.slice(i + 1, i + 3);
    const code = hex.length === 2 ? parseHexByte(hex) : undefined;
    if (code === undefined) return { invalid: `_${hex}` };
    text += String.fromCodePoint(code);
    i += 2;
  }
  return { text };
}

/** Two characters as Java's `Integer.parseInt(hex, 16)` reads them: a leading plus is allowed. */
function parseHexByte(hex: string): number | undefined {
  if (/^[0-9a-fA-F]{2}$/.test(hex)) return Number.parseInt(hex, 16);
  return /^\+[0-9a-fA-F]$/.test(hex) ? Number.parseInt(hex.slice(1), 16) : undefined;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
