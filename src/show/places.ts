/** Places in files as one word: `vms/web.pan:5`. */

import type { SourceLookup } from "../diagnostics/source-text.ts";
import { displayPath } from "../host/path.ts";
import { type LineIndex, lineIndex } from "../text/line-index.ts";
import type { Span } from "../text/span.ts";

export interface Places {
  /** Undefined where there is no file. */
  readonly of: (span: Span | undefined) => Place | undefined;
}

export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export function placesIn(text: SourceLookup, currentDirectory: string): Places {
  const indexes = new Map<string, LineIndex | undefined>();
  const indexOf = (file: string): LineIndex | undefined => {
    if (!indexes.has(file)) {
      const source = text(file);
      indexes.set(file, source === undefined ? undefined : lineIndex(source));
    }
    return indexes.get(file);
  };
  return {
    of(span) {
      if (span === undefined || span.file === "") return undefined;
      const position = indexOf(span.file)?.position(span.start);
      const { line = 1, column = 1 } = position ?? {};
      return { file: displayPath(currentDirectory, span.file), line, column };
    },
  };
}

export function placeText(place: Place | undefined): string {
  return place === undefined ? "" : ` (${place.file}:${place.line})`;
}
