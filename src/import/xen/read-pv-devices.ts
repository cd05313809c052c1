/** Paravirtual displays, sound cards, keyboards and virtio devices. */

import { lookUp } from "../../base/lookup.ts";
import type { RecordShape } from "../../vm/shape/shape.ts";
import { shapeAt } from "../draft.ts";
import { isPanKey } from "../pan-text.ts";
import { type CfgItem, type CfgSetting, type CfgText, type Piece, pieceOf } from "./cfg-value.ts";
import type { XlImport } from "./context.ts";
import { convert, listOf, refuse, textsOf } from "./convert.ts";
import {
  type DeviceOption,
  isWhole,
  type OptionFields,
  readOptions,
  refuseOption,
  splitOptions,
} from "./options.ts";
import { listReader } from "./read-devices.ts";
import type { Readers } from "./reader.ts";

export const pvDeviceReaders: Readers = {
  vkb: readKeyboards,
  vdispl: readDisplays,
  virtio: readVirtio,
  vsnd: readSoundCards,
};

const keyboards = ["system", "xen", "vkb"];
const readListedKeyboards = listReader(keyboards, {
  "backend-type": "backend_type",
  "unique-id": "unique_id",
  backend: "backend",
  "feature-disable-keyboard": "disable_keyboard",
  "feature-disable-pointer": "disable_pointer",
  "feature-abs-pointer": "abs_pointer",
  "feature-raw-pointer": "raw_pointer",
  "feature-multi-touch": "multi_touch",
  "multi-touch-width": "multi_touch_width",
  "multi-touch-height": "multi_touch_height",
  "multi-touch-num-contacts": "multi_touch_num_contacts",
  width: "width",
  height: "height",
});

/** What says how it is touched also says that it can be. */
function readKeyboards(ctx: XlImport, setting: CfgSetting): void {
  readListedKeyboards(ctx, setting);
  const read = ctx.draft.get(keyboards);
  for (const keyboard of Array.isArray(read) ? read : []) {
    if (!(keyboard instanceof Map)) continue;
    const names = ["multi_touch_width", "multi_touch_height", "multi_touch_num_contacts"];
    if (names.some((name) => keyboard.has(name))) keyboard.set("multi_touch", true);
  }
}

function readDisplays(ctx: XlImport, { key, value }: CfgSetting): void {
  const place = ["system", "xen", "vdispl"];
  const shape = shapeAt([...place, 0]) as RecordShape;
  const fields = { backend: "backend", "be-alloc": "be_alloc" };
  const displays = textsOf(ctx, value, key).map((text) => {
    const options = splitOptions(text);
    const isConnectors = ({ name }: DeviceOption): boolean => name.text === "connectors";
    const record = readOptions(
      ctx,
      key,
      options.filter((option) => !isConnectors(option)),
      fields,
      shape,
    );
    const connectors = options.findLast(isConnectors)?.value;
    if (connectors === undefined) {
      ctx.report("import-option-missing", text, { key, option: "connectors" });
    } else {
      record.set("connectors", connectorsOf(ctx, connectors));
    }
    return record;
  });
  if (displays.length > 0) ctx.draft.put(place, displays);
}

/** `ID:WIDTHxHEIGHT` between semicolons. */
function connectorsOf(ctx: XlImport, piece: Piece): ReadonlyMap<string, unknown> {
  const connectors = new Map<string, unknown>();
  for (const text of piece.text.split(";").filter((part) => part !== "")) {
    const [, id = "", size = ""] =
      /^([A-Za-z0-9_.-]+):([1-9][0-9]{0,4}x[1-9][0-9]{0,4})$/.exec(text) ?? [];
    if (id === "") refuse(ctx, { ...piece, text }, "connectors", "ID:WIDTHxHEIGHT");
    else if (!isPanKey(id))
      refuse(ctx, { ...piece, text: id }, "connectors", "an identifier that begins with a letter");
    else connectors.set(id, size);
  }
  return connectors;
}

/** A type that begins with `virtio` has a comma of its own. */
function readVirtio(ctx: XlImport, { key, value }: CfgSetting): void {
  const place = ["system", "xen", "virtio"];
  const shape = shapeAt([...place, 0]) as RecordShape;
  const fields: OptionFields = {
    type: "type",
    backend: "backend",
    transport: "transport",
    grant_usage: "grant_usage",
  };
  const devices = textsOf(ctx, value, key).flatMap((text) => {
    const record = readOptions(ctx, key, virtioOptions(text), fields, shape);
    return isWhole(ctx, key, text, record, shape, `/${place.join("/")}/*`, fields) ? [record] : [];
  });
  if (devices.length > 0) ctx.draft.put(place, devices);
}

