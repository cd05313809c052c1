/** Processors: pinning, NUMA, CPUID, enlightenments, and the real-time scheduler. */

import type { RecordShape } from "../../vm/shape/shape.ts";
import { shapeAt } from "../draft.ts";
import { type CfgItem, type CfgSetting, type CfgText, pieceOf } from "./cfg-value.ts";
import { keyPlace, type XlImport } from "./context.ts";
import { convert, integerOf, listOf, refuse, textOf, textsOf } from "./convert.ts";
import { optionIn, putField, refuseOption } from "./options.ts";
import { noteOldKey, type Reader, type Readers, readNumbered, readPlain } from "./reader.ts";

export const processorReaders: Readers = {
  cpus: readAffinity("hard_affinity"),
  cpus_soft: readAffinity("soft_affinity"),
  vnuma: readNuma,
  cpuid: readCpuid,
  viridian: readViridian,
  altp2m: readNumbered(["system", "xen", "altp2m"], ["disabled", "mixed", "external", "limited"]),
  altp2mhvm: readOldAltp2m,
  period: readRealtime,
  extratime: readRealtime,
};

function readAffinity(field: string): Reader {
  return (ctx, { key, value }) => {
    const place = ["system", "scheduling", field];
    if (value.kind === "text") {
      const set = cpuSet(ctx, value, key);
      if (set !== undefined) ctx.draft.put([...place, "all"], set);
      return;
    }
    const sets = textsOf(ctx, value, key).map((text) => cpuSet(ctx, text, key));
    if (sets.length > 0 && !sets.includes(undefined)) ctx.draft.put([...place, "each"], sets);
  };
}

/** xl reads numbers behind blanks. */
function cpuSet(ctx: XlImport, text: CfgText, key: string): unknown {
  const piece = {
    ...pieceOf(text),
    text: text.text.replace(/(^|[,:-])\s+(?=[0-9])/g, "$1").replace(/,+$/, ""),
  };
  return convert(ctx, shapeAt(["system", "scheduling", "hard_affinity", "all"]), piece, key);
}

const numaFields: ReadonlyMap<string, string> = new Map([
  ["pnode", "host_node"],
  ["size", "memory"],
  ["vcpus", "cpus"],
  ["vdistances", "distances"],
]);

function readNuma(ctx: XlImport, { key, value }: CfgSetting): void {
  const nodes = listOf(ctx, value, key)?.items.map((item) => numaNode(ctx, key, item)) ?? [];
  if (nodes.length > 0 && !nodes.includes(undefined)) {
    ctx.draft.put(["hardware", "cpu", "numa"], nodes);
  }
}

function numaNode(ctx: XlImport, key: string, item: CfgItem): unknown {
  const shape = shapeAt(["hardware", "cpu", "numa", 0]) as RecordShape;
  const node = new Map<string, unknown>();
  for (const text of textsOf(ctx, item, key)) {
    const { name, value } = optionIn(text);
    const field = numaFields.get(name.text);
    if (field === undefined || value === undefined) {
      refuseOption(ctx, key, name, [...numaFields.keys()]);
    } else if (field === "distances") {
      const numbers = value.text.split(",").map(integerOf);
      if (!numbers.includes(undefined)) node.set(field, numbers);
      else refuse(ctx, value, name.text, "distances such as 10,20");
    } else {
      putField(ctx, node, shape, field, value, name.text);
    }
  }
  const missing = [...numaFields].filter(([, field]) => !node.has(field));
  for (const [option] of missing) ctx.report("import-option-missing", item, { key, option });
  return missing.length === 0 ? node : undefined;
}

/** A text names features that differ from the host's; a list has whole leaves. */
function readCpuid(ctx: XlImport, setting: CfgSetting): void {
  const { key, value } = setting;
  if (value.kind === "list") {
    readPlain(ctx, setting, ["hardware", "cpu", "leaves"]);
    return;
  }
  const { text } = value;
  const features = new Map<string, unknown>();
  let at = 0;
  for (const [index, part] of text.split(",").entries()) {
    const piece = pieceOf(value, at, at + part.length);
    at += part.length + 1;
    if (index === 0) {
      if (part !== "host") refuse(ctx, piece, key, "host first, then changes such as ,nx=0");
      continue;
    }
    const [, name = "", bit = ""] = /^([a-z0-9][a-z0-9_.-]*)=([xks]|[0-9]+)$/.exec(part) ?? [];
    if (name === "") refuse(ctx, piece, key, "changes such as nx=0: 1, 0, x, k, s or a number");
    else features.set(name, bit);
  }
  if (features.size > 0) ctx.draft.put(["hardware", "cpu", "features"], features);
}

/** As a number it is all the defaults or nothing. */
function readViridian(ctx: XlImport, setting: CfgSetting): void {
  const place = ["system", "features", "viridian"];
  const { key, value } = setting;
  if (value.kind === "list") {
    readPlain(ctx, setting, place);
    return;
  }
  const number = integerOf(value.text);
  if (number === undefined) refuse(ctx, pieceOf(value), key, "1, 0 or a list of groups");
  else if (number !== 0) ctx.draft.put(place, ["defaults"]);
}

function readOldAltp2m(ctx: XlImport, setting: CfgSetting): void {
  if (ctx.settings.has("altp2m")) return;
  const text = textOf(ctx, setting.value, setting.key);
  if (text === undefined) return;
  const isOn = convert(ctx, { kind: "boolean" }, pieceOf(text), setting.key);
  if (isOn === undefined) return;
  noteOldKey(ctx, setting, "/system/xen/altp2m");
  ctx.draft.put(["system", "xen", "altp2m"], isOn === true ? "mixed" : "disabled");
}

/** What RTDS gives where it is told nothing, in microseconds; xl.cfg has no key for the budget. */
const defaults = { period: 10_000, budget: 4000 };

function readRealtime(ctx: XlImport, setting: CfgSetting): void {
  const { key } = setting;
  const place = ["system", "scheduling", "realtime"];
  if (ctx.draft.get(place) === undefined) {
    ctx.draft.put([...place, "period"], defaults.period);
    ctx.draft.put([...place, "budget"], defaults.budget);
    const what =
      key === "period"
        ? `The budget is taken to be ${defaults.budget} us, as RTDS has it: xl.cfg does not say it`
        : `Period and budget are taken to be ${defaults.period} and ${defaults.budget} us where they are not said`;
    ctx.report("import-value-assumed", keyPlace(setting), { what });
  }
  readPlain(ctx, setting, [...place, key]);
}
