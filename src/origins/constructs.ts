/**
 * How the lines of an emitted file belong together.
 *
 * All that is emitted is indented by its structure, so that one reading serves every format.
 */

import { indentOf } from "./align-lines.ts";

export type LineKind =
  | { readonly kind: "line" }
  | { readonly kind: "blank" }
  | { readonly kind: "comment" }
  /** It ends what began at a line, counted from 0. */
  | { readonly kind: "closing"; readonly opener: number };

const closing = /^\s*(?:[\]})]+[,;]?|<\/[^<>]+>|fi|done|esac)\s*$/;
const comment = /^\s*(?:#(?!!)|<!--|<\?)/;

export function kindOfLine(lines: readonly string[], line: number): LineKind {
  const text = lines[line] ?? "";
  if (text.trim() === "") return { kind: "blank" };
  if (closing.test(text)) {
    const opener = openerOf(lines, line);
    if (opener !== undefined) return { kind: "closing", opener };
  }
  return { kind: comment.test(text) ? "comment" : "line" };
}

/** The nearest line above that is indented as this one and has more below it. */
function openerOf(lines: readonly string[], line: number): number | undefined {
  const indent = indentOf(lines[line]);
  for (let above = line - 1; above >= 0; above--) {
    const text = lines[above] ?? "";
    if (text.trim() === "" || indentOf(text) > indent) continue;
    return indentOf(text) < indent || closing.test(text) || isMiddle(text) ? undefined : above;
  }
  return undefined;
}

/** `else` and its like go on with what an earlier line began. */
function isMiddle(text: string): boolean {
  return /^\s*(?:else|elif)\b/.test(text);
}

/** The last line of the block that a line begins; the line itself if it begins none. */
export function endOfBlock(lines: readonly string[], line: number): number {
  const indent = indentOf(lines[line]);
  let end = line;
  for (let below = line + 1; below < lines.length; below++) {
    const text = lines[below] ?? "";
    if (text.trim() === "") continue;
    if (indentOf(text) > indent) end = below;
    else if (end > line && indentOf(text) === indent && closing.test(text)) return below;
    else break;
  }
  return end;
}

/** The lines that a comment stands above: up to a blank line, or to one that is indented less. */
export function headedBy(lines: readonly string[], line: number): readonly number[] {
  const indent = indentOf(lines[line]);
  const found: number[] = [];
  for (let below = line + 1; below < lines.length; below++) {
    const text = lines[below] ?? "";
    if (text.trim() === "" || indentOf(text) < indent) break;
    found.push(below);
  }
  return found;
}

/** The nearest line above that is indented less; undefined at the outermost level. */
export function enclosingLine(lines: readonly string[], line: number): number | undefined {
  const below = lines.findIndex((text, index) => index >= line && text.trim() !== "");
  const indent = below < 0 ? 0 : indentOf(lines[below]);
  for (let above = line - 1; above >= 0; above--) {
    const text = lines[above] ?? "";
    if (text.trim() !== "" && indentOf(text) < indent) return above;
  }
  return undefined;
}
