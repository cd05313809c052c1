/** Tokens of Python, as far as the configurations of xm need them: names, numbers, texts and brackets. */

export interface PythonToken {
  readonly kind: "name" | "number" | "text" | "sign" | "line-end" | "unknown";
  /** As it is written; of a text, what it means. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Of a text, where each character is written; one more for its end. */
  readonly offsets: readonly number[];
}

/** All tokens of a logical line and those that follow; line ends within brackets do not count. */
export function pythonTokens(source: string): readonly PythonToken[] {
  const tokens: PythonToken[] = [];
  let depth = 0;
  let at = 0;
  while (at < source.length) {
    const blank = /[ \t\r\f]+|#[^\n]*|\\\r?\n/y;
    blank.lastIndex = at;
    const skipped = blank.exec(source)?.[0].length ?? 0;
    if (skipped > 0) {
      at += skipped;
      continue;
    }
    const token = readToken(source, at);
    at = token.end;
    if (token.kind === "sign" && "([{".includes(token.text)) depth++;
    if (token.kind === "sign" && ")]}".includes(token.text)) depth = Math.max(0, depth - 1);
    if (token.kind !== "line-end" || depth === 0) tokens.push(token);
  }
  return tokens;
}

const patterns: readonly (readonly [PythonToken["kind"], RegExp])[] = [
  ["line-end", /\n/y],
  ["number", /0[xX][0-9a-fA-F]+|0[oO]?[0-7]+(?![0-9])|[0-9]+/y],
  ["name", /[A-Za-z_][A-Za-z0-9_]*/y],
  ["sign", /\+=|==|\*\*|[-+*%=,;:.()[\]{}<>!|&/@^~]/y],
];

function readToken(source: string, at: number): PythonToken {
  const text = readText(source, at);
  if (text !== undefined) return text;
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0];
    if (found !== undefined) {
      return { kind, text: found, start: at, end: at + found.length, offsets: [] };
    }
  }
  const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
  return { kind: "unknown", text: character, start: at, end: at + character.length, offsets: [] };
}

/** A text between one or three quotes, raw after `r`; undefined if none begins here or it is not closed. */
function readText(source: string, at: number): PythonToken | undefined {
  const opening = /([rRuUbB]{0,2})('''|"""|'|")/y;
  opening.lastIndex = at;
  const [whole = "", prefix = "", quote = ""] = opening.exec(source) ?? [];
  if (quote === "") return undefined;
  const isRaw = /r/i.test(prefix);
  const offsets: number[] = [];
  let text = "";
  let from = at + whole.length;
  while (from < source.length && !source.startsWith(quote, from)) {
    if (source[from] === "\n" && quote.length === 1) return undefined;
    const piece = source[from] === "\\" ? escapeAt(source, from, isRaw) : plainAt(source, from);
    for (let i = 0; i < piece.text.length; i++) offsets.push(from);
    text += piece.text;
    from += piece.length;
  }
  if (from >= source.length) return undefined;
  const end = from + quote.length;
  return { kind: "text", text, start: at, end, offsets: [...offsets, from] };
}

interface Piece {
  readonly text: string;
  readonly length: number;
}

function plainAt(source: string, at: number): Piece {
  return { text: source.charAt(at), length: 1 };
}

const escapes: Readonly<Record<string, string>> = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\u0007",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** Python leaves what is no escape as it is written. */
function escapeAt(source: string, at: number, isRaw: boolean): Piece {
  const next = source.charAt(at + 1);
  if (isRaw) return { text: `\\${next}`, length: 2 };
  const number = /^\\(?:x([0-9a-fA-F]{2})|([0-7]{1,3}))/.exec(source.slice(at, at + 4));
  if (number !== null) {
    const [written, hexadecimal, octal] = number;
    const code = Number.parseInt(hexadecimal ?? octal ?? "0", hexadecimal === undefined ? 8 : 16);
    return { text: String.fromCharCode(code), length: written.length };
  }
  const simple = Object.hasOwn(escapes, next) ? escapes[next] : undefined;
  return { text: simple ?? `\\${next}`, length: 2 };
}
