/** Network interfaces; the guest's names for them are not libvirt's, so they are counted. */

import type { Place } from "../../vm/model/model.ts";
import type { XmlElement } from "../../vm/shape/read-xml.ts";
import { type ImportContext, ignore, numberOf, put, reportValue } from "./import-context.ts";

export function readInterfaces(ctx: ImportContext, devices: XmlElement): void {
  for (const [index, device] of ctx.children(devices, "interface").entries()) {
    readInterface(ctx, device, ["network", "interfaces", `eth${index}`]);
  }
}

function readInterface(ctx: ImportContext, device: XmlElement, place: Place): void {
  const mac = ctx.child(device, "mac");
  put(ctx, [...place, "mac"], ctx.attribute(mac, "address"), mac);
  ctx.recorder.touch(place);
  readConnection(ctx, device, place);
  const model = ctx.child(device, "model");
  const type = ctx.attribute(model, "type");
  put(ctx, [...place, "model"], type === "virtio-net" ? "virtio" : type, model);
  const script = ctx.child(device, "script");
  put(ctx, [...place, "script"], ctx.attribute(script, "path"), script);
  const backend = ctx.child(device, "backenddomain");
  put(ctx, [...place, "backend"], ctx.attribute(backend, "name"), backend);
  const mtu = ctx.child(device, "mtu");
  put(ctx, [...place, "mtu"], numberOf(ctx.attribute(mtu, "size")), mtu);
  const target = ctx.child(device, "target");
  const name = ctx.attribute(target, "dev") ?? "";
  if (name !== "" && !/^(vnet|vif|macvtap|macvlan|tap)[0-9]/.test(name)) {
    put(ctx, [...place, "target"], name, target);
  }
  readBandwidth(ctx, device, place);
  readVlan(ctx, device, place);
  readAddresses(ctx, device, place);
}

function readConnection(ctx: ImportContext, device: XmlElement, place: Place): void {
  const type = ctx.attribute(device, "type") ?? "";
  const source = ctx.child(device, "source");
  switch (type) {
    case "bridge":
      put(ctx, [...place, "bridge"], ctx.attribute(source, "bridge"), source);
      return;
    case "network":
      put(ctx, [...place, "network"], ctx.attribute(source, "network"), source);
      // A domain that runs says which bridge the network has become.
      for (const name of ["bridge", "portid"]) ctx.attribute(source, name);
      return;
    case "ethernet":
      return;
    default:
      reportValue(ctx, device, "The interface's type", type, "the model has no connection for");
      ctx.pass(source);
  }
}

/** libvirt counts KiB in a second, the model kbit. */
function readBandwidth(ctx: ImportContext, device: XmlElement, place: Place): void {
  const bandwidth = ctx.child(device, "bandwidth");
  const outbound = ctx.child(bandwidth, "outbound");
  const average = numberOf(ctx.attribute(outbound, "average"));
  if (average === undefined) return;
  put(ctx, [...place, "rate", "average"], Math.ceil((average * 1024) / 125), outbound);
}

function readVlan(ctx: ImportContext, device: XmlElement, place: Place): void {
  const port = ctx.child(device, "virtualport");
  const kind = ctx.attribute(port, "type");
  const vlan = ctx.child(device, "vlan");
  if (port !== undefined && (kind !== "openvswitch" || vlan === undefined)) {
    ignore(ctx, port, `The virtual port (${kind ?? "of no type"})`);
  } else {
    // libvirt gives each port an identity.
    ctx.pass(ctx.child(port, "parameters"));
  }
  const tags = ctx.children(vlan, "tag");
  const isTrunk = ctx.attribute(vlan, "trunk") === "yes" || tags.length > 1;
  const texts = tags.map((tag) => {
    const isNative = ctx.attribute(tag, "nativeMode") === "untagged";
    return `${ctx.attribute(tag, "id") ?? ""}${isNative ? "p" : ""}`;
  });
  if (isTrunk) put(ctx, [...place, "vlans"], texts.join("/"), vlan);
  else if (texts.length === 1) put(ctx, [...place, "vlan"], numberOf(texts[0]), vlan);
}

/** On Xen these are what the host's scripts let through. */
function readAddresses(ctx: ImportContext, device: XmlElement, place: Place): void {
  for (const [index, ip] of ctx.children(device, "ip").entries()) {
    if (ctx.hypervisor !== "xen") {
      ignore(ctx, ip, "An address of the interface");
      continue;
    }
    ctx.attribute(ip, "family");
    put(ctx, [...place, "allowed_addresses", index], ctx.attribute(ip, "address"), ip);
  }
}
