/** Random machines on the way of every machine: to skeletons, back from these, and to the files of a backend. */
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { spawnFromSkeletons } from "../../../src/pipeline/build.ts";
import type { ReadSecret } from "../../../src/spawn/backend.ts";
import type { SpawnedFile } from "../../../src/spawn/spawn-result.ts";
import type { VmModel } from "../../../src/vm/model/model.ts";
import { writeSkeletons } from "../../../src/vm/skeleton/write-skeletons.ts";
import { randomMachine } from "./random-machine.ts";
import type { MachineWish } from "./random-values.ts";

export interface SpawnedMachine {
  readonly seed: number;
  readonly machine: VmModel;
  /** What the skeletons said; none if there were errors. */
  readonly models: readonly VmModel[];
  readonly files: readonly SpawnedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

const readSecret: ReadSecret = (reference) => `secret of "${reference}"`;

export async function spawnMachine(
  seed: number,
  backend: string,
  wish: MachineWish,
): Promise<SpawnedMachine> {
  const machine = randomMachine(seed, wish);
  const skeletons = writeSkeletons(machine).map(({ name, content }) => ({
    file: name,
    text: content,
  }));
  const { models, files, diagnostics } = await spawnFromSkeletons({
    skeletons,
    target: { backends: [backend], xenRelease: "4.17", readSecret },
  });
  return { seed, machine, models, files, diagnostics };
}
