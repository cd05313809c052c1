/** What xl is told of the system skeleton, hardware included (xl.cfg(5)). */

import type { VmModel } from "../../vm/model/model.ts";
import { bootKeys } from "./boot.ts";
import { clockKeys } from "./clock.ts";
import { consoleKeys } from "./console.ts";
import { deviceKeys } from "./devices.ts";
import { processorKeys } from "./processor.ts";
import { isAtLeast } from "./release.ts";
import { schedulingKeys } from "./scheduling.ts";
import { xenKeys } from "./xen-keys.ts";
import { computedKey, plainKey, requireRelease, type XenContext, type XlKey } from "./xl-table.ts";

/** In the order in which they are written. */
export const systemKeys: readonly XlKey[] = [
  plainKey("name", "/system/name"),
  plainKey("uuid", "/system/uuid"),
  computedKey("type", "/system/type", { since: 10 }, guestType),
  computedKey("builder", "/system/type", { guests: ["pv", "hvm"], until: 9 }, builder),

  plainKey("vcpus", "/hardware/cpu/count"),
  plainKey("maxvcpus", "/hardware/cpu/max"),
  plainKey("memory", "/hardware/memory/size"),
  plainKey("maxmem", "/hardware/memory/max"),
  ...schedulingKeys,
  ...processorKeys,
  ...bootKeys,
  lifecycleKey("on_poweroff"),
  lifecycleKey("on_reboot"),
  lifecycleKey("on_watchdog"),
  lifecycleKey("on_crash"),
  plainKey("on_soft_reset", "/system/lifecycle/on_soft_reset", { guests: ["hvm"], since: 7 }),

  plainKey("seclabel", "/system/security/label"),
  plainKey("init_seclabel", "/system/security/init_label", { since: 3 }),
  plainKey("device_model_stubdomain_seclabel", "/system/security/device_model_label", {
    guests: ["hvm"],
  }),
  ...clockKeys,
  ...consoleKeys,
  ...deviceKeys,
  ...xenKeys,
];

/** Before 4.10 the type was told by the program that builds the guest; there was none for PVH. */
function builder({ system }: VmModel, { release }: XenContext): string | undefined {
  if (isAtLeast(release, 10) || system.type === "pvh") return undefined;
  return system.type === "hvm" ? "hvm" : "generic";
}

/** A guest of type pvh is reported elsewhere where there is none. */
function guestType({ system }: VmModel, { release }: XenContext): string | undefined {
  return isAtLeast(release, 10) ? system.type : undefined;
}

function lifecycleKey(name: "on_poweroff" | "on_reboot" | "on_watchdog" | "on_crash"): XlKey {
  const path = `/system/lifecycle/${name}` as const;
  return computedKey(name, path, {}, ({ system }, ctx) => {
    const action = system.lifecycle[name];
    if (action === "soft-reset") {
      requireRelease(ctx, `${name}=soft-reset`, 7, ["system", "lifecycle", name]);
    }
    return action;
  });
}
