/** From the settings of a configuration to a description (xl.cfg(5); the inverse of `src/spawn/xen`). */

import { lookUp } from "../../base/lookup.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { xlKeys } from "../../spawn/xen/spawn-xen.ts";
import type { XlKey } from "../../spawn/xen/xl-table.ts";
import { didYouMean } from "../../text/did-you-mean.ts";
import type { Place } from "../../vm/model/model.ts";
import type { GuestType } from "../../vm/model/system.ts";
import type { ImportResult } from "../description.ts";
import { Draft, shapeAt } from "../draft.ts";
import { templateNameOf } from "../pan-text.ts";
import { type CfgSetting, pieceOf } from "./cfg-value.ts";
import { keyPlace, reportInto, withoutEffect, type XlImport } from "./context.ts";
import { refuse } from "./convert.ts";
import { hideSecrets } from "./hide-secrets.ts";
import { mergeSettings } from "./merge-settings.ts";
import type { Assignment } from "./parse-cfg.ts";
import { bootReaders } from "./read-boot.ts";
import { clockReaders } from "./read-clock.ts";
import { deviceReaders } from "./read-devices.ts";
import { readDisks } from "./read-disk.ts";
import { graphicsReaders, isConsoleKey, readConsoles } from "./read-graphics.ts";
import { processorReaders } from "./read-processor.ts";
import { pvDeviceReaders } from "./read-pv-devices.ts";
import { readVifs } from "./read-vif.ts";
import { noteOldKey, type Readers, readPlain } from "./reader.ts";

export interface XenImportOptions {
  /** Path of the imported file. */
  readonly file: string;
  /** Name of the object template; made of the machine's name where it is absent. */
  readonly template?: string;
}

export interface AssignmentsOptions extends XenImportOptions {
  readonly tool: "xl" | "xm";
}

/** The description of what a file assigns; `earlier` is what is wrong with the file already. */
export function importAssignments(
  text: string,
  assignments: readonly Assignment[],
  earlier: readonly Diagnostic[],
  { file, template, tool }: AssignmentsOptions,
): ImportResult {
  const merged = mergeSettings(assignments, file);
  const diagnostics = [...earlier, ...merged.diagnostics];
  const { settings } = merged;
  const report = reportInto(file, diagnostics);
  const isArm = [...settings.keys()].some((key) => rows.get(key)?.platform === "Arm");
  const untyped: XlImport = { file, draft: new Draft(), guest: "pv", settings, report };
  const ctx: XlImport = { ...untyped, guest: guestOf(untyped, isArm) };
  ctx.draft.put(["system", "type"], ctx.guest);
  if (isArm) assumeArm(ctx);
  for (const setting of settings.values()) readSetting(ctx, setting, tool);
  readConsoles(ctx);
  const name = ctx.draft.get(["system", "name"]);
  if (!settings.has("name")) report("import-name-missing", { start: 0, end: 0 }, {});
  const inOrder = diagnostics.toSorted((a, b) => a.span.start - b.span.start);
  const sorted = hideSecrets(inOrder, text);
  if (settings.size === 0) return { vm: undefined, diagnostics: sorted };
  const fileName = file.replace(/^.*[/\\]/, "");
  const comment = [`Imported from ${fileName}, a configuration for ${tool}.`];
  const machine = typeof name === "string" ? name : fileName.replace(/\.[^.]*$/, "");
  const vm = {
    template: template ?? templateNameOf(machine),
    comment,
    roots: ctx.draft.roots(),
  };
  return { vm, diagnostics: sorted };
}

/** What the backend writes: who reads a key, and where its value stands in the model. */
const rows: ReadonlyMap<string, XlKey> = new Map(
  Object.values(xlKeys)
    .flat()
    .map((row) => [row.name, row]),
);

const ownReaders: Readers = {
  ...bootReaders,
  ...processorReaders,
  ...clockReaders,
  ...graphicsReaders,
  ...deviceReaders,
  ...pvDeviceReaders,
  disk: readDisks,
  vif: readVifs,
  name: (ctx, setting) => readPlain(ctx, setting, ["system", "name"]),
  // Read before all others.
  type: () => undefined,
  builder: () => undefined,
  vcpus: readCount,
};

