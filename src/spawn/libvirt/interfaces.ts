/** Network interfaces. */

import type { Place } from "../../vm/model/model.ts";
import type { NetworkInterface } from "../../vm/model/network.ts";
import { type Vlan, vlansOfTrunk } from "../../vm/vlan-trunk.ts";
import { isXen, type LibvirtContext, refuse } from "./context.ts";
import { element, type XmlNode } from "./xml-node.ts";

export function interfaces(ctx: LibvirtContext): readonly XmlNode[] {
  return [...(ctx.vm.network.interfaces ?? [])].map(([name, device], index) =>
    interfaceNode(ctx, ["network", "interfaces", name], device, index),
  );
}

function interfaceNode(
  ctx: LibvirtContext,
  place: Place,
  device: NetworkInterface,
  index: number,
): XmlNode {
  const type = typeOf(ctx, place, device);
  checkInterface(ctx, place, device, index);
  return element(
    "interface",
    { type },
    element("mac", { address: device.mac }),
    sourceOf(type, device),
    ...vlanOf(ctx, place, device, type),
    device.script === undefined ? undefined : element("script", { path: device.script }),
    device.target === undefined ? undefined : element("target", { dev: device.target }),
    modelOf(ctx, place, device),
    bandwidth(ctx, place, device),
    device.mtu === undefined || isXen(ctx) ? undefined : element("mtu", { size: device.mtu }),
    device.backend === undefined ? undefined : element("backenddomain", { name: device.backend }),
    allowedAddresses(ctx, place, device),
  );
}

type InterfaceType = "bridge" | "network" | "ethernet";

/** Xen's scripts know a bridge themselves where none is named. */
function typeOf(ctx: LibvirtContext, place: Place, device: NetworkInterface): InterfaceType {
  const { bridge, network, script } = device;
  if (bridge !== undefined && network !== undefined) {
    refuse(ctx, [...place, "network"], "an interface is on a bridge or on a network");
  }
  if (network !== undefined) {
    if (script !== undefined) {
      refuse(ctx, [...place, "script"], "what is on a virtual network is attached without scripts");
    }
    return "network";
  }
  if (bridge !== undefined) return "bridge";
  if (!isXen(ctx)) refuse(ctx, place, "it is on no bridge and on no network");
  return "ethernet";
}

function sourceOf(type: InterfaceType, { bridge, network }: NetworkInterface): XmlNode | undefined {
  switch (type) {
    case "bridge":
      return element("source", { bridge });
    case "network":
      return element("source", { network });
    case "ethernet":
      return undefined;
  }
}

function checkInterface(
  ctx: LibvirtContext,
  place: Place,
  { devid, target }: NetworkInterface,
  index: number,
): void {
  if (devid !== undefined && devid !== index) {
    refuse(ctx, [...place, "devid"], `interfaces are numbered in their order, this one ${index}`);
  }
  if (target !== undefined && /^(vnet|vif|macvtap|macvlan)/.test(target)) {
    refuse(ctx, [...place, "target"], "names that begin like this are its own, and are dropped");
  }
}

/** QEMU's own name, which Xen's driver passes on as it is. */
const xenModelNames: Readonly<Record<string, string>> = { virtio: "virtio-net" };

/** On KVM an interface that nothing is said of is virtio: libvirt would choose a card of 1995. */
function modelOf(
  ctx: LibvirtContext,
  place: Place,
  { model }: NetworkInterface,
): XmlNode | undefined {
  if (!isXen(ctx)) {
    if (model === "netfront") refuse(ctx, [...place, "model"], "virtio is its paravirtual model");
    return element("model", { type: model ?? "virtio" });
  }
  if (model === undefined) return undefined;
  if (ctx.guest !== "hvm" && model !== "netfront") {
    refuse(ctx, [...place, "model"], "interfaces of these guests are netfront");
  }
  return element("model", { type: xenModelNames[model] ?? model });
}

/** Open vSwitch is the only bridge that libvirt gives VLANs to. */
function vlanOf(
  ctx: LibvirtContext,
  place: Place,
  device: NetworkInterface,
  type: InterfaceType,
): readonly (XmlNode | undefined)[] {
  const { vlan, vlans, script } = device;
  if (vlan === undefined && vlans === undefined) return [];
  if (vlan !== undefined && vlans !== undefined) {
    refuse(ctx, [...place, "vlans"], "an interface is in one VLAN, or several are let through");
  }
  const isOpenVSwitch = type === "bridge" && (!isXen(ctx) || script === "vif-openvswitch");
  const tags = vlan === undefined ? vlansOfTrunk(vlans ?? "") : [{ id: vlan, isNative: false }];
  checkTags(ctx, [...place, vlan === undefined ? "vlans" : "vlan"], tags, isOpenVSwitch);
  return [
    isOpenVSwitch ? element("virtualport", { type: "openvswitch" }) : undefined,
    element(
      "vlan",
      { trunk: vlan === undefined ? "yes" : undefined },
      tags.map(({ id, isNative }) =>
        element("tag", { id, nativeMode: isNative ? "untagged" : undefined }),
      ),
    ),
  ];
}

function checkTags(
  ctx: LibvirtContext,
  place: Place,
  tags: readonly Vlan[],
  isOpenVSwitch: boolean,
): void {
  if (isXen(ctx) && !isOpenVSwitch) {
    refuse(ctx, place, "VLANs want a bridge of Open vSwitch, and the script 'vif-openvswitch'");
  }
  if (isXen(ctx) && tags.some(({ isNative }) => isNative)) {
    refuse(ctx, place, "all VLANs of a trunk are tagged");
  }
}

/** libvirt counts KiB in a second, the model kbit; the limit is never above what is asked for. */
function bandwidth(
  ctx: LibvirtContext,
  place: Place,
  { rate }: NetworkInterface,
): XmlNode | undefined {
  if (rate === undefined) return undefined;
  const average = Math.floor((rate.average * 125) / 1024);
  if (average === 0) {
    return refuse(ctx, [...place, "rate", "average"], "the least limit is 9 kbit/s");
  }
  return element("bandwidth", {}, element("outbound", { average }));
}

/** Xen's scripts let these addresses through only. */
function allowedAddresses(
  ctx: LibvirtContext,
  place: Place,
  { allowed_addresses = [] }: NetworkInterface,
): readonly XmlNode[] {
  if (!isXen(ctx)) return [];
  return allowed_addresses.map((address, index) => {
    if (address.includes("/")) {
      const at = [...place, "allowed_addresses", index];
      refuse(ctx, at, "single addresses can be allowed, not networks");
    }
    return element("ip", { address, family: address.includes(":") ? "ipv6" : "ipv4" });
  });
}
