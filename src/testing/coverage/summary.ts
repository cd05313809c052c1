/** How much of templates was run, and which lines were not. */

import type { FileCoverage, LineBranch } from "./coverage.ts";

export interface Share {
  readonly covered: number;
  readonly all: number;
}

export interface CoverageSummary {
  readonly statements: Share;
  readonly branches: Share;
  readonly functions: Share;
}

export function summaryOf(files: readonly FileCoverage[]): CoverageSummary {
  return {
    statements: share(files.flatMap(({ statements }) => statements)),
    branches: share(files.flatMap(({ branches }) => branches.flatMap(({ arms }) => arms))),
    functions: share(files.flatMap(({ functions }) => functions)),
  };
}

function share(items: readonly { readonly count: number }[]): Share {
  return { covered: items.filter(({ count }) => count > 0).length, all: items.length };
}

/** Rounded down to a tenth, so that 100 means all; nothing is all of nothing. */
export function percent({ covered, all }: Share): number {
  return all === 0 ? 100 : Math.floor((covered * 1000) / all) / 10;
}

/** Whether anything ever came to a branch. */
export function isTried({ arms }: Pick<LineBranch, "arms">): boolean {
  return arms.some(({ count }) => count > 0);
}

/** `3, 7-9, 12 else`: lines that never ran, and branches that were never taken on lines that did. */
export function uncovered({ statements, branches }: FileCoverage): string {
  const lines = new Set<number>();
  for (const { line, lastLine, count } of statements) {
    for (let i = line; count === 0 && i <= lastLine; i++) lines.add(i);
  }
  // Of what nothing came to, the lines or the branch that led elsewhere are told.
  const tried = branches.filter(({ line, arms }) => !lines.has(line) && isTried({ arms }));
  const arms = tried.flatMap(({ line, arms: all }) =>
    all.filter(({ count }) => count === 0).map(({ name }) => ({ line, name })),
  );
  const items = [
    ...ranges([...lines].sort((a, b) => a - b)).map(([from, to]) => {
      return { line: from, text: from === to ? String(from) : `${from}-${to}` };
    }),
    ...arms.map(({ line, name }) => ({ line, text: `${line} ${name}` })),
  ];
  return items
    .toSorted((a, b) => a.line - b.line)
    .map(({ text }) => text)
    .join(", ");
}

function ranges(lines: readonly number[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last !== undefined && last[1] + 1 === line) last[1] = line;
    else found.push([line, line]);
  }
  return found;
}
