/**
 * What must hold between the values of a machine, whatever is to run it.
 *
 * The types of `templates/vmcs` say most of it too, nearer to the author of a description. Skeletons can come from
 * anywhere, so it is said here for all.
 */

import type { Report } from "../reporter.ts";
import { checkNetwork } from "./check-network.ts";
import { checkStorage } from "./check-storage.ts";
import { checkSystem } from "./check-system.ts";
import type { VmModel } from "./model.ts";

export function checkModel(vm: VmModel, report: Report): void {
  checkHardware(vm, report);
  checkNetwork(vm.network, report);
  checkSystem(vm, report);
  checkStorage(vm.storage, report);
  checkSoftware(vm, report);
}

function checkHardware({ hardware: { cpu, memory, devices } }: VmModel, report: Report): void {
  if (cpu.max !== undefined && cpu.max < cpu.count) {
    const args = { limit: cpu.max, other: "/hardware/cpu/count", value: cpu.count };
    report("vm-limit-below-value", ["hardware", "cpu", "max"], args);
  }
  if (memory.max !== undefined && memory.max < memory.size) {
    const args = { limit: memory.max, other: "/hardware/memory/size", value: memory.size };
    report("vm-limit-below-value", ["hardware", "memory", "max"], args);
  }
  for (const [index, { type, path }] of devices.serial?.entries() ?? []) {
    const place = ["hardware", "devices", "serial", index];
    if (type === "file" && path === undefined) {
      report("vm-value-needs-other", [...place, "type"], { other: `/${place.join("/")}/path` });
    } else if (type !== "file" && path !== undefined) {
      const args = { other: `/${place.join("/")}/type`, value: type };
      report("vm-value-without-use", [...place, "path"], args);
    }
  }
}

function checkSoftware({ software }: VmModel, report: Report): void {
  for (const [name, { type, suite }] of software.repositories ?? []) {
    if (type === "deb" && suite === undefined) {
      const other = `/software/repositories/${name}/suite`;
      report("vm-value-needs-other", ["software", "repositories", name, "type"], { other });
    }
  }
}
