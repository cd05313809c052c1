/** The texts by which xl is told of a device: options, separated by commas. */

import { invariant } from "../../base/invariant.ts";
import type { Place } from "../../vm/model/model.ts";
import { type RowValue, valuesOf, type XenContext, type XlRow } from "./xl-table.ts";

export interface DeviceOption {
  readonly name: string;
  /** `true`: the name alone is the option. */
  readonly value: string | number | true;
}

export type DeviceRow<Source> = XlRow<Source, DeviceOption["value"]>;

/** The options that a table gives for a device; values that xl would take apart are reported and left out. */
export function deviceOptions<Source>(
  ctx: XenContext,
  rows: readonly DeviceRow<Source>[],
  source: Source,
  place: Place,
): readonly DeviceOption[] {
  return valuesOf(ctx, rows, source, place).filter((option) => isCarried(ctx, option));
}

/** The text for a device without a target. */
export function deviceText<Source>(
  ctx: XenContext,
  rows: readonly DeviceRow<Source>[],
  source: Source,
  place: Place,
): string {
  return printDevice(deviceOptions(ctx, rows, source, place));
}

/** Reports a value that xl would not read as it is written; gives whether it would. */
export function isCarried(
  { report }: XenContext,
  { value, at }: Pick<RowValue<unknown>, "value" | "at">,
): boolean {
  const reason = misreading(value);
  if (reason === undefined) return true;
  report("xen-value-misread", at, { value: String(value), reason });
  return false;
}

function misreading(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  if (value === "") return "xl takes an empty value for a missing one";
  if (value.includes(",")) return "a comma ends a value, and nothing can escape it";
  return value.trim() === value ? undefined : "blanks at the ends of a value are dropped";
}

/** Values must not have commas, which nothing can escape. */
export function printDevice(options: readonly DeviceOption[]): string {
  return options.map(printOption).join(",");
}

/**
 * A disk with its target, which takes all that follows it and so may have commas. One at its end is dropped by xl:
 * the caller has refused it.
 */
export function printDisk(options: readonly DeviceOption[], target: string | undefined): string {
  if (target === undefined) return printDevice(options);
  invariant(
    !target.endsWith(",") && !target.includes("\n"),
    "xl reads the target as it is written",
  );
  return [...options.map(printOption), `target=${target}`].join(",");
}

function printOption({ name, value }: DeviceOption): string {
  if (value === true) return name;
  const text = String(value);
  invariant(!/[,\n]/.test(text), `the value of ${name} has no comma`);
  return `${name}=${text}`;
}
