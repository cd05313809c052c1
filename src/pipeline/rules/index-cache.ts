/**
 * Indexes of package lists, kept in the user's cache by the content that they were made of.
 *
 * Whatever goes wrong here costs time and nothing else: what is missing, damaged or of another version is made again,
 * and what cannot be kept is made the next time. Each file appears as a whole, so that several runs may share them.
 */

import type { Host } from "../../host/host.ts";
import { joinPath } from "../../host/path.ts";
import { indexFormat } from "../../rules/debian/index-format.ts";
import { readIndex } from "../../rules/debian/read-index.ts";
import type { PackageSource } from "../../rules/repository/package-source.ts";

export type CacheHost = Pick<Host, "readBytes" | "digest" | "writeFiles" | "trim">;

/** A whole distribution is some megabytes, and lists change every day. */
const mostBytes = 128 * 1024 * 1024;

/** The index of a list with this content; `name` is how the packages are known. */
export function cachedIndex(
  host: CacheHost,
  directory: string,
  list: Uint8Array,
  name: string,
): PackageSource | undefined {
  const bytes = host.readBytes(joinPath(directory, fileOf(host, list)));
  return bytes === undefined ? undefined : readIndex(name, bytes);
}

export function keepIndex(
  host: CacheHost,
  directory: string,
  list: Uint8Array,
  index: Uint8Array,
): void {
  const path = joinPath(directory, fileOf(host, list));
  const problem = host.writeFiles([{ path, content: index }]);
  if (problem === undefined) host.trim(directory, mostBytes);
}

function fileOf(host: CacheHost, list: Uint8Array): string {
  return `${host.digest(list).slice(0, 40)}-${indexFormat}.index`;
}
