/** The colours of reports on a terminal. */

import pc from "picocolors";
import { type Palette, plainPalette } from "../diagnostics/palette.ts";

export function paletteFor(colors: boolean): Palette {
  if (!colors) return plainPalette;
  const { bold, red, yellow, cyan, blue, green } = pc.createColors(true);
  return {
    error: (text) => bold(red(text)),
    warning: (text) => bold(yellow(text)),
    info: (text) => bold(cyan(text)),
    strong: bold,
    gutter: blue,
    related: blue,
    help: (text) => bold(cyan(text)),
    added: green,
    removed: red,
  };
}
