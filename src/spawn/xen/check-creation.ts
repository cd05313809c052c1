/**
 * What xl takes when it reads a configuration, and fails at or ignores when it creates the machine (libxl's defaults
 * and checks; seen with the releases up to 4.22).
 */

import type { UsbController } from "../../vm/model/devices.ts";
import type { Place } from "../../vm/model/model.ts";
import { type ModelPath, placeOf, valueAt } from "../../vm/model/model-path.ts";
import type { XenContext } from "./xl-table.ts";

export function checkCreation(ctx: XenContext): void {
  checkVideo(ctx);
  checkFirmware(ctx);
  checkUsb(ctx);
  checkControllers(ctx);
  checkMemory(ctx);
  checkPassthrough(ctx);
  checkDirectBoot(ctx);
  checkDependents(ctx);
}

const devices: Place = ["hardware", "devices"];

function fails({ report }: XenContext, place: Place, reason: string): void {
  report("xen-creation-fails", place, { reason });
}

/** Least memory of graphics cards in MiB, by model. */
const videoMemory: Readonly<Record<string, number>> = { cirrus: 8, stdvga: 16, qxl: 128 };

function checkVideo(ctx: XenContext): void {
  const { video } = ctx.vm.hardware.devices;
  const isOld = ctx.vm.system.xen?.device_model_version === "qemu-xen-traditional";
  if (video === undefined || ctx.vm.system.type !== "hvm") return;
  if (isOld && video.model === "qxl") {
    fails(ctx, [...devices, "video", "model"], "qxl needs the device model qemu-xen");
  }
  const model = video.model ?? "cirrus";
  const least = isOld ? (model === "stdvga" ? 8 : undefined) : videoMemory[model];
  if (least !== undefined && video.ram !== undefined && video.ram < least) {
    fails(ctx, [...devices, "video", "ram"], `a card of model ${model} has ${least} MiB at least`);
  }
}

/** Each device model has its own BIOS. */
function checkFirmware(ctx: XenContext): void {
  const { boot, xen, type } = ctx.vm.system;
  if (type !== "hvm" || boot.firmware === undefined) return;
  const isOld = xen?.device_model_version === "qemu-xen-traditional";
  if (!isOld && boot.firmware === "rombios") {
    fails(
      ctx,
      ["system", "boot", "firmware"],
      "rombios needs the device model qemu-xen-traditional",
    );
  }
  if (isOld && ["seabios", "ovmf", "uefi"].includes(boot.firmware)) {
    const reason = `the device model qemu-xen-traditional has rombios, not ${boot.firmware}`;
    fails(ctx, ["system", "boot", "firmware"], reason);
  }
}

function checkUsb(ctx: XenContext): void {
  const { usb, graphics } = ctx.vm.hardware.devices;
  const isOnOldBus = usb?.enabled === true || (usb?.devices ?? []).length > 0;
  if (!isOnOldBus) return;
  const reason =
    "'enabled' and 'devices' are for the USB bus of the PC itself, which excludes this one";
  if (usb?.version !== undefined) fails(ctx, [...devices, "usb", "version"], reason);
  if ((graphics?.spice?.usb_redirection ?? 0) > 0) {
    fails(ctx, [...devices, "graphics", "spice", "usb_redirection"], reason);
  }
}

function checkControllers(ctx: XenContext): void {
  for (const [index, controller] of ctx.vm.hardware.devices.usb?.controllers?.entries() ?? []) {
    const place = [...devices, "usb", "controllers", index];
    if (controllerType(ctx, controller) === "devicemodel") {
      checkEmulated(ctx, controller, place);
    } else if ((controller.version ?? 2) > 2) {
      fails(ctx, [...place, "version"], "a paravirtual controller has version 1 or 2");
    }
  }
}

/** The device model's controllers have as many ports as the hardware that they stand for. */
function checkEmulated(ctx: XenContext, controller: UsbController, place: Place): void {
  const { version = 2, ports } = controller;
  if (ctx.vm.system.type !== "hvm") {
    fails(ctx, [...place, "type"], "only an hvm guest has controllers of the device model");
  }
  if (ports === undefined) return;
  const fixed = fixedPorts[version];
  if (fixed !== undefined && ports !== fixed) {
    fails(ctx, [...place, "ports"], `a controller of version ${version} has ${fixed} ports`);
  } else if (fixed === undefined && ports > 15) {
    fails(ctx, [...place, "ports"], `a controller of version ${version} has 15 ports at most`);
  }
}

