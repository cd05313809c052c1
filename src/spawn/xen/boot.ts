/** What xl is told of booting: kernels, boot loaders and firmware. */

import type { VmModel } from "../../vm/model/model.ts";
import { isAtLeast } from "./release.ts";
import { computedKey, plainKey, type Readers, type XenContext, type XlKey } from "./xl-table.ts";

/** Only a guest without an emulated PC is started by a boot loader of the host. */
const direct: Readers = { guests: ["pv", "pvh"] };

export const bootKeys: readonly XlKey[] = [
  plainKey("kernel", "/system/boot/kernel"),
  plainKey("ramdisk", "/system/boot/ramdisk"),
  computedKey("cmdline", "/system/boot/cmdline", { since: 5 }, commandLine),
  plainKey("root", "/system/boot/root"),
  computedKey("extra", "/system/boot/extra", {}, extra),
  plainKey("bootloader", "/system/boot/bootloader", direct),
  plainKey("bootloader_args", "/system/boot/bootloader_args", direct),
  plainKey("bootloader_restrict", "/system/boot/bootloader_restrict", { ...direct, since: 18 }),
  plainKey("bootloader_user", "/system/boot/bootloader_user", { ...direct, since: 18 }),
  computedKey("firmware", "/system/boot/firmware", { since: 10 }, firmware),
  computedKey("bios", "/system/boot/firmware", { guests: ["hvm"] }, bios),
  computedKey("boot", "/system/boot/order", { guests: ["hvm"] }, bootOrder),
];

/** Before 4.5 the whole command line went where only its end belongs, which comes to the same. */
function commandLine({ system: { boot } }: VmModel, { release }: XenContext): string | undefined {
  return isAtLeast(release, 5) ? boot.cmdline : undefined;
}

function extra({ system: { boot } }: VmModel, { release }: XenContext): string | undefined {
  return isAtLeast(release, 5) ? boot.extra : (boot.cmdline ?? boot.extra);
}

/** Before 4.10 an emulated PC chose its firmware by `bios`, from fewer. xl still wants it with the path of a BIOS. */
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
  if (system.type !== "hvm") return undefined;
  if (isAtLeast(release, 10) && system.xen?.bios_path_override === undefined) return undefined;
  return biosNames[system.boot.firmware ?? ""];
}

const bootLetters = { hd: "c", cdrom: "d", network: "n" } as const;

function bootOrder({ system }: VmModel): string | undefined {
  return system.boot.order?.map((device) => bootLetters[device]).join("");
}
