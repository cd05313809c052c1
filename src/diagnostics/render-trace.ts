/** The way that led to a diagnostic: a line for each include and call, shortened when it is long. */

import { oneLine } from "../text/display-width.ts";
import type { RelatedPlace } from "./diagnostic.ts";
import type { Palette } from "./palette.ts";
import type { PlaceName } from "./place-name.ts";

/** Of a longer way the innermost steps and the outermost one are shown. */
const mostSteps = 6;

/** The rows, without anything at their left. */
export function renderTrace(
  steps: readonly RelatedPlace[],
  palette: Palette,
  nameOf: PlaceName,
): readonly string[] {
  const lines = joinRepeated(steps.map((step) => describe(step, nameOf)));
  const hidden = lines.length - mostSteps;
  const shown =
    hidden > 1 ? [...lines.slice(0, mostSteps - 1), `… ${hidden} more`, ...lines.slice(-1)] : lines;
  return shown.map((line) => `${palette.gutter(":::")} ${line}`);
}

function describe({ span, message }: RelatedPlace, nameOf: PlaceName): string {
  const text = oneLine(message);
  return span.file === "" ? text : `${nameOf(span)}: ${text}`;
}

/** A recursive function leads through the same place again and again. */
function joinRepeated(lines: readonly string[]): readonly string[] {
  const joined: { line: string; times: number }[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last?.line === line) last.times++;
    else joined.push({ line, times: 1 });
  }
  return joined.map(({ line, times }) => (times === 1 ? line : `${line} (${times} times)`));
}
