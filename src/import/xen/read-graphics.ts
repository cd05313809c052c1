/** Graphical consoles and graphics cards, by keys of their own and in `vfb`. */

import type { RecordShape } from "../../vm/shape/shape.ts";
import { shapeAt } from "../draft.ts";
import { type CfgSetting, type Piece, pieceOf } from "./cfg-value.ts";
import { keyPlace, type PlaceInFile, type XlImport } from "./context.ts";
import { convert, integerOf, listOf, textOf, textsOf } from "./convert.ts";
import { type OptionFields, putField, refuseOption, splitOptions } from "./options.ts";
import { noteOldKey, type Readers, readPlain } from "./reader.ts";

/** Options of a console by name, with the places of their names. */
type Given = ReadonlyMap<string, { readonly name: PlaceInFile; readonly value: Piece }>;

const graphics = ["hardware", "devices", "graphics"];

const vncFields: OptionFields = {
  vnclisten: "listen",
  vncdisplay: "display",
  vncunused: "autoport",
  keymap: "keymap",
};
const sdlFields: OptionFields = { opengl: "opengl", display: "display", xauthority: "xauthority" };
const spiceFields: OptionFields = {
  spicehost: "listen",
  spiceport: "port",
  spicetls_port: "tls_port",
  spicedisable_ticketing: "disable_ticketing",
  spiceagent_mouse: "agent_mouse",
  spicevdagent: "vdagent",
  spice_clipboard_sharing: "clipboard_sharing",
  spiceusbredirection: "usb_redirection",
  spice_image_compression: "image_compression",
  spice_streaming_video: "streaming_video",
};

const ownKeys = [
  ...["vnc", "vncpasswd", ...Object.keys(vncFields)],
  ...["sdl", ...Object.keys(sdlFields)],
  ...["spice", "spicepasswd", ...Object.keys(spiceFields)],
];

/** Read together by `readConsoles`. */
const consoleReaders: Readers = Object.fromEntries(ownKeys.map((key) => [key, () => undefined]));

export const graphicsReaders: Readers = {
  ...consoleReaders,
  vfb: readFrameBuffers,
  vga: (ctx, setting) => readPlain(ctx, setting, ["hardware", "devices", "video", "model"]),
  stdvga: readStandardCard,
  gfx_passthru: readLentCard,
};

/** What the keys for consoles say together. */
export function readConsoles(ctx: XlImport): void {
  const given = new Map<string, { readonly name: PlaceInFile; readonly value: Piece }>();
  for (const key of ownKeys) {
    const setting = ctx.settings.get(key);
    const text = setting === undefined ? undefined : textOf(ctx, setting.value, key);
    if (setting !== undefined && text !== undefined) {
      given.set(key, { name: keyPlace(setting), value: pieceOf(text) });
    }
  }
  const isFrameBuffer = ctx.settings.has("vfb");
  const isOn = ctx.guest === "hvm" || (ctx.guest === "pv" && !isFrameBuffer && isSet(given, "vnc"));
  if (!isOn) return refuseUnused(ctx, given, isFrameBuffer);
  readVnc(ctx, given, ctx.guest === "hvm" || isSet(given, "vnc"));
  if (ctx.guest === "hvm") readSpice(ctx, given);
}

function refuseUnused(ctx: XlImport, given: Given, isFrameBuffer: boolean): void {
  for (const [key, { name, value }] of given) {
    // To switch something off that is not there says nothing.
    if (integerOf(value.text) === 0 || (value.text === "" && key.endsWith("passwd"))) continue;
    const guest = ctx.guest === "pvh" ? "a pvh guest has no graphics" : "vnc is not switched on";
    const reason = isFrameBuffer ? "vfb says it for the frame buffer" : guest;
    ctx.report("import-key-without-effect", name, { key, reason });
  }
}

/** VNC and SDL are on or off together with what they say; an emulated PC has VNC unless told otherwise. */
function readVnc(ctx: XlImport, given: Given, byDefault: boolean): void {
  const isVnc = given.has("vnc") ? isSet(given, "vnc") : byDefault;
  if (isVnc) {
    const vnc = fieldsOf(ctx, splitListen(given), vncFields, "vnc");
    putPassword(ctx, given.get("vncpasswd"), "vncpasswd", "VMCS_VNC_PASSWORD", vnc);
    put(ctx, "vnc", vnc);
  } else {
    unused(ctx, given, [...Object.keys(vncFields), "vncpasswd"], "VNC is switched off");
  }
  if (isSet(given, "sdl")) put(ctx, "sdl", fieldsOf(ctx, given, sdlFields, "sdl"));
  else unused(ctx, given, Object.keys(sdlFields), "SDL is not switched on");
}

function readSpice(ctx: XlImport, given: Given): void {
  if (!isSet(given, "spice")) {
    unused(ctx, given, [...Object.keys(spiceFields), "spicepasswd"], "SPICE is not switched on");
    return;
  }
  const spice = fieldsOf(ctx, given, spiceFields, "spice");
  putPassword(ctx, given.get("spicepasswd"), "spicepasswd", "VMCS_SPICE_PASSWORD", spice);
  put(ctx, "spice", spice);
}

