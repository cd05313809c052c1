/** What xl is told of consoles: graphical ones, the graphics card, and serial ports. */

import type { SerialPort } from "../../vm/model/devices.ts";
import type { Graphics, Sdl, Vnc } from "../../vm/model/graphics.ts";
import type { Place, VmModel } from "../../vm/model/model.ts";
import { type DeviceRow, deviceText, isCarried } from "./device-spec.ts";
import { isAtLeast } from "./release.ts";
import { optionPasswordOf, passwordOf } from "./secret.ts";
import { spiceKeys } from "./spice.ts";
import {
  computedKey,
  flag,
  plainKey,
  type Readers,
  requireRelease,
  row,
  type XenContext,
  type XlKey,
} from "./xl-table.ts";

const graphicsPlace = ["hardware", "devices", "graphics"];
const vncPlace = [...graphicsPlace, "vnc"];
const vncPasswordPlace = [...vncPlace, "password"];
const sdlPlace = [...graphicsPlace, "sdl"];
const hvm: Readers = { guests: ["hvm"] };

/** An emulated PC has its graphics card anyway; a paravirtual guest is given a frame buffer. */
export const consoleKeys: readonly XlKey[] = [
  row("vfb", vncPlace, { guests: ["pv"], otherGuests: ["hvm"] }, frameBuffers),
  row("vnc", vncPlace, hvm, vncSwitch),
  vncKey("vnclisten", "listen", ({ listen }) => listen),
  vncKey("vncdisplay", "display", ({ display }) => display),
  vncKey("vncunused", "autoport", ({ autoport }) => Number(autoport)),
  vncKey("vncpasswd", "password", ({ password }, ctx) =>
    passwordOf(ctx, password, vncPasswordPlace),
  ),
  vncKey("keymap", "keymap", ({ keymap }) => keymap),
  sdlKey("sdl", [], {}, () => 1),
  sdlKey("opengl", ["opengl"], {}, ({ opengl }) => flag(opengl)),
  sdlKey("display", ["display"], { since: 5 }, ({ display }) => display),
  sdlKey("xauthority", ["xauthority"], { since: 5 }, ({ xauthority }) => xauthority),
  ...spiceKeys,
  computedKey("vga", "/hardware/devices/video/model", { ...hvm, since: 3 }, videoCard),
  computedKey("stdvga", "/hardware/devices/video/model", { ...hvm, until: 2 }, standardCard),
  plainKey("videoram", "/hardware/devices/video/ram", hvm),
  computedKey("gfx_passthru", "/hardware/devices/video/passthrough", hvm, lentCard),
  computedKey("serial", "/hardware/devices/serial", hvm, serialPorts),
];

const frameBufferOptions: readonly DeviceRow<Graphics>[] = [
  row("vnc", ["vnc"], {}, ({ vnc }) => Number(vnc !== undefined)),
  row("vnclisten", ["vnc", "listen"], {}, ({ vnc }) => vnc?.listen),
  row("vncdisplay", ["vnc", "display"], {}, ({ vnc }) => vnc?.display),
  row("vncunused", ["vnc", "autoport"], {}, ({ vnc }) => flag(vnc?.autoport)),
  row("vncpasswd", ["vnc", "password"], {}, ({ vnc }, ctx) =>
    optionPasswordOf(ctx, vnc?.password, vncPasswordPlace),
  ),
  row("keymap", ["vnc", "keymap"], {}, ({ vnc }) => vnc?.keymap),
  row("sdl", ["sdl"], {}, ({ sdl }) => (sdl === undefined ? undefined : 1)),
  row("opengl", ["sdl", "opengl"], {}, ({ sdl }) => flag(sdl?.opengl)),
  row("display", ["sdl", "display"], {}, ({ sdl }) => sdl?.display),
  row("xauthority", ["sdl", "xauthority"], {}, ({ sdl }) => sdl?.xauthority),
];

function graphicsOf({ hardware }: VmModel): Graphics | undefined {
  return hardware.devices.graphics;
}

