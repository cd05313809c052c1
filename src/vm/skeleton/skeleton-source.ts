/** A skeleton as it was read: its elements, and where they are in its text. */

import type { LineIndex } from "../../text/line-index.ts";
import type { Span } from "../../text/span.ts";
import type { XmlElement } from "../shape/read-xml.ts";
import type { SkeletonKind } from "./kinds.ts";

/** A document that its schema has accepted. */
export interface SkeletonSource {
  readonly file: string;
  readonly lines: LineIndex;
  readonly kind: SkeletonKind;
  readonly root: XmlElement;
}

/** The text of a line, without what surrounds it. */
export function lineSpan(file: string, lines: LineIndex, line: number): Span {
  const text = lines.lineText(line);
  const start = lines.offset(line, text.length - text.trimStart().length + 1);
  return { file, start, end: start + text.trim().length };
}
