/** Output as pages show it, where a line `...` stands for any lines, or none. */

import { repositoryPath } from "../support/repository.ts";

const elision = "...";

/** What differs from run to run, and from machine to machine, is always the same in a page. */
export function steady(output: string): string {
  return output
    .replace(/ in \d+ ms$/gm, " in 40 ms")
    .replaceAll(repositoryPath(""), "/usr/lib/node_modules/vmcs/");
}

/**
 * What a page should show of the output: what it shows now, if that is still so. Else the output, with as much left
 * out as before where the lines around what was left out are still there, and the whole of it where they are not.
 */
export function shownOf(output: string, shown: string): string {
  const lines = linesOf(output);
  const parts = partsOf(linesOf(shown));
  const found = parts.length === 1 ? undefined : places(parts, lines);
  if (found === undefined) return output;
  const kept = found.map(({ from, to }) => lines.slice(from, to).join(""));
  return kept.join(`${elision}\n`);
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** What stands between the lines that stand for others. */
function partsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  for (const line of lines) {
    if (line.trimEnd() === elision) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Where each part is in the output; undefined if one is nowhere behind those before it. */
function places(
  parts: readonly (readonly string[])[],
  lines: readonly string[],
): readonly Range[] | undefined {
  const ranges: Range[] = [];
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const edges = { isFirst: index === 0, isLast: index === parts.length - 1 };
    const range = rangeOf(part, lines, at, edges);
    if (range === undefined) return undefined;
    ranges.push(range);
    at = range.to;
  }
  return ranges;
}

interface Edges {
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** From the first line of a part, or the beginning of the output, to its last line, or the end. */
function rangeOf(
  part: readonly string[],
  lines: readonly string[],
  at: number,
  { isFirst, isLast }: Edges,
): Range | undefined {
  const [first, last] = [part[0], part.at(-1)];
  if (first === undefined || last === undefined) {
    const edge = isLast ? lines.length : at;
    return { from: edge, to: edge };
  }
  const whole = placeOf(part, lines, isLast ? Math.max(at, lines.length - part.length) : at);
  if (whole >= 0 && (!isFirst || whole === 0)) return { from: whole, to: whole + part.length };
  const from = isFirst ? 0 : lines.indexOf(first, at);
  const to = isLast ? lines.length : lines.indexOf(last, from) + 1;
  return from < 0 || to <= from ? undefined : { from, to };
}

/** Where all lines of a part follow each other; -1 if they do not. */
function placeOf(part: readonly string[], lines: readonly string[], at: number): number {
  for (let i = at; i + part.length <= lines.length; i++) {
    if (part.every((line, k) => lines[i + k] === line)) return i;
  }
  return -1;
}
