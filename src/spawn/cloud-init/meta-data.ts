/** meta-data: which installation this is, so that cloud-init knows whether it has done its work. */

import { compareCodeUnits } from "../../base/compare.ts";
import { sha1Hex } from "../../base/sha1.ts";
import type { VmModel } from "../../vm/model/model.ts";
import { hostname as hostnamePattern, matches } from "../../vm/shape/pattern.ts";
import type { YamlValue } from "./yaml.ts";

export function metaData(vm: VmModel): YamlValue {
  const hostname = vm.system.hostname ?? vm.system.name;
  return {
    "instance-id": instanceId(vm),
    "local-hostname": matches(hostnamePattern, hostname) ? hostname : undefined,
  };
}

/**
 * Unless the description says: the name and a digest of what cloud-init is asked to do. A machine whose software
 * changes is initialised again; one that is built again unchanged, or given more memory, is not.
 */
function instanceId({ system, software }: VmModel): string {
  const { cloud_init, ...rest } = software;
  if (cloud_init?.instance !== undefined) return cloud_init.instance;
  return `${system.name}-${sha1Hex(canonicalText(rest)).slice(0, 12)}`;
}

/** JSON with maps and records as objects whose keys are in order, so that equal values have equal texts. */
function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_, child: unknown) => {
    if (typeof child !== "object" || child === null || Array.isArray(child)) return child;
    const entries = child instanceof Map ? [...child] : Object.entries(child);
    return Object.fromEntries(entries.toSorted(([a], [b]) => compareCodeUnits(a, b)));
  });
}
