/**
 * The drive from which cloud-init reads what the software skeleton says.
 *
 * Software that comes by cloud-init needs a drive with a seed, so it adds one to storage: any backend then serves
 * it as it serves other drives. A description that has that drive itself keeps it.
 */

import type { VmModel } from "../model/model.ts";
import { compareNatural } from "../natural-order.ts";
import { pathIn } from "./derive.ts";

/** Where the seed of a machine lies on the host, unless the description says. */
function seedFile(vm: VmModel): string {
  return pathIn(vm.storage.directory, `${vm.system.name}-seed.iso`);
}

export function withSeedDrive(vm: VmModel): VmModel {
  const device = vm.software.cloud_init?.device;
  const { cdroms } = vm.storage;
  if (device === undefined || cdroms?.get(device)?.source !== undefined) return vm;
  const drive = { ...cdroms?.get(device), source: { file: seedFile(vm) } };
  const drives = [...(cdroms ?? []), [device, drive] as const];
  const inOrder = drives.toSorted(([left], [right]) => compareNatural(left, right));
  return { ...vm, storage: { ...vm.storage, cdroms: new Map(inOrder) } };
}
