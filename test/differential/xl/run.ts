/**
 * Many random machines, judged by the real xl; `--backend` names libvirt or cloud-init instead.
 *
 *   npm run differential:xl -- [--count 1000] [--seed 1] [--backend xen]
 *
 * The environment must name a lab, see test/README.md. A problem names the seed of its machine, which
 * `--count 1 --seed N --show` prints.
 */
import { parseArgs } from "node:util";
import { xlDryRun } from "../../support/tool.ts";
import { findCloudInitProblems } from "./judge-cloud-init.ts";
import { findLibvirtProblems } from "./judge-libvirt.ts";
import { configurationOf, findProblems } from "./judge-xl.ts";
import { spawnMachine } from "./spawn-machine.ts";

/** Machines whose files one process of xl judges. */
const batch = 50;

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    backend: { type: "string", default: "xen" },
    show: { type: "boolean", default: false },
  },
});
const count = Number(values.count);
const first = Number(values.seed);
if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(first)) {
  console.error("--count and --seed are whole numbers.");
  process.exit(2);
}
if (values.backend === "xen" && xlDryRun.find() === undefined) {
  console.error(`xl-dryrun is missing: ${xlDryRun.remedy}`);
  process.exit(2);
}

const judges: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  xen: judgeXen,
  libvirt: () => findLibvirtProblems(count),
  "cloud-init": () => findCloudInitProblems(count),
};
const found = (await judges[values.backend]?.()) ?? [`There is no judge for ${values.backend}.`];
for (const problem of found) console.log(problem);
console.log(`${count} machines: ${found.length} problems.`);
process.exit(found.length === 0 ? 0 : 1);

async function judgeXen(): Promise<readonly string[]> {
  const problems: string[] = [];
  for (let done = 0; done < count; done += batch) {
    const size = Math.min(batch, count - done);
    const seeds = Array.from({ length: size }, (_, index) => first + done + index);
    problems.push(...(await findProblems(seeds)));
    if (process.stderr.isTTY) process.stderr.write(`\r${done + size} of ${count}`);
    if (!values.show) continue;
    for (const seed of seeds)
      console.log(configurationOf(await spawnMachine(seed, "xen", { onlyXen: true })));
  }
  return problems;
}
