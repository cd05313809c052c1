/** Graphical consoles and the graphics card. */

import { lookUp } from "../../base/lookup.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Place } from "../../vm/model/model.ts";
import type { XmlElement } from "../../vm/shape/read-xml.ts";
import {
  type ImportContext,
  ignore,
  numberOf,
  put,
  reportValue,
  switchOf,
} from "./import-context.ts";

const graphicsPlace: Place = ["hardware", "devices", "graphics"];

export function readGraphics(ctx: ImportContext, devices: XmlElement): void {
  for (const console of ctx.children(devices, "graphics")) {
    const type = ctx.attribute(console, "type") ?? "";
    const place = [...graphicsPlace, type];
    ctx.pass(ctx.child(console, "audio"));
    if (type === "vnc" && !ctx.recorder.has(place)) readVnc(ctx, console, place);
    else if (type === "spice" && !isSecondSpice(devices, console)) readSpice(ctx, console, place);
    else if (type === "sdl" && !ctx.recorder.has(place)) readSdl(ctx, console, place);
    else ignore(ctx, console, `The graphical console (${type})`);
  }
  readLentDevices(ctx, devices);
}

/** The agent's channel may have been seen before, so what is recorded does not tell. */
function isSecondSpice(devices: XmlElement, console: XmlElement): boolean {
  const all = devices.children.filter(
    ({ name, attributes }) => name === "graphics" && attributes.get("type") === "spice",
  );
  return all[0] !== console;
}

/** Where a console listens; libvirt's usual address is this host's own. */
function readListen(ctx: ImportContext, console: XmlElement, place: Place): void {
  const attribute = ctx.attribute(console, "listen");
  const [listen, ...others] = ctx.children(console, "listen");
  const type = ctx.attribute(listen, "type") ?? "address";
  for (const other of others) ignore(ctx, other, "Another address of the console");
  if (type !== "address") {
    reportValue(ctx, listen ?? console, "<listen>", type, "is not an address");
    ctx.pass(listen);
  }
  const usual = place.at(-1) === "vnc" ? "127.0.0.1" : undefined;
  const address = ctx.attribute(listen, "address") ?? attribute ?? usual;
  put(ctx, [...place, "listen"], address, listen ?? console);
}

function readVnc(ctx: ImportContext, console: XmlElement, place: Place): void {
  readListen(ctx, console, place);
  const port = numberOf(ctx.attribute(console, "port")) ?? -1;
  const autoport = switchOf(ctx.attribute(console, "autoport")) ?? port === -1;
  put(ctx, [...place, "autoport"], autoport, console);
  if (!autoport && port >= 0) put(ctx, [...place, "display"], port - 5900, console);
  put(ctx, [...place, "keymap"], ctx.attribute(console, "keymap"), console);
  readPassword(ctx, console, place, "VNC");
}

function readSpice(ctx: ImportContext, console: XmlElement, place: Place): void {
  readListen(ctx, console, place);
  const ports = { port: "port", tlsPort: "tls_port" };
  const autoport = switchOf(ctx.attribute(console, "autoport")) ?? false;
  for (const [attribute, field] of Object.entries(ports)) {
    const port = numberOf(ctx.attribute(console, attribute));
    if (!autoport && port !== undefined && port > 0) put(ctx, [...place, field], port, console);
  }
  readPassword(ctx, console, place, "SPICE");
  const image = ctx.child(console, "image");
  put(ctx, [...place, "image_compression"], ctx.attribute(image, "compression"), image);
  const streaming = ctx.child(console, "streaming");
  put(ctx, [...place, "streaming_video"], ctx.attribute(streaming, "mode"), streaming);
  const clipboard = ctx.child(console, "clipboard");
  const copypaste = switchOf(ctx.attribute(clipboard, "copypaste"));
  put(ctx, [...place, "clipboard_sharing"], copypaste, clipboard);
  if (ctx.hypervisor === "xen") put(ctx, [...place, "vdagent"], copypaste, clipboard);
  const mouse = ctx.child(console, "mouse");
  const mode = ctx.attribute(mouse, "mode");
  if (mode !== undefined) put(ctx, [...place, "agent_mouse"], mode === "client", mouse);
}

function readSdl(ctx: ImportContext, console: XmlElement, place: Place): void {
  ctx.recorder.touch(place);
  put(ctx, [...place, "display"], ctx.attribute(console, "display"), console);
  put(ctx, [...place, "xauthority"], ctx.attribute(console, "xauth"), console);
  const gl = ctx.child(console, "gl");
  put(ctx, [...place, "opengl"], switchOf(ctx.attribute(gl, "enable")), gl);
}

/** A password is never written down. */
function readPassword(
  ctx: ImportContext,
  element: XmlElement,
  place: Place,
  console: "VNC" | "SPICE",
): void {
  if (ctx.attribute(element, "passwd") === undefined) return;
  const reference = `env:VMCS_${console}_PASSWORD`;
  put(ctx, [...place, "password"], reference, element);
  const args = { console, reference };
  ctx.diagnostics.push(diagnostic("libvirt-import-password", ctx.span(element), args));
}

/** Devices that a client of SPICE may lend. */
function readLentDevices(ctx: ImportContext, devices: XmlElement): void {
  const place = [...graphicsPlace, "spice"];
  const lent = ctx
    .children(devices, "redirdev")
    .filter((device) => ctx.attribute(device, "type") === "spicevmc");
  for (const device of lent) ctx.attribute(device, "bus");
  const [first] = lent;
  if (first === undefined) return;
  put(ctx, [...place, "usb_redirection"], Math.min(4, lent.length), first);
}

const models: Readonly<Record<string, string>> = { vga: "stdvga" };

export function readVideo(ctx: ImportContext, devices: XmlElement): void {
  const [video, ...others] = ctx.children(devices, "video");
  for (const other of others) ignore(ctx, other, "The second graphics card");
  const model = ctx.child(video, "model");
  const type = ctx.attribute(model, "type");
  if (model === undefined || type === undefined) return;
  const place = ["hardware", "devices", "video"];
  put(ctx, [...place, "model"], lookUp(models, type) ?? type, model);
  const isKnown = ctx.recorder.has([...place, "model"]);
  const memory = numberOf(ctx.attribute(model, "vram"));
  // The rest is what libvirt makes of the model.
  for (const name of ["ram", "vgamem", "vram64", "heads", "primary"]) ctx.attribute(model, name);
  if (!isKnown || memory === undefined || memory === 0) return;
  put(ctx, [...place, "ram"], Math.ceil(memory / 1024), model);
}
