/** Edits of a text as a unified diff, which people read and `patch` applies. */

import { applyEdits, sortEdits, type TextEdit } from "../../text/edit.ts";

const context = 3;

/** Empty if nothing changes. `name` is the file's, as it should be shown; without one before, the file is created. */
export function unifiedDiff(
  name: string,
  before: string | undefined,
  edits: readonly TextEdit[],
): string {
  const text = before ?? "";
  const changes = changedLines(text, edits);
  if (changes.length === 0) return "";
  const from = before === undefined ? "/dev/null" : `a/${name}`;
  const lines = splitLines(text);
  let shift = 0;
  const hunks = groups(changes, lines.length).map((group) => {
    const shown = hunk(lines, group, shift);
    shift += shown.shift;
    return shown.text;
  });
  return [`--- ${from}\n`, `+++ b/${name}\n`, ...hunks].join("");
}

/** Lines from `start` to before `end` that are replaced. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** Each line keeps its end, so that a last line without one can be told. */
function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The last offset whose line changes: the next line does too if the edit takes away the line end before it. */
function lastTouched(text: string, { start, end, text: wanted }: TextEdit): number {
  const takesLineEnd = text[end - 1] === "\n" && end < text.length;
  const leavesPart = wanted === "" ? start > 0 && text[start - 1] !== "\n" : !wanted.endsWith("\n");
  return takesLineEnd && leavesPart ? end : end - 1;
}

function changedLines(text: string, edits: readonly TextEdit[]): readonly Change[] {
  const lines = splitLines(text);
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.length;
  }
  const lineOf = (offset: number): number => starts.findLastIndex((start) => start <= offset);
  const blocks: { start: number; end: number; edits: TextEdit[] }[] = [];
  for (const edit of sortEdits(edits)) {
    // What is inserted behind the last line end touches no line.
    const isBehind = edit.start === text.length && (text === "" || text.endsWith("\n"));
    const start = isBehind ? lines.length : lineOf(edit.start);
    const last = edit.end > edit.start ? lineOf(lastTouched(text, edit)) : start;
    const end = isBehind ? lines.length : last + 1;
    const block = blocks.at(-1);
    if (block !== undefined && start < block.end) {
      block.end = Math.max(block.end, end);
      block.edits.push(edit);
    } else blocks.push({ start, end, edits: [edit] });
  }
  return blocks.flatMap(({ start, end, edits: own }) => {
    const from = starts[start] ?? text.length;
    const old = text.slice(from, starts[end] ?? text.length);
    const moved = own.map((edit) => ({ ...edit, start: edit.start - from, end: edit.end - from }));
    const changed = applyEdits(old, moved);
    return changed === old ? [] : [trimmed({ start, end, lines: splitLines(changed) }, lines)];
  });
}

/** Without the lines at both ends that stay as they are. */
function trimmed({ start, end, lines }: Change, old: readonly string[]): Change {
  let head = 0;
  while (start + head < end && head < lines.length && old[start + head] === lines[head]) head++;
  let tail = 0;
  const room = Math.min(end - start, lines.length) - head;
  while (tail < room && old[end - 1 - tail] === lines.at(-1 - tail)) tail++;
  return { start: start + head, end: end - tail, lines: lines.slice(head, lines.length - tail) };
}

/** Changes that are so near to each other that their surroundings meet. */
function groups(changes: readonly Change[], count: number): readonly (readonly Change[])[] {
  const found: Change[][] = [];
  for (const change of changes) {
    const group = found.at(-1);
    const before = group?.at(-1)?.end ?? -count;
    if (group !== undefined && change.start - before <= 2 * context) group.push(change);
    else found.push([change]);
  }
  return found;
}

function hunk(
  lines: readonly string[],
  changes: readonly Change[],
  shift: number,
): { readonly text: string; readonly shift: number } {
  const first = Math.max(0, (changes[0]?.start ?? 0) - context);
  const last = Math.min(lines.length, (changes.at(-1)?.end ?? 0) + context);
  const body: string[] = [];
  let at = first;
  let added = 0;
  for (const { start, end, lines: wanted } of changes) {
    body.push(...lines.slice(at, start).map((line) => row(" ", line)));
    body.push(...lines.slice(start, end).map((line) => row("-", line)));
    body.push(...wanted.map((line) => row("+", line)));
    added += wanted.length - (end - start);
    at = end;
  }
  body.push(...lines.slice(at, last).map((line) => row(" ", line)));
  const head = `@@ -${range(first, last - first)} +${range(first + shift, last - first + added)} @@\n`;
  return { text: head + body.join(""), shift: added };
}

function row(mark: string, line: string): string {
  return line.endsWith("\n") ? `${mark}${line}` : `${mark}${line}\n\\ No newline at end of file\n`;
}

/** An empty range is named by the line before it. */
function range(first: number, count: number): string {
  const start = count === 0 ? first : first + 1;
  return count === 1 ? String(start) : `${start},${count}`;
}
