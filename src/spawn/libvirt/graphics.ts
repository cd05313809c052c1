/** Graphical consoles and the graphics card. */

import type { Sdl, Spice, Vnc } from "../../vm/model/graphics.ts";
import type { Place } from "../../vm/model/model.ts";
import { secretProblem } from "../secret-problem.ts";
import { isXen, type LibvirtContext, refuse, yesNo } from "./context.ts";
import { type Children, element, type XmlNode } from "./xml-node.ts";

export function graphics(ctx: LibvirtContext): readonly XmlNode[] {
  const { vnc, sdl, spice } = ctx.vm.hardware.devices.graphics ?? {};
  const given = [
    vnc === undefined ? undefined : vncNode(ctx, vnc),
    sdl === undefined ? undefined : sdlNode(ctx, sdl),
    spice === undefined ? undefined : spiceNode(ctx, spice),
  ].filter((node) => node !== undefined);
  if (isXen(ctx) && ctx.guest === "hvm" && given.length > 1) {
    refuse(ctx, graphicsPlace, "an emulated PC has one graphical console");
  }
  return given;
}

const graphicsPlace: Place = ["hardware", "devices", "graphics"];

function listen(address: string | undefined): XmlNode {
  return element("listen", { type: "address", address });
}

function vncNode(ctx: LibvirtContext, vnc: Vnc): XmlNode {
  const place = [...graphicsPlace, "vnc"];
  return element(
    "graphics",
    {
      type: "vnc",
      port: vnc.autoport ? -1 : 5900 + (vnc.display ?? 0),
      autoport: yesNo(vnc.autoport),
      keymap: vnc.keymap,
      passwd: password(ctx, [...place, "password"], vnc.password),
    },
    listen(vnc.listen),
  );
}

function sdlNode(ctx: LibvirtContext, { display, xauthority, opengl }: Sdl): XmlNode {
  const gl = opengl === undefined || isXen(ctx) ? undefined : { enable: yesNo(opengl) };
  return element(
    "graphics",
    { type: "sdl", display, xauth: xauthority },
    gl === undefined ? undefined : element("gl", gl),
  );
}

function spiceNode(ctx: LibvirtContext, spice: Spice): XmlNode {
  const isAutomatic = spice.port === undefined && spice.tls_port === undefined;
  const place = [...graphicsPlace, "spice"];
  if (spice.disable_ticketing === true && spice.password !== undefined) {
    refuse(ctx, [...place, "disable_ticketing"], "a console with a password always asks for it");
  }
  if (spice.disable_ticketing === false && spice.password === undefined) {
    refuse(ctx, [...place, "disable_ticketing"], "a console without a password lets anybody in");
  }
  return element(
    "graphics",
    {
      type: "spice",
      port: spice.port,
      tlsPort: spice.tls_port,
      autoport: yesNo(isAutomatic),
      passwd: password(ctx, [...place, "password"], spice.password),
    },
    listen(spice.listen),
    ...spiceOptions(ctx, spice, place),
  );
}

function spiceOptions(ctx: LibvirtContext, spice: Spice, place: Place): Children {
  const copypaste = spice.clipboard_sharing ?? (isXen(ctx) ? spice.vdagent : undefined);
  if (isXen(ctx) && (spice.vdagent ?? copypaste) !== copypaste) {
    refuse(
      ctx,
      [...place, "vdagent"],
      "the agent is there if, and only if, the clipboard is shared",
    );
  }
  const { image_compression, streaming_video, agent_mouse } = spice;
  return [
    image_compression === undefined || isXen(ctx)
      ? undefined
      : element("image", { compression: image_compression }),
    streaming_video === undefined || isXen(ctx)
      ? undefined
      : element("streaming", { mode: streaming_video }),
    copypaste === undefined ? undefined : element("clipboard", { copypaste: yesNo(copypaste) }),
    agent_mouse === undefined
      ? undefined
      : element("mouse", { mode: agent_mouse ? "client" : "server" }),
  ];
}

/** The agent's channel, and the devices that a client may lend. */
export function spiceDevices(ctx: LibvirtContext): readonly XmlNode[] {
  const spice = ctx.vm.hardware.devices.graphics?.spice;
  if (spice === undefined || isXen(ctx)) return [];
  const agent = element(
    "channel",
    { type: "spicevmc" },
    element("target", { type: "virtio", name: "com.redhat.spice.0" }),
  );
  const lent = Array.from({ length: spice.usb_redirection ?? 0 }, () =>
    element("redirdev", { bus: "usb", type: "spicevmc" }),
  );
  return [...(spice.vdagent === true ? [agent] : []), ...lent];
}

/** The password that a reference stands for. */
function password(
  ctx: LibvirtContext,
  place: Place,
  reference: string | undefined,
): string | undefined {
  if (reference === undefined) return undefined;
  const secret = ctx.readSecret(reference);
  if (secret === undefined) {
    ctx.report("secret-unavailable", place, { reference, problem: secretProblem(reference) });
  } else if (!/^[^\p{Cc}\p{Cs}\u{fffe}\u{ffff}]*$/u.test(secret)) {
    refuse(ctx, place, "the password has characters that XML cannot hold");
  }
  return secret;
}

/** Whether the domain holds a password. */
export function hasPassword({ vm }: LibvirtContext): boolean {
  const { vnc, spice } = vm.hardware.devices.graphics ?? {};
  return vnc?.password !== undefined || spice?.password !== undefined;
}

const cards = { stdvga: "vga", cirrus: "cirrus", qxl: "qxl", virtio: "virtio" } as const;

/** What Xen's driver wants each card to have at least, in MiB. */
const leastMemory = { stdvga: 16, cirrus: 8, qxl: 128, virtio: 0 } as const;

export function video(ctx: LibvirtContext): XmlNode | undefined {
  const card = ctx.vm.hardware.devices.video;
  if (card === undefined || (card.model === undefined && card.ram === undefined)) return undefined;
  const place = ["hardware", "devices", "video"];
  const model = card.model ?? (isXen(ctx) ? "cirrus" : "stdvga");
  if (model === "none") return noVideo(ctx, place);
  if (isXen(ctx) && model === "virtio") {
    refuse(ctx, [...place, "model"], "the cards are stdvga, cirrus and qxl");
  }
  if (isXen(ctx) && card.ram !== undefined && card.ram < leastMemory[model]) {
    refuse(ctx, [...place, "ram"], `the card ${model} has ${leastMemory[model]} MiB at least`);
  }
  const kibibytes = card.ram === undefined ? undefined : card.ram * 1024;
  return element("video", {}, element("model", { type: cards[model], vram: kibibytes }));
}

/** Xen's driver has no card where there is no console, and gives one where there is. */
function noVideo(ctx: LibvirtContext, place: Place): XmlNode | undefined {
  if (!isXen(ctx)) return element("video", {}, element("model", { type: "none" }));
  if (ctx.vm.hardware.devices.graphics === undefined) return undefined;
  return refuse(ctx, [...place, "model"], "a machine with a graphical console has a card");
}
