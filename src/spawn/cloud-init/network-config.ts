/**
 * network-config, version 2: the network as the guest sees it, in the words of netplan.
 *
 * Interfaces are found by their MAC addresses and given the names of the description. `default` is written as a
 * network: cloud-init before 23 knows no such word.
 */

import { compareNumbers } from "../../base/compare.ts";
import { type IpVersion, ipVersion, isInNetwork, isLinkLocal } from "../../vm/ip-address.ts";
import type { Place, VmModel } from "../../vm/model/model.ts";
import type { Network, NetworkInterface } from "../../vm/model/network.ts";
import { vlansOfTrunk } from "../../vm/vlan-trunk.ts";
import type { CloudInitContext } from "./context.ts";
import { nonEmpty, type YamlValue } from "./yaml.ts";

/** A route of one interface. */
export interface InterfaceRoute {
  readonly to: string;
  readonly via: string;
  readonly metric: number | undefined;
  /** Whether the gateway is reached though it is in no network of the interface. */
  readonly onLink: boolean;
}

/** The routes of each interface, by its name; what leads nowhere is reported. */
export type RouteTable = ReadonlyMap<string, readonly InterfaceRoute[]>;

/** Undefined where the machine has no interfaces. */
export function networkConfig(
  vm: VmModel,
  routes: RouteTable,
): { readonly [key: string]: YamlValue | undefined } | undefined {
  const interfaces = [...(vm.network.interfaces ?? [])];
  if (interfaces.length === 0) return undefined;
  const resolver = interfaceOfResolver(vm.network);
  const ethernets = interfaces.map(([name, device]) => {
    const dns = name === resolver ? nameservers(vm.network) : undefined;
    return [name, ethernet(name, device, routes.get(name) ?? [], dns)] as const;
  });
  const vlans = interfaces.flatMap(([name, device]) => vlansOf(name, device));
  return {
    version: 2,
    ethernets: Object.fromEntries(ethernets),
    vlans: vlans.length === 0 ? undefined : Object.fromEntries(vlans),
  };
}

function ethernet(
  name: string,
  device: NetworkInterface,
  routes: readonly InterfaceRoute[],
  dns: YamlValue | undefined,
): YamlValue {
  return {
    match: { macaddress: device.mac.toLowerCase() },
    "set-name": name,
    mtu: device.mtu,
    dhcp4: device.dhcp4 ?? false,
    dhcp6: device.dhcp6 ?? false,
    addresses: nonEmpty(device.addresses),
    routes: nonEmpty(routes.map(routeEntry)),
    nameservers: dns,
  };
}

function routeEntry({ to, via, metric, onLink }: InterfaceRoute): YamlValue {
  return { to, via, metric, "on-link": onLink ? true : undefined };
}

/** The routes by the interfaces that lead to their gateways. */
export function routeTable({
  vm: { network },
  report,
}: Pick<CloudInitContext, "vm" | "report">): RouteTable {
  const table = new Map<string, InterfaceRoute[]>();
  const add = (name: string, to: string, via: string, metric?: number): void => {
    const device = network.interfaces?.get(name);
    const onLink = device !== undefined && !isLinkLocal(via) && !mayReach(device, via);
    const whole = to === "default" ? anywhere[ipVersion(via)] : to;
    table.set(name, [...(table.get(name) ?? []), { to: whole, via, metric, onLink }]);
  };
  for (const [name, { gateway4, gateway6 }] of network.interfaces ?? []) {
    if (gateway4 !== undefined) add(name, "default", gateway4);
    if (gateway6 !== undefined) add(name, "default", gateway6);
  }
  for (const [index, { to, via, metric }] of network.routes?.entries() ?? []) {
    const place: Place = ["network", "routes", index];
    const name = interfaceTowards(network, via);
    if (to !== "default" && ipVersion(to) !== ipVersion(via)) {
      report("cloud-init-route-mixes-versions", place, { to, via });
    } else if (name === undefined) {
      report("cloud-init-route-unreachable", [...place, "via"], { via });
    } else add(name, to, via, metric);
  }
  return table;
}

const anywhere: Readonly<Record<IpVersion, string>> = { 4: "0.0.0.0/0", 6: "::/0" };

/** The interface with the gateway in one of its networks; else the only one that could have it. */
function interfaceTowards({ interfaces }: Network, via: string): string | undefined {
  const all = [...(interfaces ?? [])];
  const neighbour = all.find(([, device]) => hasNeighbour(device, via));
  if (neighbour !== undefined) return neighbour[0];
  const dynamic = all.filter(([, device]) => isDynamic(device, ipVersion(via)));
  const candidates = dynamic.length > 0 ? dynamic : all;
  return candidates.length === 1 ? candidates[0]?.[0] : undefined;
}

/** Whether the gateway is in a network of the interface, or in one that DHCP may tell it. */
function mayReach(device: NetworkInterface, via: string): boolean {
  return isDynamic(device, ipVersion(via)) || hasNeighbour(device, via);
}

function isDynamic({ dhcp4, dhcp6 }: NetworkInterface, version: IpVersion): boolean {
  return (version === 4 ? dhcp4 : dhcp6) === true;
}

function hasNeighbour({ addresses }: NetworkInterface, via: string): boolean {
  return (addresses ?? []).some((address) => isInNetwork(via, address));
}

/** Name servers are told once, to the interface towards the world. */
export function interfaceOfResolver({ interfaces }: Network): string | undefined {
  const all = [...(interfaces ?? [])];
  const choice =
    all.find(([, { gateway4, gateway6 }]) => gateway4 !== undefined || gateway6 !== undefined) ??
    all.find(([, { addresses }]) => (addresses ?? []).length > 0) ??
    all[0];
  return choice?.[0];
}

function nameservers({ dns }: Network): YamlValue | undefined {
  const addresses = nonEmpty(dns?.nameservers);
  const search = nonEmpty(dns?.search);
  return addresses === undefined && search === undefined ? undefined : { addresses, search };
}

/**
 * A device for each VLAN that the host lets through with its tag. A host that lets hundreds through does not say which
 * of them the guest uses, so then there are none.
 */
function vlansOf(
  name: string,
  { vlans }: NetworkInterface,
): readonly (readonly [string, YamlValue])[] {
  if (vlans === undefined) return [];
  const tagged = vlansOfTrunk(vlans).filter(({ isNative }) => !isNative);
  const ids = [...new Set(tagged.map(({ id }) => id))].toSorted(compareNumbers);
  return ids.length > mostVlans
    ? []
    : ids.map((id) => [`${name}.${id}`, { id, link: name }] as const);
}

const mostVlans = 64;
