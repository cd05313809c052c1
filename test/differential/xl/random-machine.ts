/**
 * Random machines that are valid: what a careful author could have described.
 *
 * Values that depend on each other are chosen together, so that whatever refuses one of these machines is wrong, or
 * the choice is.
 */
import type { VmModel } from "../../../src/vm/model/model.ts";
import type { GuestType } from "../../../src/vm/model/system.ts";
import { withSeedDrive } from "../../../src/vm/skeleton/seed-drive.ts";
import { Random } from "../random.ts";
import { randomHardware } from "./random-hardware.ts";
import { randomNetwork } from "./random-network.ts";
import { randomSoftware } from "./random-software.ts";
import { randomStorage } from "./random-storage.ts";
import { randomSystem } from "./random-system.ts";
import type { MachineWish } from "./random-values.ts";

/** The machine of a seed; its name holds the seed. */
export function randomMachine(seed: number, wish: MachineWish): VmModel {
  const random = new Random(seed);
  const type = random.pick<GuestType>(["pv", "pvh", "hvm"]);
  const hardware = randomHardware(random, type, wish);
  const system = randomSystem(random, { name: `vm${seed}`, type, hardware }, wish);
  const storage = randomStorage(random, type, wish);
  return withSeedDrive({
    profile: `vms/vm${seed}`,
    digest: `sha256:${seed.toString(16)}`,
    hardware,
    network: randomNetwork(random, type, wish),
    system,
    storage,
    software: randomSoftware(random, seedDevice(storage)),
  });
}

/** The name of a drive for cloud-init, after those of the disks; none where a drive has it. */
function seedDevice({ disks, cdroms }: VmModel["storage"]): string | undefined {
  const [first] = [...(disks?.keys() ?? [])];
  return cdroms === undefined ? first?.replace(/a$/, "d") : undefined;
}
