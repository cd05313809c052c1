/** What a change of one value does to the lines of a text. */

import { alignLines, commonEnds } from "./align-lines.ts";
import type { Columns } from "./line-origins.ts";

/** A text that the value had, and the one that it has instead. */
export interface Respelling {
  readonly before: string;
  readonly after: string;
}

export interface LineEffect {
  /** From 0. */
  readonly line: number;
  /** Whether the line has the value as its text, changes in another way, or is gone. */
  readonly kind: "shown" | "changed" | "gone";
  readonly columns: Columns | undefined;
}

export function lineEffects(
  before: readonly string[],
  after: readonly string[],
  respelling: Respelling | undefined,
): readonly LineEffect[] {
  const alignment = alignLines(before, after);
  const spellings = respelling === undefined ? [] : spellingsOf(respelling);
  return before.flatMap((text, line): readonly LineEffect[] => {
    const partner = alignment[line] ?? -1;
    const other = partner < 0 ? undefined : after[partner];
    if (other !== undefined && withoutSeparator(other) === withoutSeparator(text)) return [];
    if (other === undefined) return [{ line, kind: "gone", columns: undefined }];
    const shown = shownAt(text, other, spellings);
    if (shown !== undefined) return [{ line, kind: "shown", columns: shown }];
    return [{ line, kind: "changed", columns: changedColumns(text, other) }];
  });
}

/** What separates a line from the next one is about that one. */
function withoutSeparator(line: string): string {
  return line.endsWith(",") ? line.slice(0, -1) : line;
}

/** How the formats write a text, whole or line by line. */
function spellingsOf({ before, after }: Respelling): readonly Respelling[] {
  const [old, now] = [before.split("\n"), after.split("\n")];
  const pairs = old.length === now.length ? old.map((text, index) => [text, now[index] ?? ""]) : [];
  return [[before, after], ...pairs].flatMap(([from = "", to = ""]) =>
    from === "" ? [] : escapes.map((escape) => ({ before: escape(from), after: escape(to) })),
  );
}

const escapes: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => JSON.stringify(text).slice(1, -1),
  (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
  (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;"),
  (text) => text.replaceAll("'", "''"),
  (text) => text.replaceAll("'", `'\\''`),
];

/** Where the line has the value, if the other line is the same with the other value there. */
function shownAt(
  line: string,
  other: string,
  spellings: readonly Respelling[],
): Columns | undefined {
  for (const { before, after } of spellings) {
    const first = line.indexOf(before);
    if (first < 0) continue;
    if (line.replaceAll(before, () => after) === other) {
      return { start: first, end: first + before.length };
    }
    for (let start = first; start >= 0; start = line.indexOf(before, start + 1)) {
      const end = start + before.length;
      if (`${line.slice(0, start)}${after}${line.slice(end)}` === other) return { start, end };
    }
  }
  return undefined;
}

/** The part of the line that differs, as whole words. */
function changedColumns(line: string, other: string): Columns {
  const { head, tail } = commonEnds(line, other);
  let start = head;
  let end = line.length - tail;
  while (start > 0 && isWord(line[start - 1])) start--;
  while (end < line.length && isWord(line[end])) end++;
  return { start, end };
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_.:/-]/u.test(character);
}
