/** What is not built again: 300 profiles and some machines, all of them, one edited, and nothing changed. */

import { appendFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { alternate, type ProcessCommand } from "./process.ts";
import type { Result } from "./result.ts";
import { resultsOf } from "./whole-site.ts";
import { makeWorkspace, repository, siteArguments } from "./workspace.ts";

const machineCount = 20;

export async function incremental(rounds: number): Promise<readonly Result[]> {
  const workspace = makeWorkspace({ profiles: 300, templates: 300 });
  try {
    const machines = makeMachines(join(workspace.site, "../machines"));
    const [leaf = ""] = workspace.profiles;
    const panc = [...siteArguments(workspace), "--incremental", "--nthread", "1"];
    const build = ["build", "--output-dir", join(workspace.output, "machines"), ...machines];
    return [
      ...(await measure("300 profiles, median", "panc", panc, leaf, rounds)),
      ...(await measure(
        `${machineCount} machines, median`,
        "vmcs",
        build,
        machines[0] ?? "",
        rounds,
      )),
    ];
  } finally {
    workspace.remove();
  }
}

async function measure(
  group: string,
  program: "panc" | "vmcs",
  args: readonly string[],
  leaf: string,
  rounds: number,
): Promise<readonly Result[]> {
  const cache = process.env["XDG_CACHE_HOME"] as string;
  const run = (before: () => void): ProcessCommand => {
    const file = join(repository, `dist/cli/${program}.js`);
    return { command: process.execPath, args: [file, ...args], before };
  };
  const runs = await alternate(
    {
      "everything, ": run(() =>
        rmSync(join(cache, "vmcs/builds"), { recursive: true, force: true }),
      ),
      "one template edited, ": run(() => appendFileSync(leaf, "\n")),
      "nothing changed, ": run(() => undefined),
    },
    rounds,
  );
  return [...runs].flatMap(([name, each]) => resultsOf(group, name, each));
}

function makeMachines(folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: machineCount }, (_, i) => {
    const file = join(folder, `machine${i}.pan`);
    writeFileSync(file, machine(i));
    return file;
  });
}

function machine(i: number): string {
  return `object template machine${i};

include 'vmcs/vm';

'/hardware' = create('vmcs/hardware/medium');
'/system' = create('vmcs/system/pvh');
'/system/name' = 'machine${i}';
'/system/boot/kernel' = '/var/lib/xen/boot/vmlinuz';
'/system/boot/ramdisk' = '/var/lib/xen/boot/initrd.img';
'/network/interfaces/eth0' = create('vmcs/network/bridge');
`;
}
