/** The extension as one file: a .vsix is a zip file with two lists of its contents. The same files give the same bytes. */

import { zipSync } from "fflate";
import { extensionFiles } from "./extension-files.ts";
import { contentTypes, type ExtensionManifest, vsixManifest } from "./vsix-lists.ts";

export interface PackagedExtension {
  readonly manifest: ExtensionManifest;
  readonly archive: Uint8Array;
  /** How many files it installs. */
  readonly size: number;
}

/** The first that a zip file can say, whatever the time zone. */
const noDate = new Date(1980, 0, 1);

export interface PackageOptions {
  /** Where the commands have been bundled to. */
  readonly built: string;
  /** How hard it is packed: 9 for what is given to people. */
  readonly level: 1 | 9;
}

export async function packageExtension(
  root: string,
  { built, level }: PackageOptions,
): Promise<PackagedExtension> {
  const { manifest, files } = await extensionFiles(root, built);
  const paths = [...files.keys()];
  const entries: readonly (readonly [string, Uint8Array])[] = [
    ["[Content_Types].xml", Buffer.from(contentTypes(paths))],
    ["extension.vsixmanifest", Buffer.from(vsixManifest(manifest, paths))],
    ...[...files].map(([path, bytes]) => [`extension/${path}`, bytes] as const),
  ];
  const archive = zipSync(Object.fromEntries(entries), { level, mtime: noDate });
  return { manifest, archive, size: files.size };
}
