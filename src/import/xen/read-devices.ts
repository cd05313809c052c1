/** Devices of one specification each, and those of the host that the guest is given. */

import { lookUp } from "../../base/lookup.ts";
import type { Place } from "../../vm/model/model.ts";
import type { RecordShape } from "../../vm/shape/shape.ts";
import { shapeAt } from "../draft.ts";
import { isPanKey } from "../pan-text.ts";
import { type CfgSetting, type CfgText, type Piece, pieceOf } from "./cfg-value.ts";
import type { XlImport } from "./context.ts";
import { convert, integerOf, refuse, textOf, textsOf } from "./convert.ts";
import {
  isWhole,
  type OptionFields,
  optionIn,
  putField,
  readOptions,
  splitOptions,
} from "./options.ts";
import { type Reader, type Readers, readPlain } from "./reader.ts";

export const deviceReaders: Readers = {
  serial: readSerial,
  soundhw: readSound,
  usb: readUsb,
  usbdevice: readUsbDevices,
  usbctrl: listReader(["hardware", "devices", "usb", "controllers"], {
    type: "type",
    version: "version",
    ports: "ports",
  }),
  usbdev: readUsbHostDevices,
  pci: readPci,
  vtpm: listReader(["hardware", "devices", "tpm"], { backend: "backend", uuid: "uuid" }),
  pvcalls: listReader(["network", "pvcalls"], { backend: "backend" }),
  channel: mapReader(["hardware", "devices", "channels"], "name", {
    connection: "connection",
    path: "path",
    backend: "backend",
  }),
  p9: mapReader(["storage", "shares"], "tag", {
    path: "path",
    security_model: "security_model",
    type: "type",
    backend: "backend",
    "max-files": "max_files",
    "max-open-files": "max_open_files",
    "max-space": "max_space",
    "auto-delete": "auto_delete",
  }),
  ioports: hexReader("ioports"),
  iomem: hexReader("iomem"),
  irqs: readIrqs,
  rdm: readReservation,
  smbios: readSmbios,
  xenstore_quota: readQuotas,
  vmtrace_buf_kb: readTraceBuffer,
  arm_sci: readArmSci,
};

/** The path of a place, with `*` for what stands for a key or an index. */
function pathOf(place: Place): string {
  return `/${place.join("/")}/*`;
}

/** A list of devices that are told by options. */
export function listReader(place: Place, fields: OptionFields): Reader {
  return (ctx, { key, value }) => {
    const shape = shapeAt([...place, 0]) as RecordShape;
    const devices = textsOf(ctx, value, key).flatMap((text) => {
      const record = readOptions(ctx, key, splitOptions(text), fields, shape);
      return isWhole(ctx, key, text, record, shape, pathOf(place), fields) ? [record] : [];
    });
    if (devices.length > 0) ctx.draft.put(place, devices);
  };
}

/** Devices that are told by options, one of which is the name under which the model has them. */
function mapReader(place: Place, nameOption: string, fields: OptionFields): Reader {
  return (ctx, { key, value }) => {
    const shape = shapeAt([...place, "*"]) as RecordShape;
    for (const text of textsOf(ctx, value, key)) {
      const options = splitOptions(text);
      const name = options.findLast((option) => option.name.text === nameOption)?.value;
      const others = options.filter((option) => option.name.text !== nameOption);
      const record = readOptions(ctx, key, others, fields, shape);
      const known = { ...fields, [nameOption]: nameOption };
      if (!isWhole(ctx, key, text, record, shape, pathOf(place), known)) continue;
      const device = deviceKey(ctx, key, text, name, nameOption, place);
      if (device !== undefined) ctx.draft.put([...place, device], record);
    }
  };
}

function deviceKey(
  ctx: XlImport,
  key: string,
  text: CfgText,
  name: Piece | undefined,
  option: string,
  place: Place,
): string | undefined {
  if (name === undefined) {
    ctx.report("import-option-missing", text, { key, option });
    return undefined;
  }
  const map = shapeAt(place);
  const pattern = map.kind === "map" ? map.keys : undefined;
  const converted = convert(ctx, { kind: "text", pattern }, name, option);
  if (converted === undefined) return undefined;
  if (!isPanKey(name.text)) {
    return refuse(
      ctx,
      name,
      option,
      "a name that begins with a letter and has no other signs than . _ -",
    );
  }
  if (ctx.draft.get([...place, name.text]) === undefined) return name.text;
  ctx.report("import-device-repeated", name, { device: name.text });
  return undefined;
}

// ------------------------------------------------------------------------------------------- serial, sound, usb

function readSerial(ctx: XlImport, { key, value }: CfgSetting): void {
  const texts = value.kind === "list" ? textsOf(ctx, value, key) : [value];
  const ports = texts
    .filter(({ text }) => text !== "")
    .map((text) => serialPort(ctx, text))
    .filter((port) => port !== undefined);
  if (ports.length > 0) ctx.draft.put(["hardware", "devices", "serial"], ports);
}

