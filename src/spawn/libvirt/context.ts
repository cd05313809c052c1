/** What every part of the libvirt backend is given. */

import type { Place, VmModel } from "../../vm/model/model.ts";
import type { GuestType, Hypervisor } from "../../vm/model/system.ts";
import type { Report } from "../../vm/reporter.ts";
import type { ReadSecret } from "../backend.ts";

export interface LibvirtContext {
  readonly vm: VmModel;
  readonly hypervisor: Hypervisor;
  readonly guest: GuestType;
  readonly report: Report;
  readonly readSecret: ReadSecret;
}

export function isXen({ hypervisor }: LibvirtContext): boolean {
  return hypervisor === "xen";
}

/** Reports what cannot be had; what is written then does not matter, as there will be no files. */
export function refuse(ctx: LibvirtContext, place: Place, reason: string): undefined {
  ctx.report("libvirt-not-expressible", place, { platform: platformOf(ctx), reason });
  return undefined;
}

/** For messages: "Xen (pv)", "KVM". */
function platformOf({ hypervisor, guest }: LibvirtContext): string {
  switch (hypervisor) {
    case "xen":
      return `Xen (${guest})`;
    case "kvm":
      return "KVM";
    case "qemu":
      return "QEMU";
  }
}

/** libvirt's two spellings of a boolean. */
export function yesNo(value: boolean): "yes" | "no" {
  return value ? "yes" : "no";
}

export function onOff(value: boolean): "on" | "off" {
  return value ? "on" : "off";
}

/** The path of a file, and not of a directory. */
export function filePath(ctx: LibvirtContext, place: Place, path: string): string {
  if (!path.endsWith("/")) return path;
  refuse(ctx, place, "it is a directory");
  return path;
}
