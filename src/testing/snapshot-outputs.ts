/** The outputs that a test can ask for, as files: profiles in their formats, skeletons, files of backends, resolutions. */

import type { Profile } from "../pan/profile/profile.ts";
import { profileFormats } from "../pan/profile/registry.ts";
import { profileText } from "../pan/profile/write-profile.ts";
import { backends } from "../spawn/registry.ts";

/** Formats that are texts, each once, by the name that says what the file is. */
const formats = ["xml", "json", "text", "dot", "dep"] as const;

const backendNames = backends.map(({ name }) => name);

export const outputNames: readonly string[] = [
  ...formats,
  "skeletons",
  ...backendNames,
  "resolution",
];

export function isBackend(what: string): boolean {
  return backendNames.includes(what);
}

export interface OutputText {
  /** Path below the directory of the test's snapshots. */
  readonly name: string;
  readonly content: string;
}

/** `root` is left out of the paths in `dep` files, so that they are the same wherever the project is. */
export function profileOutput(
  what: string,
  profile: Profile,
  root: string,
): OutputText | undefined {
  const format = profileFormats.find(({ name }) => name === what);
  if (format === undefined) return undefined;
  const text = profileText(format, profile);
  const content = what === "dep" ? text.replaceAll(`${root}/`, "").replaceAll(root, ".") : text;
  return { name: `profile.${format.suffix}`, content };
}
