/** Devices, each kind by its own reader. */

import type { XmlElement } from "../../vm/shape/read-xml.ts";
import { type ImportContext, ignore, put } from "./import-context.ts";
import { readChannels, readConsoles, readSerialPorts } from "./read-character-devices.ts";
import { readDisks, readShares } from "./read-disks.ts";
import { readGraphics, readVideo } from "./read-graphics.ts";
import { readControllers, readHostDevices, readInputs, readSound } from "./read-host-devices.ts";
import { readInterfaces } from "./read-interfaces.ts";

export function readDevices(ctx: ImportContext, root: XmlElement): void {
  const devices = ctx.child(root, "devices");
  if (devices === undefined) return;
  readEmulator(ctx, devices);
  readDisks(ctx, devices);
  readShares(ctx, devices);
  readInterfaces(ctx, devices);
  readSerialPorts(ctx, devices);
  readConsoles(ctx, devices);
  readChannels(ctx, devices);
  readGraphics(ctx, devices);
  readVideo(ctx, devices);
  readSound(ctx, devices);
  readHostDevices(ctx, devices);
  readInputs(ctx, devices);
  readControllers(ctx, devices);
}

/** The programs that libvirt finds by itself. */
const usualEmulator = /\/(qemu-system-[a-z0-9_]+|qemu-kvm|kvm|qemu-dm)$/;

function readEmulator(ctx: ImportContext, devices: XmlElement): void {
  const emulator = ctx.child(devices, "emulator");
  const program = ctx.text(emulator);
  if (program === undefined || usualEmulator.test(program)) return;
  if (ctx.hypervisor !== "xen" && emulator !== undefined) ignore(ctx, emulator, "The emulator");
  else put(ctx, ["system", "xen", "device_model_override"], program, emulator);
}
