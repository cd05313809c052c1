/**
 * Coverage as a tracefile of lcov, as its manual page geninfo(1) describes it: what genhtml, editors and CI read.
 *
 * A branch that nothing ever came to is marked otherwise than one that always went the other way.
 */

import type { FileCoverage } from "./coverage.ts";
import { isTried } from "./summary.ts";

/** `nameOf` gives the name by which a reader finds a file. */
export function lcovText(files: readonly FileCoverage[], nameOf: (file: string) => string): string {
  return files
    .flatMap((file) => record(file, nameOf(file.file)))
    .map((line) => `${line}\n`)
    .join("");
}

function record(coverage: FileCoverage, name: string): readonly string[] {
  const { functions, branches } = coverage;
  const lines = lineCounts(coverage);
  const arms = branches.flatMap((branch, block) =>
    branch.arms.map((arm, index) => ({
      line: branch.line,
      block,
      index,
      count: arm.count,
      isTried: isTried(branch),
    })),
  );
  return [
    "TN:",
    `SF:${name}`,
    ...functions.map(({ line, name: called }) => `FN:${line},${called}`),
    ...functions.map(({ count, name: called }) => `FNDA:${count},${called}`),
    `FNF:${functions.length}`,
    `FNH:${functions.filter(({ count }) => count > 0).length}`,
    ...arms.map(({ line, block, index, count, isTried: tried }) => {
      return `BRDA:${line},${block},${index},${tried ? count : "-"}`;
    }),
    `BRF:${arms.length}`,
    `BRH:${arms.filter(({ count }) => count > 0).length}`,
    ...[...lines].map(([line, count]) => `DA:${line},${count}`),
    `LF:${lines.size}`,
    `LH:${[...lines.values()].filter((count) => count > 0).length}`,
    "end_of_record",
  ];
}

/** Lines on which something begins, with the count of what was run most. */
function lineCounts({ statements }: FileCoverage): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { line, count } of statements)
    counts.set(line, Math.max(count, counts.get(line) ?? 0));
  return counts;
}
