/** What is booted, and by what. */

import { assertNever } from "../../base/assert-never.ts";
import { filePath, isXen, type LibvirtContext, refuse } from "./context.ts";
import { machineOf } from "./machine.ts";
import { element, leaf, type XmlNode } from "./xml-node.ts";

/** The boot loader of a Xen guest, which stands beside the rest. */
export function bootloader(ctx: LibvirtContext): readonly XmlNode[] {
  const { bootloader: program, bootloader_args: args = [] } = ctx.vm.system.boot;
  if (program === undefined || ctx.guest === "hvm") return [];
  if (args.length > 1) {
    const place = ["system", "boot", "bootloader_args"];
    refuse(ctx, place, "all arguments reach the boot loader as a single one");
  }
  const [argument] = args;
  if (argument === "") {
    refuse(ctx, ["system", "boot", "bootloader_args", 0], "an empty argument is none");
  }
  return [
    leaf("bootloader", program),
    ...(argument === undefined ? [] : [leaf("bootloader_args", argument)]),
  ];
}

export function operatingSystem(ctx: LibvirtContext): XmlNode {
  const { boot } = ctx.vm.system;
  const isStarted = boot.kernel !== undefined || boot.bootloader !== undefined;
  if (ctx.guest !== "hvm" && !isStarted) {
    refuse(ctx, ["system", "boot"], "there must be a kernel or a boot loader");
  }
  const firmware = firmwareOf(ctx);
  return element(
    "os",
    { firmware: firmware.name },
    osType(ctx),
    firmware.loader,
    ...kernel(ctx),
    ctx.guest === "hvm" ? boot.order?.map((dev) => element("boot", { dev })) : undefined,
    acpiTables(ctx),
  );
}

/** Xen on Arm has one kind of guest, and libvirt calls it pv there. */
function osType(ctx: LibvirtContext): XmlNode {
  const { arch } = ctx.vm.hardware.cpu;
  if (isXen(ctx) && (arch === "aarch64" || arch === "armv7l")) {
    if (ctx.guest !== "pvh")
      refuse(ctx, ["system", "type"], `on ${arch} there are pvh guests only`);
    return leaf("type", "xen", { machine: "xenpv" });
  }
  switch (ctx.guest) {
    case "pv":
      return leaf("type", "xen", { arch, machine: "xenpv" });
    case "pvh":
      return leaf("type", "xenpvh", { arch, machine: "xenpvh" });
    case "hvm":
      return leaf("type", "hvm", { arch, machine: machineOf(ctx) });
    default:
      return assertNever(ctx.guest);
  }
}

function kernel(ctx: LibvirtContext): readonly (XmlNode | undefined)[] {
  const { kernel: file, ramdisk, cmdline, root, extra } = ctx.vm.system.boot;
  const place = (field: string): readonly string[] => ["system", "boot", field];
  const words = [root === undefined ? undefined : `root=${root}`, extra];
  const line = cmdline ?? words.filter((word) => word !== undefined).join(" ");
  if (file === undefined && line !== "" && ctx.guest === "hvm") {
    const field = cmdline !== undefined ? "cmdline" : root !== undefined ? "root" : "extra";
    refuse(ctx, place(field), "it is for a kernel, and there is none");
  }
  return [
    file === undefined ? undefined : leaf("kernel", filePath(ctx, place("kernel"), file)),
    ramdisk === undefined ? undefined : leaf("initrd", filePath(ctx, place("ramdisk"), ramdisk)),
    line === "" ? undefined : leaf("cmdline", line),
  ];
}

interface Firmware {
  /** The kind that libvirt looks for by itself. */
  readonly name?: string;
  readonly loader?: XmlNode;
}

function firmwareOf(ctx: LibvirtContext): Firmware {
  const place = ["system", "boot", "firmware"];
  const { firmware } = ctx.vm.system.boot;
  const override = isXen(ctx) ? ctx.vm.system.xen?.bios_path_override : undefined;
  const isUefi = firmware === "uefi" || firmware === "ovmf";
  if (firmware === undefined) return {};
  if (ctx.guest !== "hvm") {
    refuse(ctx, place, "these guests boot from a kernel or by a boot loader");
    return {};
  }
  if (isUefi && override !== undefined) {
    const path = filePath(ctx, ["system", "xen", "bios_path_override"], override);
    return { loader: leaf("loader", path, { readonly: "yes", type: "pflash" }) };
  }
  if (isUefi) return { name: "efi" };
  if (firmware === "bios" || firmware === "seabios") return {};
  if (firmware.startsWith("/") && !isXen(ctx)) {
    return {
      loader: leaf("loader", filePath(ctx, place, firmware), { readonly: "yes", type: "rom" }),
    };
  }
  refuse(ctx, place, "an emulated PC has SeaBIOS or OVMF");
  return {};
}

function acpiTables(ctx: LibvirtContext): XmlNode | undefined {
  const file = ctx.vm.system.xen?.acpi_firmware;
  if (file === undefined || !isXen(ctx) || ctx.guest !== "hvm") return undefined;
  const path = filePath(ctx, ["system", "xen", "acpi_firmware"], file);
  return element("acpi", {}, leaf("table", path, { type: "slic" }));
}
