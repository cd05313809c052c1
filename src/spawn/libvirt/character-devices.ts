/** Serial ports, the console of paravirtual guests, and channels to the host. */

import { assertNever } from "../../base/assert-never.ts";
import type { Channel, SerialPort } from "../../vm/model/devices.ts";
import type { Place } from "../../vm/model/model.ts";
import { filePath, isXen, type LibvirtContext, refuse } from "./context.ts";
import { element, type XmlNode } from "./xml-node.ts";

export function serialPorts(ctx: LibvirtContext): readonly XmlNode[] {
  if (ctx.guest !== "hvm") return [];
  return (ctx.vm.hardware.devices.serial ?? []).map((port, index) => {
    const place = ["hardware", "devices", "serial", index];
    return element(
      "serial",
      { type: portTypes[port.type] },
      ...portSource(ctx, place, port),
      element("target", { port: index }),
    );
  });
}

/** Guests that are not a PC have one console, over Xen. */
export function consoles(ctx: LibvirtContext): readonly XmlNode[] {
  if (!isXen(ctx) || ctx.guest === "hvm") return [];
  return [element("console", { type: "pty" }, element("target", { type: "xen", port: 0 }))];
}

/** libvirt's words for the other end of a port. */
export const portTypes: Readonly<Record<SerialPort["type"], string>> = {
  pty: "pty",
  null: "null",
  file: "file",
  stdio: "stdio",
  vc: "vc",
  pipe: "pipe",
  unix: "unix",
  device: "dev",
  tcp: "tcp",
  telnet: "tcp",
  udp: "udp",
};

function portSource(ctx: LibvirtContext, place: Place, port: SerialPort): readonly XmlNode[] {
  if (port.address !== undefined && !/^(tcp|telnet|udp)$/.test(port.type)) {
    refuse(ctx, [...place, "address"], `a port of type ${port.type} has none`);
  }
  switch (port.type) {
    case "pty":
    case "null":
    case "stdio":
    case "vc":
      return [];
    case "file":
    case "pipe":
    case "device":
      return [element("source", { path: portPath(ctx, place, port) })];
    case "unix":
      return [element("source", { mode: "connect", path: portPath(ctx, place, port) })];
    case "tcp":
    case "telnet":
    case "udp":
      return [
        element("source", { mode: "connect", ...portAddress(ctx, place, port) }),
        ...(port.type === "udp"
          ? []
          : [element("protocol", { type: port.type === "tcp" ? "raw" : "telnet" })]),
      ];
    default:
      return assertNever(port.type);
  }
}

function portPath(ctx: LibvirtContext, place: Place, { type, path }: SerialPort): string {
  if (path === undefined) refuse(ctx, place, `a port of type ${type} needs a path`);
  return filePath(ctx, [...place, "path"], path ?? "");
}

function portAddress(
  ctx: LibvirtContext,
  place: Place,
  { type, address }: SerialPort,
): { readonly host: string; readonly service: string } {
  const [, bracketed, plain, service] =
    /^(?:\[([^\]]+)\]|([^:]+)):([0-9]{1,5})$/.exec(address ?? "") ?? [];
  const host = bracketed ?? plain;
  if (host === undefined || service === undefined) {
    const at = address === undefined ? place : [...place, "address"];
    refuse(ctx, at, `a port of type ${type} needs an address such as 192.0.2.1:4555`);
  }
  return { host: host ?? "", service: service ?? "" };
}

export function channels(ctx: LibvirtContext): readonly XmlNode[] {
  return [...(ctx.vm.hardware.devices.channels ?? [])].map(([name, channel]) =>
    element(
      "channel",
      { type: channel.connection === "pty" ? "pty" : "unix" },
      channelSource(ctx, ["hardware", "devices", "channels", name], channel),
      element("target", { type: isXen(ctx) ? "xen" : "virtio", name }),
    ),
  );
}

/** libvirt makes the path up where there is none. */
function channelSource(
  ctx: LibvirtContext,
  place: Place,
  { connection, path }: Channel,
): XmlNode | undefined {
  if (connection === "pty") return undefined;
  return element("source", {
    mode: "bind",
    path: path === undefined ? undefined : filePath(ctx, [...place, "path"], path),
  });
}
