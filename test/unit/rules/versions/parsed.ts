/** What the tests of versions share. */
import type { ParsedVersion, VersionScheme } from "../../../../src/rules/versions/version.ts";

/** A version that must be one. */
export function parsed(scheme: VersionScheme, text: string): ParsedVersion {
  const version = scheme.parse(text);
  if (version === undefined) throw new Error(`${text} is no version of ${scheme.name}`);
  return version;
}

export function signOf(order: number): number {
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}
