/** Serial ports, consoles, and channels to the host. */

import { portTypes } from "../../spawn/libvirt/character-devices.ts";
import type { Place } from "../../vm/model/model.ts";
import type { XmlElement } from "../../vm/shape/read-xml.ts";
import { type ImportContext, ignore, keyOf, put } from "./import-context.ts";

export function readSerialPorts(ctx: ImportContext, devices: XmlElement): void {
  let index = 0;
  for (const port of ctx.children(devices, "serial")) {
    const place = ["hardware", "devices", "serial", index];
    if (readPort(ctx, port, place)) index++;
  }
}

/** Whether the port is one that the model has. */
function readPort(ctx: ImportContext, port: XmlElement, place: Place): boolean {
  const word = ctx.attribute(port, "type");
  const source = ctx.child(port, "source");
  const protocol = ctx.attribute(ctx.child(port, "protocol"), "type");
  const type = word === "tcp" && protocol === "telnet" ? "telnet" : keyOf(portTypes, word);
  const isServer = ctx.attribute(source, "mode") === "bind";
  if (
    type === undefined ||
    isServer ||
    (protocol !== undefined && !/^(raw|telnet)$/.test(protocol))
  ) {
    ignore(ctx, port, `The serial port (${word ?? "of no type"}${isServer ? ", a server" : ""})`);
    return false;
  }
  ctx.pass(ctx.child(port, "target"));
  put(ctx, [...place, "type"], type, port);
  const path = ctx.attribute(source, "path");
  // A pseudo-terminal has a path while it runs.
  if (type !== "pty") put(ctx, [...place, "path"], path, source);
  const host = ctx.attribute(source, "host");
  const service = ctx.attribute(source, "service");
  if (host !== undefined && service !== undefined) {
    const name = host.includes(":") ? `[${host}]` : host;
    put(ctx, [...place, "address"], `${name}:${service}`, source);
  }
  return true;
}

/** libvirt writes the first serial port, and the console of a Xen guest, once more. */
export function readConsoles(ctx: ImportContext, devices: XmlElement): void {
  const hasSerial = devices.children.some(({ name }) => name === "serial");
  for (const console of ctx.children(devices, "console")) {
    const target = ctx.attribute(ctx.child(console, "target"), "type") ?? "serial";
    const type = ctx.attribute(console, "type");
    if (target === "xen" || (target === "serial" && hasSerial)) ctx.pass(console);
    else if (target === "serial" && type === "pty" && ctx.guest === "hvm") {
      put(ctx, ["hardware", "devices", "serial", 0, "type"], "pty", console);
      ctx.pass(console);
    } else ignore(ctx, console, `The console (${target})`);
  }
}

/** Paths that libvirt makes up. */
const ownPath = /^\/(var\/lib|run|var\/run)\/libvirt\//;

export function readChannels(ctx: ImportContext, devices: XmlElement): void {
  for (const channel of ctx.children(devices, "channel")) {
    const type = ctx.attribute(channel, "type") ?? "";
    const target = ctx.child(channel, "target");
    const name = ctx.attribute(target, "name") ?? "";
    const kind = ctx.attribute(target, "type") ?? "";
    ctx.attribute(target, "state");
    if (type === "spicevmc" && name === "com.redhat.spice.0") {
      put(ctx, ["hardware", "devices", "graphics", "spice", "vdagent"], true, channel);
    } else if (/^(pty|unix)$/.test(type) && /^(virtio|xen)$/.test(kind)) {
      readChannel(ctx, channel, type, ["hardware", "devices", "channels", name]);
    } else ignore(ctx, channel, `The channel '${name}' (${type})`);
  }
}

function readChannel(ctx: ImportContext, channel: XmlElement, type: string, place: Place): void {
  const source = ctx.child(channel, "source");
  put(ctx, [...place, "connection"], type === "pty" ? "pty" : "socket", channel);
  ctx.attribute(source, "mode");
  const path = ctx.attribute(source, "path");
  if (type === "unix" && path !== undefined && !ownPath.test(path)) {
    put(ctx, [...place, "path"], path, source);
  }
}
