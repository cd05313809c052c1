/**
 * The benchmarks: inputs are made in a temporary folder, results printed as a table.
 *
 *   npm run bench -- [--only cold,site,parse,evaluation,incremental,growth,spawn,solver] [--rounds N] [--json FILE]
 */
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { coldStart } from "./cold-start.ts";
import { evaluation } from "./evaluation.ts";
import { growth } from "./growth.ts";
import { incremental } from "./incremental.ts";
import { parseSpeed } from "./parse-speed.ts";
import { formatResults, type Result } from "./result.ts";
import { solverSpeed } from "./solver.ts";
import { spawning } from "./spawn.ts";
import { wholeSite } from "./whole-site.ts";
import { build, makeWorkspace, repository, type Workspace } from "./workspace.ts";

const parts: Readonly<
  Record<string, (workspace: Workspace, rounds: number) => Promise<readonly Result[]>>
> = {
  cold: (workspace, rounds) => coldStart(workspace, rounds * 4),
  site: wholeSite,
  parse: async (_, rounds) => parseSpeed(rounds * 2),
  evaluation,
  incremental: async (_, rounds) => incremental(rounds),
  growth: async (_, rounds) => growth(rounds),
  spawn: async (_, rounds) => spawning(rounds),
  solver: async (_, rounds) => solverSpeed(rounds),
};

const { values } = parseArgs({
  options: {
    only: { type: "string", default: Object.keys(parts).join(",") },
    rounds: { type: "string", default: "5" },
    json: { type: "string" },
  },
});

const selected = values.only.split(",");
const unknown = selected.find((name) => parts[name] === undefined);
const rounds = Number(values.rounds);
if (unknown !== undefined || !(rounds >= 1)) {
  console.error(
    unknown === undefined
      ? "--rounds must be a number from 1."
      : `There is no part '${unknown}'; parts are ${Object.keys(parts).join(", ")}.`,
  );
  process.exit(2);
}

build(repository);
const workspace = makeWorkspace();
try {
  const results: Result[] = [];
  for (const name of selected) results.push(...((await parts[name]?.(workspace, rounds)) ?? []));
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}\n`);
  console.log(formatResults(results));
  if (values.json !== undefined) {
    const report = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length, results };
    writeFileSync(values.json, `${JSON.stringify(report, undefined, 2)}\n`);
  }
} finally {
  workspace.remove();
}
