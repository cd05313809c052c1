/**
 * What must hold between the values of a machine, whatever is to run it.
 *
 * The types of `templates/vmcs` say most of it too, nearer to the author of a description. Skeletons can come from
 * anywhere, so it is said here for all.
 */

import type { Report } from "../reporter.ts";
import { checkHardware } from "./check-hardware.ts";
import { checkNetwork } from "./check-network.ts";
import { checkStorage } from "./check-storage.ts";
import { checkSystem } from "./check-system.ts";
import type { VmModel } from "./model.ts";

export function checkModel(vm: VmModel, report: Report): void {
  checkHardware(vm.hardware, report);
  checkNetwork(vm.network, report);
  checkSystem(vm, report);
  checkStorage(vm.storage, report);
  checkSoftware(vm, report);
}

function checkSoftware({ software }: VmModel, report: Report): void {
  for (const [name, { type, suite }] of software.repositories ?? []) {
    if (type === "deb" && suite === undefined) {
      const other = `/software/repositories/${name}/suite`;
      report("vm-value-needs-other", ["software", "repositories", name, "type"], { other });
    }
  }
}
