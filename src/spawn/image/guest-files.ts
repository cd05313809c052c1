/** What the image of a machine holds besides its packages: name, filesystems and network. */

import type { VmModel } from "../../vm/model/model.ts";
import { guestDevice, type Mount, mountsOf } from "../cloud-init/guest-device.ts";
import {
  type InterfaceRoute,
  interfaceOfResolver,
  type RouteTable,
} from "../cloud-init/network-config.ts";
import type { ImageFile } from "./plan.ts";

/**
 * With cloud-init an image says nothing of one machine, so that many can share it: the seed has the rest. Without it
 * the image is the machine.
 */
export function guestFiles(
  vm: VmModel,
  rootDisk: string,
  routes: RouteTable,
): readonly ImageFile[] {
  if (vm.software.cloud_init !== undefined) return sharedFiles(vm, rootDisk);
  const hostname = vm.system.hostname ?? vm.system.name;
  const [short = hostname] = hostname.split(".");
  const names = short === hostname ? short : `${hostname} ${short}`;
  return [
    plain("/etc/fstab", fstab(vm, rootDisk, mountsOf(vm))),
    plain("/etc/hostname", `${short}\n`),
    plain("/etc/hosts", `127.0.0.1 localhost\n127.0.1.1 ${names}\n::1 localhost ip6-localhost\n`),
    plain("/etc/resolv.conf", resolver(vm)),
    ...networkUnits(vm, routes),
  ];
}

function sharedFiles(vm: VmModel, rootDisk: string): readonly ImageFile[] {
  const root = mountsOf(vm).filter(({ mount }) => mount === "/");
  return [
    plain("/etc/fstab", fstab(vm, rootDisk, root)),
    plain("/etc/hostname", "localhost\n"),
    plain("/etc/resolv.conf", resolver(vm)),
    // It need not look for clouds.
    plain("/etc/cloud/cloud.cfg.d/90-datasource.cfg", "datasource_list: [NoCloud, None]\n"),
  ];
}

function plain(path: string, content: string): ImageFile {
  return { path, permissions: "0644", content };
}

/** The filesystem at the root is grown to its disk, which may be larger than the image. */
function fstab(vm: VmModel, rootDisk: string, mounts: readonly Mount[]): string {
  const hasRoot = mounts.some(({ mount }) => mount === "/");
  const root: Mount = {
    device: guestDevice(vm, rootDisk),
    label: undefined,
    mount: "/",
    type: "ext4",
    options: undefined,
    pass: 1,
  };
  return (hasRoot ? mounts : [root, ...mounts]).map(fstabLine).join("");
}

function fstabLine({ device, label, mount, type, options, pass }: Mount): string {
  const source = label === undefined ? device : `LABEL=${label}`;
  const usual = mount === "/" ? "defaults,x-systemd.growfs" : mount === "none" ? "sw" : "defaults";
  const fields = [source, mount, type, options ?? usual].map(fstabField);
  return `${[...fields, "0", String(pass)].join(" ")}\n`;
}

/** Blanks and backslashes are written as octal numbers (fstab(5)). */
function fstabField(text: string): string {
  return text.replace(/[\s\\#]/g, (character) => {
    return `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`;
  });
}

function resolver({ network: { dns } }: VmModel): string {
  const search = dns?.search ?? [];
  const lines = (dns?.nameservers ?? []).map((address) => `nameserver ${address}\n`);
  return [...(search.length > 0 ? [`search ${search.join(" ")}\n`] : []), ...lines].join("");
}

/** Units of systemd-networkd: a link that names each interface by its MAC address, and its network. */
function networkUnits(vm: VmModel, routes: RouteTable): readonly ImageFile[] {
  const { network } = vm;
  const resolving = interfaceOfResolver(network);
  return [...(network.interfaces ?? [])].flatMap(([name, device]) => {
    const match = section("Match", [["MACAddress", device.mac.toLowerCase()]]);
    const link: readonly Setting[] =
      device.mtu === undefined ? [] : [["MTUBytes", String(device.mtu)]];
    const dhcp = device.dhcp4 === true ? (device.dhcp6 === true ? "yes" : "ipv4") : "ipv6";
    const isDynamic = device.dhcp4 === true || device.dhcp6 === true;
    const settings: readonly Setting[] = [
      ["DHCP", isDynamic ? dhcp : "no"],
      ...(device.addresses ?? []).map((address): Setting => ["Address", address]),
      ...(name === resolving ? dnsSettings(vm) : []),
    ];
    const unit = [match, section("Network", settings), ...(routes.get(name) ?? []).map(route)];
    return [
      plain(
        `/etc/systemd/network/10-${name}.link`,
        `${match}\n${section("Link", [["Name", name], ...link])}`,
      ),
      plain(`/etc/systemd/network/10-${name}.network`, unit.join("\n")),
    ];
  });
}

type Setting = readonly [string, string];

function dnsSettings({ network: { dns } }: VmModel): readonly Setting[] {
  const search = dns?.search ?? [];
  return [
    ...(dns?.nameservers ?? []).map((address): Setting => ["DNS", address]),
    ...(search.length > 0 ? [["Domains", search.join(" ")] as const] : []),
  ];
}

function route({ to, via, metric, onLink }: InterfaceRoute): string {
  return section("Route", [
    ["Destination", to],
    ["Gateway", via],
    ...(metric === undefined ? [] : [["Metric", String(metric)] as const]),
    ...(onLink ? [["GatewayOnLink", "yes"] as const] : []),
  ]);
}

function section(name: string, settings: readonly Setting[]): string {
  return `[${name}]\n${settings.map(([key, value]) => `${key}=${value}\n`).join("")}`;
}
