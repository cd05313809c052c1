/** The image backend: from the skeletons of a machine to a plan of its disks, and a script that makes them. */

import type { VmModel } from "../../vm/model/model.ts";
import { createReporter } from "../../vm/reporter.ts";
import type { Backend, SpawnOptions } from "../backend.ts";
import { routeTable } from "../cloud-init/network-config.ts";
import type { SpawnResult } from "../spawn-result.ts";
import { planMachine } from "./plan-machine.ts";
import { planScript } from "./script.ts";

export const imageBackend: Backend = {
  name: "image",
  summary: "plan and script that make the disks",
  spawn: spawnImage,
};

function spawnImage(vm: VmModel, options: SpawnOptions): SpawnResult {
  const reporter = createReporter(options.locate);
  const { report } = reporter;
  const plan = planMachine({ vm, report, routes: routeTable({ vm, report }) });
  const { name } = vm.system;
  const files = [
    { name: `${name}.image.json`, content: `${JSON.stringify(plan, undefined, 2)}\n` },
    { name: `${name}.image.sh`, content: planScript(plan), executable: true },
  ];
  return { files: reporter.failed() ? [] : files, diagnostics: reporter.diagnostics };
}
