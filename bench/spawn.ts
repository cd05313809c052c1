/** Spawning many machines from stored skeletons in one process: reading, validating, and the files of the backends. */

import { spawnModel, type Target } from "../src/pipeline/build.ts";
import { backends } from "../src/spawn/registry.ts";
import { noSpan } from "../src/text/span.ts";
import type { VmModel } from "../src/vm/model/model.ts";
import { readSkeletons, type SkeletonText } from "../src/vm/skeleton/read-skeletons.ts";
import { writeSkeletons } from "../src/vm/skeleton/write-skeletons.ts";
import { randomMachine } from "../test/differential/xl/random-machine.ts";
import type { Result } from "./result.ts";
import { median } from "./statistics.ts";

const machines = 1000;

/** The backends that write texts; an image is built by other programs. */
const measured = ["xen", "libvirt", "cloud-init"].filter((name) =>
  backends.some((backend) => backend.name === name),
);

export async function spawning(rounds: number): Promise<readonly Result[]> {
  const models = spawnableMachines();
  const stored = models.map((model) =>
    writeSkeletons(model).map(({ name, content }) => ({ file: name, text: content })),
  );
  const runs: ReadonlyMap<string, number>[] = [];
  for (let round = 0; round < rounds; round++) runs.push(await spawnAll(models, stored));
  const names = [...(runs[0]?.keys() ?? [])];
  return names.map((name) => ({
    group: `spawning ${machines} machines in one process, median`,
    name,
    value: median(runs.map((run) => run.get(name) ?? 0)),
    unit: "ms",
  }));
}

/** Time of each part, and of the whole as `vmcs spawn` does it. */
async function spawnAll(
  models: readonly VmModel[],
  stored: readonly (readonly SkeletonText[])[],
): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>();
  const measure = async (name: string, work: () => Promise<void> | void): Promise<void> => {
    const start = performance.now();
    await work();
    times.set(name, performance.now() - start);
  };
  await measure("skeletons written", () => {
    for (const model of models) writeSkeletons(model);
  });
  await measure("skeletons read and validated", async () => {
    for (const texts of stored) await readSkeletons(texts);
  });
  for (const name of measured) {
    await measure(`files of ${name}`, () => {
      for (const model of models) spawnModel(model, targetOf([name]), () => noSpan);
    });
  }
  await measure("skeletons to files of all backends", async () => {
    for (const texts of stored) {
      const { model, locate } = await readSkeletons(texts);
      if (model === undefined) throw new Error("A skeleton that we wrote cannot be read.");
      spawnModel(model, targetOf(measured), locate);
    }
  });
  return times;
}

/** Machines that every backend takes. */
function spawnableMachines(): readonly VmModel[] {
  const found: VmModel[] = [];
  for (let seed = 1; found.length < machines && seed < 20 * machines; seed++) {
    const model = randomMachine(seed, { onlyXen: false });
    const { diagnostics } = spawnModel(model, targetOf(measured), () => noSpan);
    if (diagnostics.every(({ severity }) => severity !== "error")) found.push(model);
  }
  if (found.length < machines) throw new Error("The backends refuse most machines.");
  return found;
}

function targetOf(names: readonly string[]): Target {
  return { backends: names, xenRelease: "4.17", readSecret: () => "secret" };
}