const endsOfPort: Readonly<Record<string, "path" | "address">> = {
  file: "path",
  pipe: "path",
  unix: "path",
  tcp: "address",
  telnet: "address",
  udp: "address",
};

/** Ports as QEMU spells them. */
function serialPort(ctx: XlImport, text: CfgText): ReadonlyMap<string, unknown> | undefined {
  const shape = shapeAt(["hardware", "devices", "serial", 0]) as RecordShape;
  if (text.text.startsWith("/dev/")) {
    return new Map([
      ["type", "device"],
      ["path", text.text],
    ]);
  }
  if (["pty", "null", "stdio", "vc"].includes(text.text)) return new Map([["type", text.text]]);
  const colon = text.text.indexOf(":");
  const type = colon < 0 ? "" : text.text.slice(0, colon);
  const field = lookUp(endsOfPort, type);
  const inner = field === undefined ? undefined : shape.fields[field]?.shape;
  if (field === undefined || inner === undefined) {
    const wanted = "pty, null, stdio, vc, file:PATH, pipe:PATH, unix:PATH, /dev/…, tcp:HOST:PORT";
    return refuse(ctx, pieceOf(text), "serial", wanted);
  }
  const end = convert(ctx, inner, pieceOf(text, colon + 1), "serial");
  return end === undefined
    ? undefined
    : new Map([
        ["type", type],
        [field, end],
      ]);
}

function readSound(ctx: XlImport, { key, value }: CfgSetting): void {
  const text = textOf(ctx, value, key);
  if (text === undefined || text.text === "") return;
  const shape = shapeAt(["hardware", "devices", "sound", 0]);
  const cards = splitOptions(text).map(({ name }) => convert(ctx, shape, name, key));
  if (!cards.includes(undefined)) ctx.draft.put(["hardware", "devices", "sound"], cards);
}

function readUsb(ctx: XlImport, setting: CfgSetting): void {
  const place = ["hardware", "devices", "usb", "enabled"];
  if (ctx.draft.get(place) === undefined) readPlain(ctx, setting, place);
}

function readUsbDevices(ctx: XlImport, { key, value }: CfgSetting): void {
  const shape = shapeAt(["hardware", "devices", "usb", "devices", 0]);
  const texts = value.kind === "list" ? textsOf(ctx, value, key) : [value];
  const devices = texts
    .filter(({ text }) => text !== "")
    .map((text) => convert(ctx, shape, pieceOf(text), key));
  if (devices.length === 0 || devices.includes(undefined)) return;
  ctx.draft.put(["hardware", "devices", "usb", "devices"], devices);
  // Emulated devices bring the bus with them.
  ctx.draft.put(["hardware", "devices", "usb", "enabled"], true);
}

/** All are devices of the host, which is what `type=hostdev` says. */
function readUsbHostDevices(ctx: XlImport, { key, value }: CfgSetting): void {
  const place = ["hardware", "devices", "usb", "host_devices"];
  const shape = shapeAt([...place, 0]) as RecordShape;
  const fields = { hostbus: "bus", hostaddr: "address", controller: "controller", port: "port" };
  const devices = textsOf(ctx, value, key).flatMap((text) => {
    const options = splitOptions(text);
    const type = options.find(({ name }) => name.text === "type")?.value;
    if (type !== undefined && type.text !== "hostdev") refuse(ctx, type, "type", "hostdev");
    const others = options.filter(({ name }) => name.text !== "type");
    const record = readOptions(ctx, key, others, fields, shape);
    return isWhole(ctx, key, text, record, shape, pathOf(place), fields) ? [record] : [];
  });
  if (devices.length > 0) ctx.draft.put(place, devices);
}

// ------------------------------------------------------------------------------------------- pci

const pciFields: OptionFields = {
  bdf: "address",
  vslot: "slot",
  permissive: "permissive",
  msitranslate: "msitranslate",
  seize: "seize",
  power_mgmt: "power_mgmt",
  rdm_policy: "rdm_policy",
};

function readPci(ctx: XlImport, { key, value }: CfgSetting): void {
  const place = ["hardware", "devices", "pci"];
  const shape = shapeAt([...place, 0]) as RecordShape;
  const devices = textsOf(ctx, value, key).flatMap((text) => {
    const record = pciDevice(ctx, text, shape);
    return record !== undefined && isWhole(ctx, key, text, record, shape, pathOf(place), pciFields)
      ? [record]
      : [];
  });
  if (devices.length > 0) ctx.draft.put(place, devices);
}