/** Ports of the device model's controllers that have no choice, by version. */
const fixedPorts: Readonly<Record<number, number>> = { 1: 2, 2: 6 };

/** Where the description leaves it open, an emulated PC gets an emulated controller. */
function controllerType({ vm }: XenContext, { type }: UsbController): string {
  if (type !== undefined && type !== "auto") return type;
  return vm.system.type === "hvm" ? "devicemodel" : "pv";
}

/** A guest that starts with less memory than it may have is populated on demand, which much excludes. */
function checkMemory(ctx: XenContext): void {
  const { memory, cpu, devices: parts } = ctx.vm.hardware;
  const { xen, type } = ctx.vm.system;
  const alternate = xen?.altp2m !== undefined && xen.altp2m !== "disabled";
  if (type !== "pv" && alternate && cpu.nested === true) {
    fails(ctx, ["system", "xen", "altp2m"], "it and /hardware/cpu/nested exclude each other");
  }
  if (type === "pv" || memory.max === undefined || memory.max <= memory.size) return;
  const place: Place = ["hardware", "memory", "max"];
  const above = "it is above /hardware/memory/size, which";
  if (cpu.numa !== undefined) fails(ctx, place, `${above} /hardware/cpu/numa excludes`);
  if (alternate) fails(ctx, place, `${above} /system/xen/altp2m excludes`);
  const lends =
    xen?.passthrough !== undefined && !["disabled", "default"].includes(xen.passthrough);
  if (lends || (parts.pci ?? []).length > 0) {
    fails(ctx, place, `${above} devices of the host exclude`);
  }
}

function checkPassthrough(ctx: XenContext): void {
  const { xen } = ctx.vm.system;
  const lent = [...(ctx.vm.hardware.devices.pci ?? []), ...(xen?.dtdev ?? [])];
  if (xen?.passthrough === "disabled" && lent.length > 0) {
    fails(ctx, ["system", "xen", "passthrough"], "the machine is given devices of the host");
  }
}

/** An emulated PC takes what goes with a kernel only if it is given one, and takes one kernel for its firmware. */
function checkDirectBoot(ctx: XenContext): void {
  const { boot, type } = ctx.vm.system;
  if (type !== "hvm") return;
  if (boot.kernel?.endsWith("/hvmloader") === true) {
    const reason =
      "xl takes hvmloader for firmware and ignores it; see /system/xen/firmware_override";
    ctx.report("xen-value-misread", ["system", "boot", "kernel"], { value: boot.kernel, reason });
  }
  if (boot.kernel !== undefined) return;
  for (const field of ["cmdline", "root", "extra"] as const) {
    if (boot[field] === undefined) continue;
    ctx.report("vm-value-needs-other", ["system", "boot", field], { other: "/system/boot/kernel" });
  }
}

/** Settings that do nothing without another one, which xl does not say. */
const dependents: readonly (readonly [path: ModelPath, other: ModelPath])[] = [
  ["/system/xen/pvshim_path", "/system/xen/pvshim"],
  ["/system/xen/pvshim_cmdline", "/system/xen/pvshim"],
  ["/system/xen/pvshim_extra", "/system/xen/pvshim"],
  ["/system/xen/stubdomain_kernel", "/system/xen/device_model_stubdomain_override"],
  ["/system/xen/stubdomain_cmdline", "/system/xen/device_model_stubdomain_override"],
  ["/system/xen/stubdomain_ramdisk", "/system/xen/device_model_stubdomain_override"],
  ["/system/xen/stubdomain_memory", "/system/xen/device_model_stubdomain_override"],
  ["/system/xen/altp2m_count", "/system/xen/altp2m"],
  ["/system/xen/bios_path_override", "/system/boot/firmware"],
  ["/system/boot/bootloader_restrict", "/system/boot/bootloader"],
];

function checkDependents({ vm, report }: XenContext): void {
  for (const [path, other] of dependents) {
    const isUseless = isSet(valueAt(vm, path)) && !isSet(valueAt(vm, other));
    if (isUseless) report("vm-value-needs-other", placeOf(path), { other });
  }
}

/** A switch that is off needs nothing and is of no use to others. */
function isSet(value: unknown): boolean {
  return value !== undefined && value !== false && value !== "disabled";
}
