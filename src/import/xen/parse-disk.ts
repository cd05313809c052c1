/**
 * The language of `disk`: options by name, by position, and by the prefixes of old (libxlutil's scanner of disks).
 */

import { lookUp } from "../../base/lookup.ts";
import type { CfgText, Piece } from "./cfg-value.ts";
import { pieceOf } from "./cfg-value.ts";
import { shown, type XlImport } from "./context.ts";
import { refuse } from "./convert.ts";
import { refuseOption } from "./options.ts";

export interface DiskSpec {
  target: Piece | undefined;
  format: Piece | undefined;
  vdev: Piece | undefined;
  access: Piece | undefined;
  isCdrom: boolean;
  /** The last of the prefixes of old that says what the target is. */
  prefix: "file" | "phy" | undefined;
  /** By field of the model. */
  readonly texts: Map<string, Piece>;
  readonly flags: Map<string, boolean>;
  isColo: boolean;
  /** Options of COLO by their names in the model. */
  readonly colo: Map<string, Piece>;
}

interface Reading {
  readonly ctx: XlImport;
  readonly spec: CfgText;
  readonly disk: DiskSpec;
  hasPrefix: boolean;
  isBad: boolean;
}

/** Undefined if it was refused, which has been reported. */
export function parseDisk(ctx: XlImport, spec: CfgText): DiskSpec | undefined {
  const disk: DiskSpec = {
    target: undefined,
    format: undefined,
    vdev: undefined,
    access: undefined,
    isCdrom: false,
    prefix: undefined,
    texts: new Map(),
    flags: new Map(),
    isColo: false,
    colo: new Map(),
  };
  const reading: Reading = { ctx, spec, disk, hasPrefix: false, isBad: false };
  let at = 0;
  while (at < spec.text.length && !reading.isBad) {
    at += /^[ \t\n]*/.exec(spec.text.slice(at))?.[0].length ?? 0;
    if (at < spec.text.length) at = part(reading, at);
  }
  return reading.isBad ? undefined : disk;
}

/** Reads what stands at an offset; gives where the next part begins. */
function part(reading: Reading, at: number): number {
  const { spec, disk } = reading;
  const rest = spec.text.slice(at);
  if (rest.startsWith("target=")) {
    const end = rest.endsWith(",") ? spec.text.length - 1 : spec.text.length;
    disk.target = pieceOf(spec, at + "target=".length, end);
    return spec.text.length;
  }
  const comma = rest.indexOf(",");
  const end = comma < 0 ? spec.text.length : at + comma;
  const piece = pieceOf(spec, at, end);
  const word = oldPrefix(rest);
  if (word !== undefined) return prefix(reading, word, at);
  const say = lookUp(words, piece.text);
  if (say !== undefined) say(disk);
  else if (piece.text.includes("=")) named(reading, at, end);
  else positional(reading, piece, at, end);
  return end + 1;
}

/** Options without a value. */
const words: Readonly<Record<string, (disk: DiskSpec) => void>> = {
  cdrom: (disk) => {
    disk.isCdrom = true;
  },
  "direct-io-safe": (disk) => disk.flags.set("direct_io_safe", true),
  discard: (disk) => disk.flags.set("discard", true),
  "no-discard": (disk) => disk.flags.set("discard", false),
  trusted: (disk) => disk.flags.set("trusted", true),
  untrusted: (disk) => disk.flags.set("trusted", false),
  colo: (disk) => {
    disk.isColo = true;
  },
  "no-colo": () => undefined,
};

const textFields: Readonly<Record<string, string>> = {
  backend: "backend",
  backendtype: "backendtype",
  specification: "specification",
  script: "script",
  grant_usage: "grant_usage",
};

const coloFields: Readonly<Record<string, string>> = {
  "colo-host": "host",
  "colo-port": "port",
  "colo-export": "export",
  "active-disk": "active-disk",
  "hidden-disk": "hidden-disk",
};

