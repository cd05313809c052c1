/**
 * What a terminal shows of a text: cells of zero, one or two columns.
 *
 * A base character and its combining marks, and an emoji with its modifiers, are one cell. What a terminal would
 * obey or hide (control characters, byte order marks, changes of direction) is shown as a visible sign, so that a
 * template can neither move the cursor nor pretend to be another text.
 */

export interface Cell {
  /** What is printed. */
  readonly text: string;
  /** Columns that it takes. */
  readonly width: number;
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
}

const tabWidth = 4;
const plain = /^[\x20-\x7e]*$/;
const cluster =
  /\p{RI}{2}|.(?:[\p{M}\u200c\u1160-\u11ff]|\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic})*/gsu;
const invisible = /^[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const aloneMark = /^\p{M}/u;
const emoji = /^(?:\p{RI}{2}|\p{Emoji_Presentation})|\ufe0f/u;

/** The cells of one line; tabs go to the next multiple of four columns. */
export function cellsOf(line: string): readonly Cell[] {
  if (plain.test(line)) {
    return Array.from(line, (text, start) => ({ text, width: 1, start, end: start + 1 }));
  }
  const cells: Cell[] = [];
  let column = 0;
  for (const { 0: match, index: start } of line.matchAll(cluster)) {
    const shown = match === "\t" ? tab(column) : shownAs(match);
    cells.push({ ...shown, start, end: start + match.length });
    column += shown.width;
  }
  return cells;
}

/** Columns of a text that is one line. */
export function displayWidth(text: string): number {
  return plain.test(text) ? text.length : cellsOf(text).reduce((sum, { width }) => sum + width, 0);
}

/** A text of one or more lines as it may be sent to a terminal. */
export function printable(text: string): string {
  if (plain.test(text)) return text;
  const lines = text.split(/\r\n|\n|\r/);
  return lines
    .map((line) =>
      cellsOf(line)
        .map((cell) => cell.text)
        .join(""),
    )
    .join("\n");
}

/** A text as it may be sent to a terminal in the middle of a line. */
export function oneLine(text: string): string {
  return printable(text).replaceAll("\n", " ");
}

function tab(column: number): Pick<Cell, "text" | "width"> {
  const width = tabWidth - (column % tabWidth);
  return { text: " ".repeat(width), width };
}

function shownAs(match: string): Pick<Cell, "text" | "width"> {
  if (invisible.test(match)) return { text: sign(match.charCodeAt(0)), width: 1 };
  if (aloneMark.test(match)) return { text: `\u25cc${match}`, width: 1 };
  const wide = emoji.test(match) || isWide(match.codePointAt(0) ?? 0);
  return { text: match, width: wide ? 2 : 1 };
}

/** The picture of a control character, else the sign for "something is here". */
function sign(code: number): string {
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "\u2421" : "\ufffd";
}

/** Ranges of the East Asian widths W and F (Unicode, annex 11), joined over unassigned gaps. */
const wideRanges: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x1b2fb],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
];

function isWide(code: number): boolean {
  return wideRanges.some(([low, high]) => code >= low && code <= high);
}
