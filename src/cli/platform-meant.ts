/** The platform that was meant by a name that is none: one that is spelt nearly so, or whose program is called so. */

import { closestName } from "../text/did-you-mean.ts";

export function platformMeant(name: string, known: readonly string[]): string | undefined {
  const platform = programs.get(name);
  return platform !== undefined && known.includes(platform) ? platform : closestName(name, known);
}

const programs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    xl: "xen",
    xm: "xen",
    kvm: "libvirt",
    qemu: "libvirt",
    virsh: "libvirt",
    nocloud: "cloud-init",
    disk: "image",
  }),
);
