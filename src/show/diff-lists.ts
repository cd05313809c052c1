/** A comparison in short: a line for each machine, or for each path. */

import { compareCodeUnits } from "../base/compare.ts";
import type { Comparison } from "../diff/machine-diff.ts";
import { type DiffTextContext, summary } from "./diff-text.ts";
import { countOf, pathText } from "./diff-words.ts";

/** `--stat`: a line for each machine. */
export function diffStat(comparison: Comparison, { title }: DiffTextContext): string {
  const { machines } = comparison;
  const width = Math.max(0, ...machines.map(({ name }) => name.length));
  const lines = machines.map(({ name, state, changes }) => {
    if (state !== "changed") return `${name.padEnd(width)}  ${state === "added" ? "new" : "gone"}`;
    const count = (kinds: readonly string[]): number =>
      changes.filter(({ kind }) => kinds.includes(kind)).length;
    const counts = [
      ["+", count(["added"])],
      ["-", count(["removed"])],
      ["~", count(["changed", "reordered"])],
    ] as const;
    const shown = counts
      .filter(([, number]) => number > 0)
      .map(([sign, number]) => `${sign}${number}`);
    return `${name.padEnd(width)}  ${shown.join(" ")}`;
  });
  return [...lines, summary(comparison, title)].map((line) => `${line}\n`).join("");
}

/** `--paths`: each path once, with the number of machines that it changes for. */
export function diffPaths({ machines }: Comparison): string {
  const signs = { added: "+", removed: "-", changed: "~", reordered: "~" } as const;
  const counts = new Map<string, number>();
  for (const { changes } of machines) {
    for (const change of changes) {
      const line = `${signs[change.kind]} ${pathText(change)}`;
      counts.set(line, (counts.get(line) ?? 0) + 1);
    }
  }
  return [...counts]
    .toSorted(([a], [b]) => compareCodeUnits(a.slice(2), b.slice(2)))
    .map(([line, count]) => `${line}  ${countOf(count, "machine", "machines")}\n`)
    .join("");
}