function named(reading: Reading, at: number, end: number): void {
  const { ctx, spec, disk } = reading;
  const equals = spec.text.indexOf("=", at);
  const name = pieceOf(spec, at, equals);
  const value = pieceOf(spec, equals + 1, end);
  const field = lookUp(textFields, name.text);
  const colo = lookUp(coloFields, name.text);
  if (name.text === "vdev") disk.vdev = value;
  else if (name.text === "format") setFormat(reading, value);
  else if (name.text === "access") setAccess(reading, value);
  else if (name.text === "devtype") setType(reading, value);
  else if (field !== undefined) disk.texts.set(field, value);
  else if (colo !== undefined) disk.colo.set(colo, value);
  else {
    const known = ["target", "vdev", "format", "access", "devtype"];
    const all = [...known, ...Object.keys({ ...textFields, ...coloFields })];
    refuseOption(ctx, "disk", name, all);
  }
}

function positional(reading: Reading, piece: Piece, at: number, end: number): void {
  const { ctx, spec, disk } = reading;
  if (disk.target === undefined) {
    disk.target = piece;
  } else if (!reading.hasPrefix && disk.format === undefined) {
    const isEmptyDrive = disk.target.text === "" && deviceWithType(reading, at, end);
    if (isEmptyDrive) disk.format = { ...piece, text: "empty" };
    else setFormat(reading, piece);
  } else if (disk.vdev === undefined) {
    if (!deviceWithType(reading, at, end)) disk.vdev = piece;
  } else if (disk.access === undefined) {
    setAccess(reading, piece);
  } else {
    reading.isBad = true;
    refuse(ctx, piece, "disk", `target, format, vdev, access: '${shown(spec.text)}' has one more`);
  }
}

/** `hdc:cdrom`: the device, and what it is. */
function deviceWithType(reading: Reading, from: number, to: number): boolean {
  const { spec, disk } = reading;
  const colon = spec.text.slice(from, to).lastIndexOf(":");
  if (colon < 0) return false;
  disk.vdev = pieceOf(spec, from, from + colon);
  setType(reading, pieceOf(spec, from + colon + 1, to));
  return true;
}

function setType({ ctx, disk }: Reading, value: Piece): void {
  if (value.text === "cdrom" || value.text === "disk") disk.isCdrom = value.text === "cdrom";
  else refuse(ctx, value, "devtype", "cdrom, disk");
}

const formats = ["", "raw", "qcow", "qcow2", "vhd", "qed", "empty"];

function setFormat({ ctx, disk }: Reading, value: Piece): void {
  if (formats.includes(value.text)) disk.format = value;
  else refuse(ctx, value, "format", formats.slice(1).join(", "));
}

function setAccess({ ctx, disk }: Reading, value: Piece): void {
  if (["", "r", "ro", "w", "rw"].includes(value.text)) disk.access = value;
  else refuse(ctx, value, "access", "r, ro, w, rw");
}

// ------------------------------------------------------------------------------------------- prefixes

function oldPrefix(rest: string): string | undefined {
  return /^([a-z][a-z0-9]*):(?=[^a-z0-9]|[a-z0-9])/.exec(rest.split(",")[0] ?? "")?.[1];
}

/** What each prefix of old means; most mean nothing any more. */
function prefix(reading: Reading, word: string, at: number): number {
  const { ctx, spec, disk } = reading;
  const piece = pieceOf(spec, at, at + word.length);
  if (isDeviceOfDrive(reading, word)) {
    const comma = spec.text.indexOf(",", at);
    const end = comma < 0 ? spec.text.length : comma;
    positional(reading, pieceOf(spec, at, end), at, end);
    return end + 1;
  }
  reading.hasPrefix = true;
  if (/^(raw|qcow2?|vhd)$/.test(word)) setFormat(reading, piece);
  else if (/^(iscsi|e?nbd|drbd)$/.test(word)) {
    disk.texts.set("script", { ...piece, text: `block-${word}` });
  } else if (word === "file" || word === "phy") disk.prefix = word;
  else if (!/^(tapdisk|tap2?|aio|ioemu)$/.test(word)) {
    reading.isBad = true;
    refuse(
      ctx,
      piece,
      "disk",
      "a path, or one of the prefixes file: phy: tap: aio: qcow2: vhd: raw:",
    );
  }
  return at + word.length + 1;
}

/** `hdc:cdrom` looks like a prefix, but stands behind the target. */
function isDeviceOfDrive({ disk }: Reading, word: string): boolean {
  return disk.target !== undefined && /^(xvd|hd|sd|vd)[a-z]+[0-9]*$/.test(word);
}
