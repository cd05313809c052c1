/** The board that is emulated, and the controller that its hd disks hang on. */

import { isXen, type LibvirtContext } from "./context.ts";

export function machineOf(ctx: LibvirtContext): string {
  if (isXen(ctx)) return "xenfv";
  const { arch } = ctx.vm.hardware.cpu;
  if (arch === "aarch64" || arch === "armv7l") return "virt";
  return hasIde(ctx) ? "pc" : "q35";
}

/** The newer board has no IDE, which is what hd disks want unless the description says ahci. */
export function hasIde({ vm: { storage } }: LibvirtContext): boolean {
  if (storage.controller === "ahci") return false;
  const devices = [...(storage.disks?.keys() ?? []), ...(storage.cdroms?.keys() ?? [])];
  return devices.some((device) => device.startsWith("hd"));
}
