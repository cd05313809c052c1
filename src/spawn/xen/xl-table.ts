/**
 * Tables of what xl understands: its keys, and the options of its device specifications.
 *
 * A row says for which guests and architectures and in which releases xl reads it, and where its value comes from in
 * the model. A value that the guest or the release cannot have is refused: xl would ignore it without a word.
 */

import { invariant } from "../../base/invariant.ts";
import type { Place, VmModel } from "../../vm/model/model.ts";
import { type ModelPath, placeOf, valueAt } from "../../vm/model/model-path.ts";
import type { GuestType } from "../../vm/model/system.ts";
import type { Report } from "../../vm/reporter.ts";
import type { ReadSecret } from "../backend.ts";
import type { CfgSetting, CfgValue } from "./cfg.ts";
import { formatRelease, isAtLeast, type XenRelease } from "./release.ts";

export interface XenContext {
  readonly vm: VmModel;
  readonly release: XenRelease;
  readonly report: Report;
  readonly readSecret: ReadSecret;
}

/** What Xen's tools distinguish: x86_64 and i686 are one, aarch64 and armv7l the other. */
export type Platform = "x86" | "Arm";

/** One key or option. */
export interface XlRow<Source, Value> {
  /** As xl spells it. */
  readonly name: string;
  readonly guests: readonly GuestType[];
  /** Guests of which another key says the same. */
  readonly otherGuests?: readonly GuestType[] | undefined;
  /** Undefined: both. */
  readonly platform: Platform | undefined;
  /** The minor release of Xen 4 that read it first. */
  readonly since: number;
  /** The minor release of Xen 4 that it is written for last; undefined where the latest one reads it. */
  readonly until: number | undefined;
  /** The place in the model that it comes from; for an option of a device, below the device's place. */
  readonly at: Place;
  /** Where it comes from this time, if there are several places for it. */
  readonly placeIn?: (source: Source) => Place;
  /** Undefined where the model says nothing. */
  readonly value: (source: Source, ctx: XenContext) => Value | undefined;
}

export type XlKey = XlRow<VmModel, CfgValue>;

/** Who reads a row: all guests, all platforms and all releases where it does not say. */
export interface Readers {
  readonly guests?: readonly GuestType[];
  readonly otherGuests?: readonly GuestType[];
  readonly platform?: Platform;
  readonly since?: number;
  readonly until?: number;
}

/** The value of a row, and the row's own place. */
export interface RowValue<Value> {
  readonly name: string;
  readonly value: Value;
  readonly at: Place;
}

/** A key whose value stands in the model as xl wants it. */
export function plainKey(name: string, path: ModelPath, readers: Readers = {}): XlKey {
  return computedKey(name, path, readers, (vm) => cfgValue(valueAt(vm, path)));
}

/** A key whose value is computed; `path` is the place that a problem with it is reported at. */
export function computedKey(
  name: string,
  path: ModelPath,
  readers: Readers,
  value: XlKey["value"],
): XlKey {
  return row(name, placeOf(path), readers, value);
}

export function row<Source, Value>(
  name: string,
  at: Place,
  { guests = ["pv", "pvh", "hvm"], otherGuests, platform, since = 0, until }: Readers,
  value: XlRow<Source, Value>["value"],
): XlRow<Source, Value> {
  return { name, guests, otherGuests, platform, since, until, at, value };
}

/** The settings that a table of keys gives for a machine, in the order of the table. */
export function settingsOf(ctx: XenContext, keys: readonly XlKey[]): readonly CfgSetting[] {
  return valuesOf(ctx, keys, ctx.vm, []).map(({ name, value }) => ({ key: name, value }));
}

/** The names and values that a table gives for a source; rows that xl would not read are reported. */
export function valuesOf<Source, Value>(
  ctx: XenContext,
  rows: readonly XlRow<Source, Value>[],
  source: Source,
  place: Place,
): readonly RowValue<Value>[] {
  return rows.flatMap((candidate) => {
    const value = candidate.value(source, ctx);
    const at = [...place, ...(candidate.placeIn?.(source) ?? candidate.at)];
    if (value === undefined || !isRead(ctx, candidate, at)) return [];
    return [{ name: candidate.name, value, at }];
  });
}

/** Reports what xl reads only since a later release; gives whether the release has it. */
export function requireRelease(
  ctx: XenContext,
  name: string,
  since: number,
  place: Place,
): boolean {
  if (isAtLeast(ctx.release, since)) return true;
  const release = formatRelease(ctx.release);
  ctx.report("xen-not-in-release", place, { name, since: `4.${since}`, release });
  return false;
}

/** Reports what ended with an earlier release; gives whether the release has it. */
export function requireReleaseUntil(
  ctx: XenContext,
  name: string,
  until: number,
  place: Place,
): boolean {
  if (!isAtLeast(ctx.release, until + 1)) return true;
  const release = formatRelease(ctx.release);
  ctx.report("xen-no-longer-in-release", place, { name, until: `4.${until}`, release });
  return false;
}

function isRead<Source, Value>(
  ctx: XenContext,
  { name, guests, otherGuests = [], platform, since, until }: XlRow<Source, Value>,
  place: Place,
): boolean {
  const guest = ctx.vm.system.type;
  if (!guests.includes(guest)) {
    const args = { guest: withArticle(guest), name, guests: guests.join(" and ") };
    const choices = [...guests, ...otherGuests].map((type) => `'${type}'`).join(" or ");
    const help = `Remove it, or set /system/type to ${choices}.`;
    ctx.report("xen-not-for-guest-type", place, args, { help });
    return false;
  }
  if (platform !== undefined && platform !== platformOf(ctx.vm)) {
    const { arch } = ctx.vm.hardware.cpu;
    ctx.report("xen-not-on-arch", place, { arch, name, platform });
    return false;
  }
  if (until !== undefined && !requireReleaseUntil(ctx, name, until, place)) return false;
  return requireRelease(ctx, name, since, place);
}

export function platformOf({ hardware }: VmModel): Platform {
  const { arch } = hardware.cpu;
  return arch === "aarch64" || arch === "armv7l" ? "Arm" : "x86";
}

/** For messages: "an hvm guest", "a pv guest". */
export function withArticle(guest: GuestType): string {
  return guest === "hvm" ? "an hvm" : `a ${guest}`;
}

/** Truth as xl has it. */
export function flag(value: boolean | undefined): number | undefined {
  return value === undefined ? undefined : Number(value);
}

function cfgValue(value: unknown): CfgValue | undefined {
  if (typeof value === "boolean") return Number(value);
  if (value === undefined || typeof value === "string" || typeof value === "number") return value;
  invariant(Array.isArray(value), "the value of a plain key is a value or a list of them");
  return value.map(cfgValue).filter((item) => item !== undefined);
}