function virtioOptions(text: CfgText): readonly DeviceOption[] {
  const options: DeviceOption[] = [];
  for (const option of splitOptions(text)) {
    const last = options.at(-1);
    const isRest =
      option.value === undefined &&
      last?.name.text === "type" &&
      last.value !== undefined &&
      /^virtio[^,]*$/.test(last.value.text);
    if (isRest && last?.value !== undefined) {
      const { text: before, start } = last.value;
      const whole = { text: `${before},${option.name.text}`, start, end: option.name.end };
      options.splice(-1, 1, { name: last.name, value: whole });
    } else {
      options.push(option);
    }
  }
  return options;
}

// ------------------------------------------------------------------------------------------- sound

const soundFields: OptionFields = {
  "channels-min": "channels_min",
  "channels-max": "channels_max",
  "buffer-size": "buffer_size",
};
const cardFields: OptionFields = {
  backend: "backend",
  "short-name": "short_name",
  "long-name": "long_name",
  ...soundFields,
};
const deviceFields: OptionFields = { name: "name", ...soundFields };
const streamFields: OptionFields = { "unique-id": "unique_id", type: "type", ...soundFields };
const streamTypes: Readonly<Record<string, string>> = { p: "playback", c: "capture" };

const cards = ["system", "xen", "vsnd"];
const cardShape = shapeAt([...cards, 0]) as RecordShape;
const deviceShape = shapeAt([...cards, 0, "devices", 0]) as RecordShape;
const streamShape = shapeAt([...cards, 0, "devices", 0, "streams", 0]) as RecordShape;

function readSoundCards(ctx: XlImport, { key, value }: CfgSetting): void {
  const read = (listOf(ctx, value, key)?.items ?? []).map((item) => soundCard(ctx, key, item));
  if (read.length > 0) ctx.draft.put(cards, read);
}

/** A card is a list of texts, which begin with what they are about: the card, a device, a stream of it. */
function soundCard(ctx: XlImport, key: string, item: CfgItem): ReadonlyMap<string, unknown> {
  const card = new Map<string, unknown>();
  const devices: Map<string, unknown>[] = [];
  for (const text of textsOf(ctx, item, key)) {
    const [kind, ...options] = splitOptions(text);
    const word = kind?.value === undefined ? kind?.name.text.toLowerCase() : undefined;
    if (word === "card") {
      const said = soundRecord(ctx, key, options, cardFields, cardShape);
      for (const [field, value] of said) card.set(field, value);
    } else if (word === "pcm") {
      devices.push(soundRecord(ctx, key, options, deviceFields, deviceShape));
    } else if (word === "stream") {
      const typed = options.map(withStreamType);
      addStream(devices, soundRecord(ctx, key, typed, streamFields, streamShape));
    } else {
      refuse(ctx, kind?.name ?? pieceOf(text), key, "card, pcm or stream first");
    }
  }
  if (devices.length > 0) card.set("devices", devices);
  return card;
}

/** A stream belongs to the device before it; without one, xl makes one up. */
function addStream(devices: Map<string, unknown>[], stream: ReadonlyMap<string, unknown>): void {
  const device = devices.at(-1) ?? new Map<string, unknown>();
  if (devices.length === 0) devices.push(device);
  const streams = device.get("streams");
  device.set("streams", [...(Array.isArray(streams) ? streams : []), stream]);
}

/** xl calls the directions of a stream P and C. */
function withStreamType(option: DeviceOption): DeviceOption {
  if (option.name.text !== "type" || option.value === undefined) return option;
  const type = lookUp(streamTypes, option.value.text.toLowerCase());
  return {
    ...option,
    value: { ...option.value, text: type ?? `${option.value.text} (not P or C)` },
  };
}

function soundRecord(
  ctx: XlImport,
  key: string,
  options: readonly DeviceOption[],
  fields: OptionFields,
  shape: RecordShape,
): Map<string, unknown> {
  const isList = ({ name }: DeviceOption): boolean => /^sample-(rates|formats)$/.test(name.text);
  const known = { ...fields, "sample-rates": "sample_rates", "sample-formats": "sample_formats" };
  const record = new Map<string, unknown>();
  for (const option of options) {
    if (option.value === undefined || !Object.hasOwn(known, option.name.text)) {
      refuseOption(ctx, key, option.name, Object.keys(known));
    } else if (isList(option)) {
      readSamples(ctx, option.name.text, option.value, shape, record);
    }
  }
  const plain = options.filter(
    (option) =>
      !isList(option) && option.value !== undefined && Object.hasOwn(fields, option.name.text),
  );
  return new Map([...record, ...readOptions(ctx, key, plain, fields, shape)]);
}

/** Rates and formats between semicolons; xl calls `float_le` F32_LE. */
function readSamples(
  ctx: XlImport,
  name: string,
  value: Piece,
  shape: RecordShape,
  record: Map<string, unknown>,
): void {
  const field = name.replace("-", "_");
  const list = shape.fields[field]?.shape;
  if (list?.kind !== "list") return;
  const values = value.text
    .split(";")
    .filter((part) => part !== "")
    .map((part) => {
      const text = part.toLowerCase().replace("f64", "float64").replace("f32", "float");
      return convert(ctx, list.item, { ...value, text }, name);
    });
  if (!values.includes(undefined)) record.set(field, values);
}
