/** `vif`: how the guest is connected. */

import { vifColoNames } from "../../spawn/xen/vif-colo.ts";
import type { RecordShape } from "../../vm/shape/shape.ts";
import { shapeAt } from "../draft.ts";
import type { CfgSetting, CfgText, Piece } from "./cfg-value.ts";
import type { XlImport } from "./context.ts";
import { convert, refuse, textsOf } from "./convert.ts";
import {
  type DeviceOption,
  type OptionFields,
  putField,
  refuseOption,
  splitOptions,
} from "./options.ts";

const shape = shapeAt(["network", "interfaces", "*"]) as RecordShape;
const rateShape = shapeAt(["network", "interfaces", "*", "rate"]) as RecordShape;

/** Options whose values are the model's. */
const fields: OptionFields = {
  mac: "mac",
  bridge: "bridge",
  script: "script",
  backend: "backend",
  vifname: "target",
  gatewaydev: "gateway_device",
  netdev: "gateway_device",
  devid: "devid",
  mtu: "mtu",
};

const otherOptions = ["type", "model", "ip", "rate", "vlan", "accel", "forwarddev"];
const words = ["trusted", "untrusted"];
const colo = vifColoNames.map((name) => `colo_${name}`);
const known = [...Object.keys(fields), ...otherOptions, ...words, ...colo];

/** The guest names its interfaces in the order in which it finds them. */
export function readVifs(ctx: XlImport, { key, value }: CfgSetting): void {
  for (const [index, text] of textsOf(ctx, value, key).entries()) {
    ctx.draft.put(["network", "interfaces", `eth${index}`], interfaceOf(ctx, text));
  }
}

function interfaceOf(ctx: XlImport, text: CfgText): Map<string, unknown> {
  const record = new Map<string, unknown>();
  const options = splitOptions(text);
  for (const option of options) readOption(ctx, option, record);
  readModel(ctx, options, record);
  return record;
}

function readOption(ctx: XlImport, option: DeviceOption, record: Map<string, unknown>): void {
  const { name, value } = option;
  if (value === undefined) {
    if (words.includes(name.text)) record.set("trusted", name.text === "trusted");
    else refuseOption(ctx, "vif", name, known);
  } else if (value.text === "" || name.text === "type" || name.text === "model") {
    // An empty value is what xl has by itself; the model is read when all options are known.
  } else if (Object.hasOwn(fields, name.text)) {
    readField(ctx, name.text, value, record);
  } else if (Object.hasOwn(special, name.text)) {
    special[name.text]?.(ctx, value, record);
  } else if (colo.includes(name.text) || name.text === "forwarddev") {
    const options = record.get("colo") ?? new Map();
    if (options instanceof Map) options.set(name.text.replace(/^colo_/, ""), value.text);
    record.set("colo", options);
  } else {
    refuseOption(ctx, "vif", name, known);
  }
}

type ReadOption = (ctx: XlImport, value: Piece, record: Map<string, unknown>) => void;

const special: Readonly<Record<string, ReadOption>> = {
  ip: readAddresses,
  vlan: readVlan,
  rate: (ctx, value, record) => {
    const rate = rateOf(ctx, value);
    if (rate !== undefined) record.set("rate", rate);
  },
  accel: (ctx, value) => {
    const reason = "no tool of Xen does anything with it";
    ctx.report("import-key-without-effect", value, { key: "accel", reason });
  },
};

function readField(ctx: XlImport, name: string, value: Piece, record: Map<string, unknown>): void {
  const field = fields[name] ?? name;
  const piece = name === "mac" ? { ...value, text: wholeMac(value.text) } : value;
  putField(ctx, record, shape, field, piece, name);
}

/** xl takes bytes of one digit. */
function wholeMac(text: string): string {
  return text
    .split(":")
    .map((byte) => byte.padStart(2, "0"))
    .join(":");
}

function readAddresses(ctx: XlImport, value: Piece, record: Map<string, unknown>): void {
  const item = shapeAt(["network", "interfaces", "*", "allowed_addresses", 0]);
  const words = value.text.split(/[ \t]+/).filter((word) => word !== "");
  const addresses = words.map((text) => convert(ctx, item, { ...value, text }, "ip"));
  if (!addresses.includes(undefined)) record.set("allowed_addresses", addresses);
}

/** One VLAN by its number, or several in the words of the host's script. */
function readVlan(ctx: XlImport, value: Piece, record: Map<string, unknown>): void {
  const field = /^[0-9]+$/.test(value.text) ? "vlan" : "vlans";
  putField(ctx, record, shape, field, value, "vlan");
}

/** Models as the model calls them; the device model has several names for the one of virtio. */
function readModel(
  ctx: XlImport,
  options: readonly DeviceOption[],
  record: Map<string, unknown>,
): void {
  const type = options.findLast(({ name }) => name.text === "type")?.value;
  const model = options.findLast(({ name }) => name.text === "model")?.value;
  if (type !== undefined && type.text !== "vif" && type.text !== "ioemu") {
    refuse(ctx, type, "type", "vif, ioemu");
  }
  if (ctx.guest !== "hvm") {
    reportUnused(ctx, "type", type?.text === "ioemu" ? type : undefined);
    reportUnused(ctx, "model", model);
  } else if (type?.text === "vif") {
    record.set("model", "netfront");
  } else if (model !== undefined && model.text !== "") {
    const text = model.text.replace(/^virtio-net(-pci)?$/, "virtio");
    putField(ctx, record, shape, "model", { ...model, text }, "model");
  } else if (type?.text === "ioemu") {
    record.set("model", "rtl8139");
  }
}

function reportUnused(ctx: XlImport, key: string, piece: Piece | undefined): void {
  if (piece === undefined) return;
  const reason = `a ${ctx.guest} guest has no emulated interfaces`;
  ctx.report("import-key-without-effect", piece, { key, reason });
}

/** Bits in the units of `rate`. */
const unitBits: Readonly<Record<string, number>> = { G: 1e9, M: 1e6, K: 1000, "": 1 };
const intervalUnits: Readonly<Record<string, number>> = { us: 1, u: 1, ms: 1000, m: 1000 };

/** `10Mb/s@50ms`; b are bits and B bytes. */
function rateOf(ctx: XlImport, value: Piece): ReadonlyMap<string, unknown> | undefined {
  const [, number = "", unit = "", kind = "", interval, intervalUnit = "s"] =
    /^([0-9]+)([GMK]?)([bB])\/s(?:@([0-9]+)([mu]?s?))?$/.exec(value.text) ?? [];
  const wanted = "a rate such as 10Mb/s or 1MB/s@20ms";
  if (number === "") return refuse(ctx, value, "rate", wanted);
  const kilobits = (Number(number) * (unitBits[unit] ?? 1) * (kind === "B" ? 8 : 1)) / 1000;
  if (!Number.isInteger(kilobits)) {
    return refuse(ctx, value, "rate", `${wanted}: a whole number of kbit/s`);
  }
  const rate = new Map<string, unknown>();
  const amounts: [string, number][] = [["average", kilobits]];
  if (interval !== undefined) {
    amounts.push(["interval", Number(interval) * (intervalUnits[intervalUnit] ?? 1_000_000)]);
  }
  for (const [field, amount] of amounts) {
    putField(ctx, rate, rateShape, field, { ...value, text: String(amount) }, "rate");
    if (!rate.has(field)) return undefined;
  }
  return rate;
}
