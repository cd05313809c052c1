/** The generated site from a cold process: all profiles, three formats. */

import { join } from "node:path";
import { alternate, type ProcessRun } from "./process.ts";
import type { Result } from "./result.ts";
import { knownMedian, median } from "./statistics.ts";
import { repository, siteArguments, type Workspace } from "./workspace.ts";

export async function wholeSite(workspace: Workspace, rounds: number): Promise<readonly Result[]> {
  const panc = join(repository, "dist/cli/panc.js");
  const args = [panc, ...siteArguments(workspace)];
  const runs = await alternate({ site: { command: process.execPath, args } }, rounds);
  const group = `site of ${workspace.profiles.length} profiles, median`;
  return resultsOf(group, "", runs.get("site") ?? []);
}

export function resultsOf(
  group: string,
  prefix: string,
  runs: readonly ProcessRun[],
): readonly Result[] {
  const cpu = knownMedian(runs.map((run) => run.cpu));
  const peak = knownMedian(runs.map((run) => run.peak));
  return [
    { group, name: `${prefix}wall`, value: median(runs.map(({ wall }) => wall)), unit: "ms" },
    ...(cpu === undefined ? [] : [{ group, name: `${prefix}processor`, value: cpu, unit: "ms" }]),
    ...(peak === undefined
      ? []
      : [{ group, name: `${prefix}peak memory`, value: peak, unit: "MiB" }]),
  ];
}
