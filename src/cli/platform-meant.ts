/** The platform that was meant by a name that is none: one that is spelt nearly so, or whose program is called so. */

import { closestName } from "../text/did-you-mean.ts";

export function platformMeant(name: string, known: readonly string[]): string | undefined {
  const platform = Object.hasOwn(programs, name) ? programs[name] : undefined;
  return platform !== undefined && known.includes(platform) ? platform : closestName(name, known);
}

const programs: Readonly<Record<string, string>> = {
  xl: "xen",
  xm: "xen",
  kvm: "libvirt",
  qemu: "libvirt",
  virsh: "libvirt",
  nocloud: "cloud-init",
  disk: "image",
};
