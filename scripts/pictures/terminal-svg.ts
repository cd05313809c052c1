/**
 * Text of a terminal as a picture: what is written in colours keeps them, light or dark as the reader's system is.
 *
 * Each line is as long as its columns say, whatever font a reader has.
 */

import { beginSvg } from "./svg.ts";

const column = 7.8;
const row = 18;
const margin = 14;

/** Classes by the codes that begin and end them. */
const styles: ReadonlyMap<number, string> = new Map([
  [1, "bold"],
  [31, "red"],
  [32, "green"],
  [33, "yellow"],
  [34, "blue"],
  [36, "cyan"],
]);
const isEnd = (code: number): boolean => code === 0 || code === 22 || code === 39;

const stylesheet = `
text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; white-space: pre; fill: #1f2328 }
rect { fill: #f6f8fa; stroke: #d1d9e0 }
.bold { font-weight: bold } .red { fill: #c4212b } .green { fill: #116329 } .yellow { fill: #7d4e00 }
.blue { fill: #0550ae } .cyan { fill: #1b6d7c } .prompt { fill: #59636e }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 } rect { fill: #0d1117; stroke: #3d444d }
  .red { fill: #ff7b72 } .green { fill: #7ee787 } .yellow { fill: #e3b341 }
  .blue { fill: #79c0ff } .cyan { fill: #76e3ea } .prompt { fill: #9198a1 }
}
`;

export interface Piece {
  readonly text: string;
  /** In the order in which they began. */
  readonly classes: readonly string[];
}

/** `title` is what is told to those who do not see the picture. */
export function terminalSvg(title: string, command: string, output: string): string {
  const lines = [[prompt(command)], ...output.trimEnd().split("\n").map(linePieces)];
  const columns = Math.max(...lines.map(widthOf));
  const width = Math.ceil(columns * column) + 2 * margin;
  const height = lines.length * row + 2 * margin;
  const svg = beginSvg(title, { width, height }, stylesheet);
  svg.ele("rect", { x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 6 });
  for (const [index, pieces] of lines.entries()) {
    const length = widthOf(pieces);
    if (length === 0) continue;
    const text = svg.ele("text", {
      x: margin,
      y: margin + (index + 0.75) * row,
      textLength: Math.round(length * column * 10) / 10,
      lengthAdjust: "spacingAndGlyphs",
    });
    for (const piece of pieces) {
      // Blanks at the ends of an element are lost to some readers, no-break spaces to none.
      const shown = piece.text.replaceAll(" ", "\u00a0");
      if (piece.classes.length === 0) text.txt(shown);
      else text.ele("tspan", { class: piece.classes.join(" ") }).txt(shown);
    }
  }
  return `${svg.end({ headless: true })}\n`;
}

function prompt(command: string): Piece {
  return { text: `$ ${command}`, classes: ["prompt"] };
}

/** Escape sequences become classes; one that is not known is a mistake, as its colour would be lost. */
function linePieces(line: string): readonly Piece[] {
  const classes: string[] = [];
  const pieces: Piece[] = [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what begins a sequence.
  for (const [index, part] of line.split(/\u001b\[(\d*)m/).entries()) {
    if (index % 2 === 0) {
      if (part !== "") pieces.push({ text: part, classes: [...classes] });
      continue;
    }
    const code = Number(part);
    const style = styles.get(code);
    if (style !== undefined) classes.push(style);
    else if (isEnd(code)) endStyles(classes, code);
    else throw new Error(`There is no style for the escape sequence ${part}.`);
  }
  return pieces;
}

/** 22 ends what is bold, 39 what has a colour, 0 both. */
function endStyles(classes: string[], code: number): void {
  const kept = classes.filter((name) => code !== 0 && (name === "bold") !== (code === 22));
  classes.splice(0, classes.length, ...kept);
}

function widthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + [...text].length, 0);
}
