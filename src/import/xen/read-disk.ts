/** `disk`: where the guest's data are. */

import type { RecordShape } from "../../vm/shape/shape.ts";
import { shapeAt } from "../draft.ts";
import type { CfgSetting, CfgText, Piece } from "./cfg-value.ts";
import type { XlImport } from "./context.ts";
import { convert, textsOf } from "./convert.ts";
import { putField } from "./options.ts";
import { type DiskSpec, parseDisk } from "./parse-disk.ts";

const diskShape = shapeAt(["storage", "disks", "*"]) as RecordShape;
const cdromShape = shapeAt(["storage", "cdroms", "*"]) as RecordShape;

export function readDisks(ctx: XlImport, { key, value }: CfgSetting): void {
  for (const text of textsOf(ctx, value, key)) readDisk(ctx, text);
}

function readDisk(ctx: XlImport, text: CfgText): void {
  const spec = parseDisk(ctx, text);
  if (spec === undefined) return;
  const device = deviceName(ctx, spec, text);
  if (device === undefined) return;
  const isTaken = ["disks", "cdroms"].some(
    (kind) => ctx.draft.get(["storage", kind, device]) !== undefined,
  );
  if (isTaken) {
    ctx.report("import-device-repeated", spec.vdev ?? text, { device });
    return;
  }
  const record = spec.isCdrom ? cdromOf(ctx, spec) : diskOf(ctx, spec, text);
  if (record === undefined) return;
  ctx.draft.put(["storage", spec.isCdrom ? "cdroms" : "disks", device], record);
}

/** The model knows devices by the names that a guest with Linux gives them. */
function deviceName(ctx: XlImport, { vdev }: DiskSpec, text: CfgText): string | undefined {
  if (vdev === undefined) {
    ctx.report("import-option-missing", text, { key: "disk", option: "vdev" });
    return undefined;
  }
  const [, number, partition = ""] = /^d([0-9]+)(?:p([0-9]+))?$/.exec(vdev.text) ?? [];
  const name =
    number === undefined
      ? vdev.text
      : `xvd${driveLetters(Number(number))}${partition === "0" ? "" : partition}`;
  const shape = shapeAt(["storage", "disks"]);
  const keys = shape.kind === "map" ? shape.keys : undefined;
  const converted = convert(ctx, { kind: "text", pattern: keys }, { ...vdev, text: name }, "vdev");
  return converted === undefined ? undefined : String(converted);
}

/** a to z, aa to zz, …: the letters of the drive of a number. */
function driveLetters(number: number): string {
  const last = String.fromCharCode(97 + (number % 26));
  return number < 26 ? last : `${driveLetters(Math.floor(number / 26) - 1)}${last}`;
}

function diskOf(
  ctx: XlImport,
  spec: DiskSpec,
  text: CfgText,
): ReadonlyMap<string, unknown> | undefined {
  if ((spec.target?.text ?? "") === "" || spec.format?.text === "empty") {
    ctx.report("import-option-missing", text, { key: "disk", option: "target" });
    return undefined;
  }
  const source = sourceOf(ctx, spec);
  if (source === undefined) return undefined;
  const record = new Map<string, unknown>();
  const { format, access } = spec;
  if (format !== undefined && format.text !== "") record.set("format", format.text);
  record.set("source", source);
  if (access !== undefined) record.set("access", /^r$|^ro$/.test(access.text) ? "ro" : "rw");
  for (const [field, piece] of spec.texts) putField(ctx, record, diskShape, field, piece, field);
  for (const [field, value] of spec.flags) record.set(field, value);
  if (spec.isColo)
    record.set("colo", new Map([...spec.colo].map(([name, { text: t }]) => [name, t])));
  return record;
}

function cdromOf(ctx: XlImport, spec: DiskSpec): ReadonlyMap<string, unknown> {
  const record = new Map<string, unknown>();
  const source = spec.format?.text === "empty" ? undefined : sourceOf(ctx, spec);
  if (source !== undefined) record.set("source", source);
  if (spec.format !== undefined && !["", "raw", "empty"].includes(spec.format.text)) {
    const what = `a drive with a disc in the format ${spec.format.text}`;
    ctx.report("import-not-expressible", spec.format, { what });
  }
  for (const [field, piece] of spec.texts) {
    if (Object.hasOwn(cdromShape.fields, field)) {
      putField(ctx, record, cdromShape, field, piece, field);
      continue;
    }
    const what = `${field.replaceAll("_", "-")} of a drive`;
    ctx.report("import-not-expressible", piece, { what });
  }
  return record;
}

/** A device of the host, or a file: raw data below /dev are taken for the former. */
function sourceOf(
  ctx: XlImport,
  { target, prefix, format, texts }: DiskSpec,
): ReadonlyMap<string, unknown> | undefined {
  if (target === undefined || target.text === "") return undefined;
  if (texts.has("script")) return variantOf(ctx, "target", target);
  const isRaw = format === undefined || format.text === "raw" || format.text === "";
  const isRelative = !target.text.startsWith("/");
  if (prefix === "phy") {
    const path = isRelative ? `/dev/${target.text}` : target.text;
    if (isRelative) {
      const what = `${target.text} is taken to be ${path}`;
      ctx.report("import-value-assumed", target, { what });
    }
    return variantOf(ctx, "block", { ...target, text: path });
  }
  const isBlock = isRaw && prefix !== "file" && target.text.startsWith("/dev/");
  return variantOf(ctx, isBlock ? "block" : "file", target);
}

function variantOf(
  ctx: XlImport,
  name: string,
  piece: Piece,
): ReadonlyMap<string, unknown> | undefined {
  const value = convert(ctx, shapeAt(["storage", "disks", "*", "source", name]), piece, "target");
  return value === undefined ? undefined : new Map([[name, value]]);
}
