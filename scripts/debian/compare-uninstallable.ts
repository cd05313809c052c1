/** Every package by itself: those that cannot be installed are those that dose-debcheck finds. */
import type { PackageSource } from "../../src/rules/repository/package-source.ts";
import { buildProblem } from "../../src/rules/resolve/build-problem.ts";
import { conflictBudget } from "../../src/rules/resolve/resolve.ts";
import { changedRules } from "../../src/rules/solver/change-problem.ts";
import { holds } from "../../src/rules/solver/literal.ts";
import { solve } from "../../src/rules/solver/solve.ts";
import { asking, run, since } from "./tools.ts";

/** The number of no rule. */
const request = 999_999;

export function compareUninstallable(source: PackageSource, lists: readonly string[]): boolean {
  const start = performance.now();
  const { problem } = buildProblem(asking(source, []));
  const own = new Set<string>();
  let slowest = { name: "", time: 0 };
  for (let number = 0; number < source.count; number++) {
    const before = performance.now();
    const asked = changedRules(problem, () => false, [
      { rule: request, literals: [holds(number)] },
    ]);
    const answer = solve(asked, { conflicts: conflictBudget });
    if (answer.kind !== "solution") own.add(`${source.nameOf(number)} ${source.versionOf(number)}`);
    const time = performance.now() - before;
    if (time > slowest.time) slowest = { name: source.nameOf(number), time };
  }
  console.log(
    `one by one: ${source.count} packages in ${since(start)}, ${own.size} uninstallable; ` +
      `the slowest is ${slowest.name}, ${slowest.time.toFixed(1)} ms`,
  );
  const report = run("dose-debcheck", ["--failures"], lists.join("\n"));
  if (report === undefined) {
    console.log("dose-debcheck is not installed: nothing to compare with");
    return true;
  }
  const theirs = new Set(
    [...report.matchAll(/^ *package: (\S+)\n *version: (\S+)/gm)].map(
      ([, name, version]) => `${name} ${version}`,
    ),
  );
  const differences = [
    ...[...own].filter((one) => !theirs.has(one)).map((one) => `only ours: ${one}`),
    ...[...theirs].filter((one) => !own.has(one)).map((one) => `only dose-debcheck's: ${one}`),
  ];
  console.log(`dose-debcheck: ${theirs.size} uninstallable, ${differences.length} differences`);
  for (const difference of differences) console.log(`  ${difference}`);
  return differences.length === 0;
}
