/** Coverage for people: a line for each template, with what no test has run. */

import type { FileCoverage } from "../testing/coverage/coverage.ts";
import { percent, type Share, summaryOf, uncovered } from "../testing/coverage/summary.ts";

const headings = ["template", "statements", "branches", "functions", "not run"] as const;

export function coverageTable(
  files: readonly FileCoverage[],
  nameOf: (file: string) => string,
): string {
  const rows = files.map((file) => [nameOf(file.file), ...cells([file]), cut(uncovered(file))]);
  const all = ["all", ...cells(files), ""];
  return table([[...headings], ...rows, ...(rows.length > 1 ? [all] : [])]);
}

/** The whole list is in the file for lcov. */
const enough = 80;

function cut(list: string): string {
  if (list.length <= enough) return list;
  const shown = list.slice(0, list.lastIndexOf(",", enough));
  const left = list.slice(shown.length).split(",").length - 1;
  return `${shown}, and ${left} more`;
}

function cells(files: readonly FileCoverage[]): readonly string[] {
  const { statements, branches, functions } = summaryOf(files);
  return [statements, branches, functions].map(shareText);
}

/** A template without branches has nothing to say of them. */
function shareText(share: Share): string {
  if (share.all === 0) return "-";
  return `${percent(share).toFixed(1)} % (${share.covered}/${share.all})`;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = headings.map((_, i) => Math.max(...rows.map((row) => (row[i] ?? "").length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) =>
        i === 0 || i === row.length - 1
          ? cell.padEnd(widths[i] ?? 0)
          : cell.padStart(widths[i] ?? 0),
      )
      .join("  ")
      .trimEnd();
  return `\n${rows.map((row) => `${line(row)}\n`).join("")}`;
}