/** Keys that xl takes and does nothing with. */
const idleKeys: Readonly<Record<string, string>> = {
  device_model: "xl chooses the device model by itself, or takes device_model_override",
  vncviewer: "xl starts a viewer when it is called with -V",
  vif2: "its network devices never came",
};

/** Keys of other tools and files of Xen, and what says the same to xl. */
const foreignKeys: Readonly<Record<string, string>> = {
  nodes: 'cpus = "nodes:0-1"',
  cpu_cap: "cap",
  bootargs: "bootloader_args",
  access_control: "seclabel",
  restart: "on_reboot",
};

/** All keys of xl that are known here. */
export function knownXlKeys(): readonly string[] {
  return [...new Set([...rows.keys(), ...Object.keys(ownReaders), ...Object.keys(idleKeys)])];
}

function readSetting(ctx: XlImport, setting: CfgSetting, tool: "xl" | "xm"): void {
  const { key } = setting;
  const row = rows.get(key);
  const idle = lookUp(idleKeys, key);
  if (idle !== undefined) return withoutEffect(ctx, setting, idle);
  const reader = lookUp(ownReaders, key);
  if (reader === undefined && row === undefined) return refuseKey(ctx, setting, tool);
  if (row !== undefined && !isConsoleKey(key) && !row.guests.includes(ctx.guest)) {
    return withoutEffect(ctx, setting, `xl reads it for ${row.guests.join(" and ")} guests only`);
  }
  if (reader !== undefined) reader(ctx, setting);
  else if (row !== undefined) readByRow(ctx, setting, row.at);
}

/** Keys that stand in the model as they stand in the file; an empty text says nothing. */
function readByRow(ctx: XlImport, setting: CfgSetting, place: Place): void {
  const { value } = setting;
  const shape = shapeAt(place);
  const isEmpty = value.kind === "text" && value.text === "" && shape.kind !== "text";
  const isEmptyList = value.kind === "list" && value.items.length === 0;
  if (!isEmpty && !isEmptyList) readPlain(ctx, setting, place);
}

function refuseKey(ctx: XlImport, setting: CfgSetting, tool: string): void {
  const { key } = setting;
  const other = lookUp(foreignKeys, key);
  const help =
    other === undefined ? didYouMean(key, knownXlKeys()) : `xl has another key for it: '${other}'.`;
  ctx.report("import-key-unknown", keyPlace(setting), { key, tool }, { help });
}

/** The type of the guest; xl takes as many letters as it is given for the beginning of one. */
function guestOf(ctx: XlImport, isArm: boolean): GuestType {
  const type = ctx.settings.get("type");
  const builder = ctx.settings.get("builder");
  const byDefault = isArm ? "pvh" : "pv";
  if (type !== undefined && type.value.kind === "text") {
    const { text } = type.value;
    const found = (["hvm", "pv", "pvh"] as const).find((name) => name === text);
    if (found === undefined) refuse(ctx, pieceOf(type.value), "type", "pv, pvh, hvm");
    return found ?? byDefault;
  }
  if (builder === undefined || builder.value.kind !== "text") return byDefault;
  noteOldKey(ctx, builder, "/system/type");
  const { text } = builder.value;
  if (!["hvm", "generic", "linux"].includes(text)) {
    refuse(ctx, pieceOf(builder.value), "builder", "hvm, generic");
  }
  return text === "hvm" ? "hvm" : "pv";
}

function assumeArm(ctx: XlImport): void {
  const setting = [...ctx.settings.values()].find(({ key }) => rows.get(key)?.platform === "Arm");
  if (setting === undefined) return;
  const what = `The machine is taken to be one for Arm of 64 bits, as it has '${setting.key}'`;
  ctx.report("import-value-assumed", keyPlace(setting), { what });
  ctx.draft.put(["hardware", "cpu", "arch"], "aarch64");
}

/** xl gives a guest one processor at least. */
function readCount(ctx: XlImport, setting: CfgSetting): void {
  const { value } = setting;
  const place = ["hardware", "cpu", "count"];
  if (value.kind === "text" && value.text === "0") ctx.draft.put(place, 1);
  else readPlain(ctx, setting, place);
}
