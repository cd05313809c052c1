/** What Xen refuses, or takes and then fails at, though any other hypervisor might not. */

import { isAtLeast } from "./release.ts";
import { platformOf, requireRelease, withArticle, type XenContext } from "./xl-table.ts";

export function checkXen(ctx: XenContext): void {
  checkHypervisor(ctx);
  if (ctx.vm.system.type === "pvh") requireRelease(ctx, "type=pvh", 10, ["system", "type"]);
  checkBoot(ctx);
  checkFirmware(ctx);
  checkArchitecture(ctx);
  checkVnc(ctx);
}

function checkHypervisor({ vm: { system }, report }: Pick<XenContext, "vm" | "report">): void {
  const { hypervisor = "xen" } = system;
  if (hypervisor !== "xen")
    report("xen-not-the-hypervisor", ["system", "hypervisor"], { hypervisor });
}

/** A guest without an emulated PC has no firmware of its own to boot from. */
function checkBoot({ vm: { system }, report }: XenContext): void {
  const { kernel, bootloader, firmware } = system.boot;
  if (system.type === "hvm") return;
  if (kernel === undefined && bootloader === undefined && firmware === undefined) {
    report("xen-nothing-to-boot", ["system", "boot"], { guest: withArticle(system.type) });
  }
  if (kernel !== undefined && firmware !== undefined) {
    report("xen-kernel-and-firmware", ["system", "boot", "firmware"], {
      guest: withArticle(system.type),
    });
  }
}

function checkFirmware({ vm: { system }, report, release }: XenContext): void {
  const { firmware } = system.boot;
  if (firmware === undefined || !isAtLeast(release, 10)) return;
  const isGrub = firmware === "pvgrub32" || firmware === "pvgrub64";
  if (isGrub === (system.type === "hvm")) {
    const wanted = isGrub ? "a guest of type pv or pvh" : "a guest of type hvm";
    const args = { firmware, guest: withArticle(system.type), wanted };
    report("xen-firmware-for-other-guest-type", ["system", "boot", "firmware"], args);
  }
}

/** Xen on Arm has one kind of guest, which is what it calls PVH elsewhere. */
function checkArchitecture({ vm, report }: XenContext): void {
  const { system, hardware } = vm;
  const { arch } = hardware.cpu;
  if (platformOf(vm) === "Arm" && system.type !== "pvh") {
    report("xen-guest-type-not-on-arch", ["system", "type"], { guest: system.type, arch });
  }
}

/** xl looks for a display number behind the last colon of the address, and an IPv6 address has colons. */
function checkVnc({ vm: { hardware }, report }: XenContext): void {
  const vnc = hardware.devices.graphics?.vnc;
  if (vnc?.listen.includes(":") === true) {
    report("xen-vnc-on-ipv6", ["hardware", "devices", "graphics", "vnc", "listen"], {
      address: vnc.listen,
    });
  }
}