function isSet(given: Given, name: string): boolean {
  return (integerOf(given.get(name)?.value.text ?? "0") ?? 0) !== 0;
}

function unused(ctx: XlImport, given: Given, keys: readonly string[], reason: string): void {
  for (const key of keys) {
    const option = given.get(key);
    if (option === undefined || option.value.text === "") continue;
    ctx.report("import-key-without-effect", option.name, { key, reason });
  }
}

function fieldsOf(
  ctx: XlImport,
  given: Given,
  names: OptionFields,
  console: string,
): Map<string, unknown> {
  const shape = shapeAt([...graphics, console]) as RecordShape;
  const fields = new Map<string, unknown>();
  for (const [name, field] of Object.entries(names)) {
    const option = given.get(name);
    // An empty text stands for what xl has by itself.
    if (option === undefined || option.value.text === "") continue;
    putField(ctx, fields, shape, field, option.value, name);
  }
  return fields;
}

/** `vnclisten` can end in the number of the display. */
function splitListen(given: Given): Given {
  const listen = given.get("vnclisten");
  const [, address = "", display = ""] = /^([^:]*):([0-9]+)$/.exec(listen?.value.text ?? "") ?? [];
  if (listen === undefined || display === "") return given;
  const { start, end } = listen.value;
  const piece = (text: string): Piece => ({ text, start, end });
  return new Map([
    ...given,
    ["vnclisten", { name: listen.name, value: piece(address) }],
    ["vncdisplay", { name: listen.name, value: piece(display) }],
  ]);
}

/** A password becomes a reference: it is never taken over, and never shown. */
function putPassword(
  ctx: XlImport,
  option: { readonly name: PlaceInFile; readonly value: Piece } | undefined,
  key: string,
  variable: string,
  fields: Map<string, unknown>,
): void {
  if (option === undefined || option.value.text === "") return;
  const reference = `env:${variable}`;
  fields.set("password", reference);
  ctx.report("import-secret-replaced", option.name, { key, reference, variable });
}

function put(ctx: XlImport, console: string, fields: ReadonlyMap<string, unknown>): void {
  ctx.draft.put([...graphics, console], fields);
}

// -------------------------------------------------------------------------------------- frame buffers

const frameBufferOptions = [
  "vnc",
  "vncpasswd",
  "sdl",
  "type",
  ...Object.keys({ ...vncFields, ...sdlFields }),
];

/** A guest has one frame buffer at most, as the model has it. */
function readFrameBuffers(ctx: XlImport, { key, value }: CfgSetting): void {
  if (listOf(ctx, value, key) === undefined) return;
  const [first, ...others] = textsOf(ctx, value, key);
  for (const other of others) {
    ctx.report("import-not-expressible", other, { what: "a second frame buffer" });
  }
  if (first === undefined) return;
  const given = new Map<string, { readonly name: PlaceInFile; readonly value: Piece }>();
  for (const { name, value: option } of splitOptions(first)) {
    if (option === undefined || !frameBufferOptions.includes(name.text)) {
      refuseOption(ctx, key, name, frameBufferOptions);
    } else if (name.text === "type") {
      readFrameBufferType(option, name, given);
    } else {
      given.set(name.text, { name, value: option });
    }
  }
  readVnc(ctx, given, true);
}

/** xm's way to choose: `type=vnc` or `type=sdl`. */
function readFrameBufferType(
  option: Piece,
  name: PlaceInFile,
  given: Map<string, { readonly name: PlaceInFile; readonly value: Piece }>,
): void {
  const switched = { start: option.start, end: option.end };
  given.set("vnc", { name, value: { text: option.text === "sdl" ? "0" : "1", ...switched } });
  if (option.text === "sdl") given.set("sdl", { name, value: { text: "1", ...switched } });
}

// -------------------------------------------------------------------------------------- graphics cards

const videoModel = ["hardware", "devices", "video", "model"];

function readStandardCard(ctx: XlImport, setting: CfgSetting): void {
  const text = textOf(ctx, setting.value, setting.key);
  if (text === undefined || ctx.settings.has("vga")) return;
  const isStandard = convert(ctx, { kind: "boolean" }, pieceOf(text), setting.key);
  if (isStandard === undefined) return;
  noteOldKey(ctx, setting, `/${videoModel.join("/")}`);
  ctx.draft.put(videoModel, isStandard === true ? "stdvga" : "cirrus");
}

function readLentCard(ctx: XlImport, setting: CfgSetting): void {
  const place = ["hardware", "devices", "video", "passthrough"];
  const text = textOf(ctx, setting.value, setting.key);
  const number = text === undefined ? undefined : integerOf(text.text);
  if (text === undefined || number === 0) return;
  if (number === undefined) readPlain(ctx, setting, place);
  else ctx.draft.put(place, "default");
}

/** Whether a setting that only an emulated PC reads is about consoles, which are read together. */
export function isConsoleKey(key: string): boolean {
  return ownKeys.includes(key);
}