function frameBuffers(vm: VmModel, ctx: XenContext): readonly string[] | undefined {
  const graphics = graphicsOf(vm);
  if (vm.system.type === "hvm" || graphics === undefined) return undefined;
  const wanted = graphics.vnc ?? (vm.system.type === "pv" ? graphics.sdl : undefined);
  if (wanted === undefined) return undefined;
  return [deviceText(ctx, frameBufferOptions, graphics, graphicsPlace)];
}

/** xl gives an emulated PC a VNC server unless it is told not to. */
function vncSwitch(vm: VmModel): number | undefined {
  if (vm.system.type !== "hvm") return undefined;
  return graphicsOf(vm)?.vnc === undefined ? 0 : 1;
}

function vncKey(
  name: string,
  field: keyof Vnc,
  value: (vnc: Vnc, ctx: XenContext) => string | number | undefined,
): XlKey {
  return row(name, [...vncPlace, field], hvm, (vm, ctx) => {
    const vnc = graphicsOf(vm)?.vnc;
    return vnc === undefined || vm.system.type !== "hvm" ? undefined : value(vnc, ctx);
  });
}

/** On a paravirtual guest the frame buffer has what these say. */
function sdlKey(
  name: string,
  field: Place,
  readers: Readers,
  value: (sdl: Sdl) => string | number | undefined,
): XlKey {
  return row(name, [...sdlPlace, ...field], { ...readers, guests: ["hvm"] }, (vm) => {
    const sdl = graphicsOf(vm)?.sdl;
    return sdl === undefined || vm.system.type === "pv" ? undefined : value(sdl);
  });
}

function videoCard({ hardware }: VmModel, ctx: XenContext): string | undefined {
  const model = hardware.devices.video?.model;
  const place = ["hardware", "devices", "video", "model"];
  if (model === "virtio") {
    ctx.report("xen-cannot-express", place, {
      what: "a graphics card of model virtio; it knows none, stdvga, cirrus and qxl",
    });
    return undefined;
  }
  if (!isAtLeast(ctx.release, 3)) {
    return model === "stdvga" || model === "cirrus" ? undefined : model;
  }
  if (model === "none") requireRelease(ctx, "vga=none", 5, place);
  if (model === "qxl") requireRelease(ctx, "vga=qxl", 6, place);
  return model;
}

/** The first release has no name for cards, and a choice of two. */
function standardCard({ hardware }: VmModel, { release }: XenContext): number | undefined {
  const model = hardware.devices.video?.model;
  if (isAtLeast(release, 3) || (model !== "stdvga" && model !== "cirrus")) return undefined;
  return Number(model === "stdvga");
}

function lentCard({ hardware }: VmModel, ctx: XenContext): string | number | undefined {
  const kind = hardware.devices.video?.passthrough;
  if (kind === undefined || kind === "default") return kind === undefined ? undefined : 1;
  requireRelease(ctx, `gfx_passthru=${kind}`, 7, ["hardware", "devices", "video", "passthrough"]);
  return kind;
}

/** One port is a text, as the first releases know no list; several are a list. */
function serialPorts(
  { hardware }: VmModel,
  ctx: XenContext,
): string | readonly string[] | undefined {
  const ports = hardware.devices.serial;
  if (ports === undefined || ports.length === 0) return undefined;
  const texts = ports.map((port, index) => {
    const place = ["hardware", "devices", "serial", index];
    // The device model takes the name of a socket apart at commas.
    if (port.type === "unix") isCarried(ctx, { value: port.path, at: [...place, "path"] });
    return serialPort(port);
  });
  if (texts.length === 1) return texts[0];
  requireRelease(ctx, "serial=[…]", 5, ["hardware", "devices", "serial", 1]);
  return texts;
}

/** A port as the device model spells it. */
function serialPort({ type, path, address }: SerialPort): string {
  if (type === "device") return path ?? type;
  const end = path ?? address;
  return end === undefined ? type : `${type}:${end}`;
}
