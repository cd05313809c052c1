/**
 * Tables of what xl understands: its keys, and the options of its device specifications.
 *
 * A row says for which guests and since which release xl reads it, and where its value comes from in the model. A
 * value that the guest or the release cannot have is refused: xl would ignore it without a word.
 */

import { invariant } from "../../base/invariant.ts";
import type { Place, VmModel } from "../../vm/model/model.ts";
import { type ModelPath, placeOf, valueAt } from "../../vm/model/model-path.ts";
import type { GuestType } from "../../vm/model/system.ts";
import type { Report } from "../../vm/reporter.ts";
import type { CfgSetting, CfgValue } from "./cfg.ts";
import { formatRelease, isAtLeast, type XenRelease } from "./release.ts";

export interface XenContext {
  readonly vm: VmModel;
  readonly release: XenRelease;
  readonly report: Report;
}

/** One key or option. */
export interface XlRow<Source, Value> {
  /** As xl spells it. */
  readonly name: string;
  readonly guests: readonly GuestType[];
  /** The minor release of Xen 4 that read it first. */
  readonly since: number;
  /** The place in the model that it comes from; for an option of a device, below the device's place. */
  readonly at: Place;
  /** Undefined where the model says nothing. */
  readonly value: (source: Source, ctx: XenContext) => Value | undefined;
}

export type XlKey = XlRow<VmModel, CfgValue>;

/** Who reads a row: all guests and all releases where it does not say. */
export interface Readers {
  readonly guests?: readonly GuestType[];
  readonly since?: number;
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
  { guests = ["pv", "pvh", "hvm"], since = 0 }: Readers,
  value: XlRow<Source, Value>["value"],
): XlRow<Source, Value> {
  return { name, guests, since, at, value };
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
): readonly { readonly name: string; readonly value: Value }[] {
  return rows.flatMap((candidate) => {
    const value = candidate.value(source, ctx);
    if (value === undefined || !isRead(ctx, candidate, [...place, ...candidate.at])) return [];
    return [{ name: candidate.name, value }];
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

function isRead<Source, Value>(
  ctx: XenContext,
  { name, guests, since }: XlRow<Source, Value>,
  place: Place,
): boolean {
  const guest = ctx.vm.system.type;
  if (!guests.includes(guest)) {
    ctx.report("xen-not-for-guest-type", place, {
      guest: withArticle(guest),
      name,
      guests: guests.join(" and "),
    });
    return false;
  }
  return requireRelease(ctx, name, since, place);
}

/** For messages: "an hvm guest", "a pv guest". */
export function withArticle(guest: GuestType): string {
  return guest === "hvm" ? "an hvm" : `a ${guest}`;
}

function cfgValue(value: unknown): CfgValue | undefined {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value === undefined || typeof value === "string" || typeof value === "number") return value;
  invariant(Array.isArray(value), "the value of a plain key is a value or a list of them");
  return value.map(cfgValue).filter((item) => item !== undefined);
}