/** The address and the slot come first, or are options. */
function pciDevice(
  ctx: XlImport,
  text: CfgText,
  shape: RecordShape,
): Map<string, unknown> | undefined {
  const options = splitOptions(text);
  const named = options.find(({ name, value }) => name.text === "name" && value !== undefined);
  if (named !== undefined) {
    const what = "PCI devices by the names of xl pci-assignable-add; give its address";
    ctx.report("import-not-expressible", named.name, { what });
    return undefined;
  }
  const [first, ...others] = options;
  const isPosition = first !== undefined && first.value === undefined;
  const record = readOptions(ctx, "pci", isPosition ? others : options, pciFields, shape);
  if (!isPosition) return record;
  const [, address = "", slot] = /^([^@]*)(?:@(.*))?$/.exec(first.name.text) ?? [];
  const parts = [
    ["address", address],
    ["slot", slot?.replace(/^0x/, "")],
  ] as const;
  for (const [field, part] of parts) {
    if (part === undefined) continue;
    putField(ctx, record, shape, field, { ...first.name, text: part }, "pci");
    if (!record.has(field)) return undefined;
  }
  return record;
}

// ------------------------------------------------------------------------------------------- what only Xen knows

/** Hexadecimal numbers, which the model writes without 0x. */
function hexReader(key: "ioports" | "iomem"): Reader {
  return (ctx, { value }) => {
    const place = ["system", "xen", key];
    const ranges = textsOf(ctx, value, key).map((text) => {
      const piece = { ...pieceOf(text), text: text.text.replace(/0x/gi, "") };
      return convert(ctx, shapeAt([...place, 0]), piece, key);
    });
    if (ranges.length > 0 && !ranges.includes(undefined)) ctx.draft.put(place, ranges);
  };
}

/** xl reads them as decimal numbers. */
function readIrqs(ctx: XlImport, { key, value }: CfgSetting): void {
  const place = ["system", "xen", "irqs"];
  const numbers = textsOf(ctx, value, key).map((text) => {
    const piece = { ...pieceOf(text), text: text.text.replace(/^0+(?=[0-9])/, "") };
    return convert(ctx, shapeAt([...place, 0]), piece, key);
  });
  if (numbers.length > 0 && !numbers.includes(undefined)) ctx.draft.put(place, numbers);
}

function readReservation(ctx: XlImport, { key, value }: CfgSetting): void {
  const text = textOf(ctx, value, key);
  if (text === undefined) return;
  const shape = shapeAt(["system", "xen", "rdm"]) as RecordShape;
  const fields = { strategy: "strategy", policy: "policy" };
  const record = readOptions(ctx, key, splitOptions(text), fields, shape);
  if (!record.has("strategy")) return;
  if (!record.has("policy")) record.set("policy", "relaxed");
  ctx.draft.put(["system", "xen", "rdm"], record);
}

/** The strings of a maker, which all have one name, are numbered. */
function readSmbios(ctx: XlImport, { key, value }: CfgSetting): void {
  const place = ["system", "xen", "smbios"];
  const map = shapeAt(place);
  const pattern = map.kind === "map" ? map.keys : undefined;
  let strings = 0;
  for (const text of textsOf(ctx, value, key)) {
    const equals = text.text.indexOf("=");
    const name = pieceOf(text, 0, Math.max(equals, 0));
    if (equals < 1) {
      refuse(ctx, pieceOf(text), key, "NAME=VALUE");
      continue;
    }
    const numbered = name.text === "oem" ? `oem${++strings}` : name.text;
    const found = convert(ctx, { kind: "text", pattern }, { ...name, text: numbered }, key);
    const said = convert(ctx, shapeAt([...place, "*"]), pieceOf(text, equals + 1), key);
    if (found !== undefined && said !== undefined) ctx.draft.put([...place, numbered], said);
  }
}

function readQuotas(ctx: XlImport, { key, value }: CfgSetting): void {
  const place = ["system", "xen", "xenstore_quota"];
  const shape = shapeAt([...place, 0]) as RecordShape;
  const quotas = textsOf(ctx, value, key).flatMap((text) => {
    const { name, value: amount } = optionIn(text);
    if (amount === undefined) {
      refuse(ctx, name, key, "NAME=VALUE");
      return [];
    }
    const quota = new Map<string, unknown>([["name", name.text]]);
    putField(ctx, quota, shape, "value", amount, name.text);
    return quota.has("value") ? [quota] : [];
  });
  if (quotas.length > 0) ctx.draft.put(place, quotas);
}

/** None at all where it is 0. */
function readTraceBuffer(ctx: XlImport, setting: CfgSetting): void {
  const isNone = setting.value.kind === "text" && integerOf(setting.value.text) === 0;
  if (!isNone) readPlain(ctx, setting, ["system", "xen", "vmtrace_buf_kb"]);
}

function readArmSci(ctx: XlImport, { key, value }: CfgSetting): void {
  const text = textOf(ctx, value, key);
  if (text === undefined) return;
  const place = ["system", "xen", "arm_sci"];
  for (const { name, value: type } of splitOptions(text)) {
    if (name.text !== "type" || type === undefined) continue;
    const converted = convert(ctx, shapeAt(place), type, key);
    if (converted !== undefined) ctx.draft.put(place, converted);
  }
}
