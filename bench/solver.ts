/** The resolver: a whole distribution, forms that ask again and again, and problems that are known to be hard. */

import { explain } from "../src/rules/solver/explain.ts";
import { holds } from "../src/rules/solver/literal.ts";
import type { Problem } from "../src/rules/solver/problem.ts";
import { solve } from "../src/rules/solver/solve.ts";
import {
  pigeonhole,
  randomClauses,
  versionChain,
} from "../test/unit/rules/solver/hard-problems.ts";
import type { Result } from "./result.ts";
import { makeArchive, nameOf, wholeDistribution } from "./solver-archive.ts";
import { type Archive, indexArchive } from "./solver-index.ts";
import { median } from "./statistics.ts";

const budget = { conflicts: 10_000 };

export function solverSpeed(rounds: number): readonly Result[] {
  return [...archiveSpeed(rounds), ...hardSpeed(rounds)];
}

function archiveSpeed(rounds: number): readonly Result[] {
  const group = `resolver, ${wholeDistribution.packages} packages, median`;
  const packages = makeArchive(wholeDistribution);
  const start = performance.now();
  const archive = indexArchive(packages);
  const indexing = performance.now() - start;
  const ten = requestOf(archive, 10);
  const sizes = sizeOf(ten);
  return [
    { group, name: "index the packages", value: indexing, unit: "ms" },
    {
      group,
      name: `ten wishes, ${sizes} packages`,
      value: time(rounds, () => solve(ten, budget)),
      unit: "ms",
    },
    {
      group,
      name: "the slowest of twenty calls for a form",
      value: slowestSuggestion(archive),
      unit: "ms",
    },
  ];
}

/** The latest packages, which need the most. */
function requestOf({ packages, request }: Archive, count: number, offset = 0): Problem {
  const latest = packages.length - 1 - offset;
  return request(
    Array.from({ length: count }, (_, i) => ({
      name: packages[latest - i * 1009]?.name ?? nameOf(0),
    })),
  );
}

function sizeOf(problem: Problem): number {
  const result = solve(problem, budget);
  return result.kind === "solution" ? result.atoms.length : 0;
}

/** A form asks what would be if another package were wanted too: wishes on top of what is already there. */
function slowestSuggestion(archive: Archive): number {
  const times = Array.from({ length: 20 }, (_, i) => {
    const base = requestOf(archive, 5);
    const wanted = archive.versionsOf(nameOf(30_000 + 997 * i)).map(holds);
    const wishes = wanted.map((literal) => ({ rule: 1_000_000_000, literal, priority: 20 }));
    const start = performance.now();
    solve({ ...base, wishes }, budget);
    return performance.now() - start;
  });
  return Math.max(...times);
}

function hardSpeed(rounds: number): readonly Result[] {
  const group = "resolver, hard problems, median";
  const chain = versionChain(50, 20);
  const cases: Readonly<Record<string, () => unknown>> = {
    "10 pigeons, 9 holes": () => solve(pigeonhole(10, 9), budget),
    "12 pigeons, 11 holes, until 10000 conflicts": () => solve(pigeonhole(12, 11), budget),
    "chain of 200 packages, 20 versions": () => solve(versionChain(200, 20), budget),
    "chain of 50, explained in groups": () => explainChain(chain),
    "3-SAT, 150 atoms": () => solve(randomClauses(150, 4.26, 1), budget),
  };
  return Object.entries(cases).map(([name, run]) => ({
    group,
    name,
    value: time(Math.ceil(rounds / 2), run),
    unit: "ms",
  }));
}

function explainChain(chain: Problem): void {
  const result = solve(chain, budget);
  if (result.kind !== "unsatisfiable") return;
  const groupOf = (rule: number): number => Math.floor((rule + 19) / 20);
  explain(chain, result, { ...budget, groupOf, rankOf: () => 0 });
}

/** Warm: the first run is not counted. */
function time(rounds: number, run: () => unknown): number {
  run();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return median(times);
}
