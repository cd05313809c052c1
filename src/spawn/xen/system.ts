/** What xl is told of the system skeleton, hardware included (xl.cfg(5)). */

import type { VmModel } from "../../vm/model/model.ts";
import { consoleKeys } from "./console.ts";
import { isAtLeast } from "./release.ts";
import { computedKey, plainKey, type XenContext, type XlKey } from "./xl-table.ts";

/** In the order in which they are written. */
export const systemKeys: readonly XlKey[] = [
  plainKey("name", "/system/name"),
  plainKey("uuid", "/system/uuid"),
  computedKey("type", "/system/type", { since: 10 }, guestType),
  computedKey("builder", "/system/type", {}, builder),

  plainKey("vcpus", "/hardware/cpu/count"),
  plainKey("maxvcpus", "/hardware/cpu/max"),
  plainKey("memory", "/hardware/memory/size"),
  plainKey("maxmem", "/hardware/memory/max"),
  plainKey("cpu_weight", "/system/scheduling/weight"),
  plainKey("cap", "/system/scheduling/cap"),
  plainKey("pool", "/system/scheduling/pool"),

  plainKey("kernel", "/system/boot/kernel"),
  plainKey("ramdisk", "/system/boot/ramdisk"),
  computedKey("cmdline", "/system/boot/cmdline", { since: 5 }, commandLine),
  plainKey("root", "/system/boot/root"),
  computedKey("extra", "/system/boot/extra", {}, extra),
  plainKey("bootloader", "/system/boot/bootloader", { guests: ["pv", "pvh"] }),
  plainKey("bootloader_args", "/system/boot/bootloader_args", { guests: ["pv", "pvh"] }),
  computedKey("firmware", "/system/boot/firmware", { since: 10 }, firmware),
  computedKey("bios", "/system/boot/firmware", { guests: ["hvm"] }, bios),
  computedKey("boot", "/system/boot/order", { guests: ["hvm"] }, bootOrder),

  plainKey("on_poweroff", "/system/lifecycle/on_poweroff"),
  plainKey("on_reboot", "/system/lifecycle/on_reboot"),
  plainKey("on_watchdog", "/system/lifecycle/on_watchdog"),
  plainKey("on_crash", "/system/lifecycle/on_crash"),
  plainKey("on_soft_reset", "/system/lifecycle/on_soft_reset", { guests: ["hvm"], since: 7 }),

  ...consoleKeys,
];

/** Before 4.10 the type was told by the program that builds the guest; there was none for PVH. */
function builder({ system }: VmModel, { release }: XenContext): string | undefined {
  if (isAtLeast(release, 10)) return undefined;
  return system.type === "hvm" ? "hvm" : "generic";
}

function guestType({ system }: VmModel, { release }: XenContext): string | undefined {
  return isAtLeast(release, 10) ? system.type : undefined;
}

/** Before 4.5 the whole command line went where only its end belongs, which comes to the same. */
function commandLine({ system: { boot } }: VmModel, { release }: XenContext): string | undefined {
  return isAtLeast(release, 5) ? boot.cmdline : undefined;
}

function extra({ system: { boot } }: VmModel, { release }: XenContext): string | undefined {
  return isAtLeast(release, 5) ? boot.extra : (boot.cmdline ?? boot.extra);
}

/** Before 4.10 an emulated PC chose its firmware by `bios`, from fewer. */
const biosNames: Readonly<Record<string, string>> = {
  uefi: "ovmf",
  ovmf: "ovmf",
  seabios: "seabios",
  rombios: "rombios",
};

function firmware({ system }: VmModel, { release }: XenContext): string | undefined {
  const wanted = system.boot.firmware;
  if (wanted === undefined || isAtLeast(release, 10)) return wanted;
  return system.type === "hvm" && (wanted === "bios" || Object.hasOwn(biosNames, wanted))
    ? undefined
    : wanted;
}

function bios({ system }: VmModel, { release }: XenContext): string | undefined {
  if (isAtLeast(release, 10) || system.type !== "hvm") return undefined;
  return biosNames[system.boot.firmware ?? ""];
}

const bootLetters = { hd: "c", cdrom: "d", network: "n" } as const;

function bootOrder({ system }: VmModel): string | undefined {
  return system.boot.order?.map((device) => bootLetters[device]).join("");
}
