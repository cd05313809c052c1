/** The version schemes by the names that repositories declare. */
import { dpkg } from "./dpkg.ts";
import { opaque } from "./opaque.ts";
import { pan } from "./pan.ts";
import { rpm } from "./rpm.ts";
import { semver } from "./semver.ts";
import type { SchemeName, VersionScheme } from "./version.ts";

export const schemes: Readonly<Record<SchemeName, VersionScheme>> = {
  pan,
  semver,
  dpkg,
  rpm,
  opaque,
};

export function isSchemeName(text: string): text is SchemeName {
  return Object.hasOwn(schemes, text);
}
