/** What a domain says of its origin, and of the system in it. */

import type { VmModel } from "../../vm/model/model.ts";
import { foreign, group, type XmlNode } from "./xml-node.ts";

export const originNamespace = "urn:vmcs:libvirt:1";
export const osinfoNamespace = "http://libosinfo.org/xmlns/libvirt/domain/1.0";

/** The addresses by which libosinfo knows systems; a release follows. */
export const systems: readonly (readonly [distribution: string, address: string])[] = [
  ["debian", "http://debian.org/debian/"],
  ["ubuntu", "http://ubuntu.com/ubuntu/"],
  ["fedora", "http://fedoraproject.org/fedora/"],
  ["rhel", "http://redhat.com/rhel/"],
  ["centos", "http://centos.org/centos/"],
  ["almalinux", "http://almalinux.org/almalinux/"],
  ["rocky", "http://rockylinux.org/rocky/"],
  ["alpinelinux", "http://alpinelinux.org/alpinelinux/"],
  ["opensuse", "http://opensuse.org/opensuse/"],
  ["sles", "http://suse.com/sles/"],
  ["freebsd", "http://freebsd.org/freebsd/"],
  ["netbsd", "http://netbsd.org/netbsd/"],
  ["openbsd", "http://openbsd.org/openbsd/"],
];

/** It stays with the domain, so that one can see what a machine on a host was built from. */
export function metadata({ profile, digest, system: { os } }: VmModel): XmlNode | undefined {
  const address = systems.find(([distribution]) => distribution === os.distribution)?.[1];
  const id = address === undefined || os.release === undefined ? undefined : address + os.release;
  return group(
    "metadata",
    {},
    foreign(originNamespace, "vmcs:origin", { profile, digest }),
    id === undefined
      ? undefined
      : foreign(
          osinfoNamespace,
          "libosinfo:libosinfo",
          {},
          foreign(osinfoNamespace, "libosinfo:os", { id }),
        ),
  );
}
