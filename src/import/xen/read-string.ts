/**
 * Quoted texts of xl's configurations, as libxlutil really reads them.
 *
 * Its escapes by number do not work: `\x` is always refused, and an octal one is skipped together with its digits.
 */

export interface QuotedText {
  readonly text: string;
  /** Where each character is written, and where the text ends. */
  readonly offsets: readonly number[];
  /** Behind the closing quote. */
  readonly end: number;
  readonly problems: readonly StringProblem[];
}

export interface StringProblem {
  readonly kind: "invalid" | "dropped";
  readonly start: number;
  readonly end: number;
}

/** Reads the text whose opening quote is at `start`; undefined if it is not closed on its line. */
export function readString(source: string, start: number): QuotedText | undefined {
  const offsets: number[] = [];
  const problems: StringProblem[] = [];
  let text = "";
  let at = start + 1;
  while (source[at] !== source[start]) {
    const piece = source[at] === "\\" ? readEscape(source, at) : readPlain(source, at);
    if (piece === undefined) return undefined;
    if (piece.problem !== undefined)
      problems.push({ kind: piece.problem, start: at, end: piece.end });
    for (let i = 0; i < piece.text.length; i++) offsets.push(at);
    text += piece.text;
    at = piece.end;
  }
  return { text, offsets: [...offsets, at], end: at + 1, problems };
}

function readPlain(source: string, at: number): Escape | undefined {
  const character = source[at];
  if (character === undefined || character === "\n") return undefined;
  return { text: character, end: at + 1, problem: undefined };
}

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  "\\": "\\",
  a: "\u0007",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

interface Escape {
  readonly text: string;
  readonly end: number;
  readonly problem: StringProblem["kind"] | undefined;
}

/** Undefined at the end of the line, which cannot be escaped. */
function readEscape(source: string, at: number): Escape | undefined {
  const next = source[at + 1];
  if (next === undefined || next === "\n") return undefined;
  const simple = escapes[next];
  if (simple !== undefined) return { text: simple, end: at + 2, problem: undefined };
  const octal = /^\\[0-7]([0-9]{2,3})/.exec(source.slice(at, at + 5));
  if (octal !== null) return { text: "", end: at + octal[0].length, problem: "dropped" };
  return { text: "", end: at + 2, problem: "invalid" };
}
