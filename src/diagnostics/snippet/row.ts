/** One line of a snippet, written piece by piece at columns of the terminal. */

import { type Cell, cellsOf } from "../../text/display-width.ts";
import type { Paint } from "../palette.ts";

interface Glyph {
  readonly text: string;
  readonly paint: Paint | undefined;
}

const blank: Glyph = { text: " ", paint: undefined };
/** The second column of a wide glyph. */
const covered: Glyph = { text: "", paint: undefined };

export class Row {
  private readonly glyphs: Glyph[] = [];

  /** Writes a text over what stands there. */
  put(column: number, text: string, paint?: Paint): void {
    this.putCells(column, cellsOf(text), paint);
  }

  putCells(column: number, cells: readonly Pick<Cell, "text" | "width">[], paint?: Paint): void {
    while (this.glyphs.length < column) this.glyphs.push(blank);
    let at = column;
    for (const { text, width } of cells) {
      this.glyphs[at] = { text, paint };
      for (let i = 1; i < width; i++) this.glyphs[at + i] = covered;
      at += width;
    }
  }

  /** Repeats a character over the columns from `from` up to, not including, `to`. */
  fill(from: number, to: number, character: string, paint?: Paint): void {
    if (to > from) this.put(from, character.repeat(to - from), paint);
  }

  get width(): number {
    return this.glyphs.length;
  }

  /** The painted text, without blanks at its end. */
  toString(): string {
    let end = this.glyphs.length;
    while (
      end > 0 &&
      this.glyphs[end - 1]?.text.trim() === "" &&
      this.glyphs[end - 1] !== covered
    ) {
      end--;
    }
    let result = "";
    for (let i = 0; i < end; ) {
      const { paint } = this.glyphs[i] ?? blank;
      let run = "";
      for (; i < end && sameRun(this.glyphs[i], paint); i++) run += this.glyphs[i]?.text ?? "";
      result += paint === undefined ? run : paint(run);
    }
    return result;
  }
}

function sameRun(glyph: Glyph | undefined, paint: Paint | undefined): boolean {
  return glyph === covered || (glyph ?? blank).paint === paint;
}
