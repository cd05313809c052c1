/** Strings in JSON, with the escapes that the reference compiler's JSON library chooses (also safe inside HTML). */

/** The quoted text. */
export function jsonText(text: string): string {
  let escaped = '"';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const replacement = replacementFor(text.charCodeAt(i));
    if (replacement === undefined) continue;
    escaped += text.slice(from, i) + replacement;
    from = i + 1;
  }
  return `${escaped}${from === 0 ? text : text.slice(from)}"`;
}

function replacementFor(code: number): string | undefined {
  if (code < replacements.length) return replacements[code];
  if (code === 0x2028) return "\\u2028";
  return code === 0x2029 ? "\\u2029" : undefined;
}

const replacements: readonly (string | undefined)[] = asciiReplacements();

function asciiReplacements(): readonly (string | undefined)[] {
  const table: (string | undefined)[] = new Array(0x80).fill(undefined);
  for (let code = 0; code < 0x20; code++) table[code] = unicodeEscape(code);
  for (const character of "<>&='") {
    const code = character.charCodeAt(0);
    table[code] = unicodeEscape(code);
  }
  for (const [character, letter] of [
    ["\b", "b"],
    ["\f", "f"],
    ["\n", "n"],
    ["\r", "r"],
    ["\t", "t"],
    ['"', '"'],
    ["\\", "\\"],
  ] as const) {
    table[character.charCodeAt(0)] = `\\${letter}`;
  }
  return table;
}

function unicodeEscape(code: number): string {
  return `\\u${code.toString(16).padStart(4, "0")}`;
}
