/** Places as text: `file:line:column`. */

import { printable } from "../text/display-width.ts";
import type { Span } from "../text/span.ts";
import type { SourceText } from "./source-text.ts";

/** Names where a span starts; without line and column if the text of the file is not known. */
export type PlaceName = (span: Span) => string;

export function placeNamer(
  textOf: (file: string) => SourceText | undefined,
  displayPath: (file: string) => string,
): PlaceName {
  return ({ file, start }) => {
    const position = textOf(file)?.lines.position(start);
    const name = printable(displayPath(file));
    return position === undefined ? name : `${name}:${position.line}:${position.column}`;
  };
}
