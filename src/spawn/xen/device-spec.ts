/** The texts by which xl is told of a device: options, separated by commas. */

import { invariant } from "../../base/invariant.ts";

export interface DeviceOption {
  readonly name: string;
  readonly value: string | number;
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
  const text = String(value);
  invariant(!/[,\n]/.test(text), `the value of ${name} has no comma`);
  return `${name}=${text}`;
}
