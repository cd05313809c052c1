/** The value of the option `--formats`. */

import type { ProfileFormat } from "./profile.ts";
import { profileFormats } from "./registry.ts";

export interface UnknownFormat {
  readonly unknown: string;
}

/**
 * The formats that a list of names asks for, each file once (`pan` and `xml` write the same one), or the name
 * that none has. `none` stands for no format.
 */
export function selectFormats(names: string): readonly ProfileFormat[] | UnknownFormat {
  const selected = new Map<string, ProfileFormat>();
  for (const name of splitNames(names)) {
    if (name === "none") continue;
    const format = profileFormats.find((candidate) => candidate.name === name);
    if (format === undefined) return { unknown: name };
    if (!selected.has(format.suffix)) selected.set(format.suffix, format);
  }
  return [...selected.values()];
}

export function isUnknownFormat(
  formats: readonly ProfileFormat[] | UnknownFormat,
): formats is UnknownFormat {
  return "unknown" in formats;
}

/** Commas may be surrounded by blanks, and those at the end count for nothing. */
function splitNames(names: string): readonly string[] {
  const parts = names.split(/\s*,\s*/);
  while (parts.length > 1 && parts.at(-1) === "") parts.pop();
  return parts;
}
