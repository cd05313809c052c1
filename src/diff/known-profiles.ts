/**
 * What profiles of an earlier comparison were made from, so that those of which nothing has changed on either side need
 * not be built at all: they came out the same then, and do so now.
 *
 * It says nothing of what a profile is, only what it depends on; so it is right whatever was compared with what.
 */

import type { ProfileReport } from "../pan/compiler/build-report.ts";
import type { SourceLookup } from "../pan/compiler/source-lookup.ts";

/** Paths below the root of a side are kept from there, as the next sides may be elsewhere. */
export interface KnownProfile {
  readonly name: string;
  readonly lookups: readonly SourceLookup[];
  /** Files with the identities of their contents. */
  readonly files: readonly (readonly [string, string])[];
}

/** Lookups and files are stored once, and named by their number: hundreds of profiles share most of them. */
interface Stored {
  readonly key: string;
  readonly lookups: readonly SourceLookup[];
  readonly files: readonly (readonly [string, string])[];
  readonly profiles: readonly (readonly [string, readonly number[], readonly number[]])[];
}

const format = "vmcs known profiles 1";

type Digest = (text: string) => string;

/** `key` says by which compiler and with which options the profiles were built. */
export function encodeKnown(key: string, profiles: Iterable<KnownProfile>, digest: Digest): string {
  const lookups = new Numbering<SourceLookup>();
  const files = new Numbering<readonly [string, string]>();
  const stored: Stored = {
    key,
    profiles: [...profiles].map((profile) => [
      profile.name,
      profile.lookups.map((lookup) => lookups.of(lookup)),
      profile.files.map((file) => files.of(file)),
    ]),
    lookups: lookups.all,
    files: files.all,
  };
  const body = JSON.stringify(stored);
  return `${format} ${digest(body)}\n${body}\n`;
}

/** None if the text is damaged, of another version or of another key. */
export function decodeKnown(
  text: string,
  key: string,
  digest: Digest,
): ReadonlyMap<string, KnownProfile> {
  const end = text.indexOf("\n");
  const body = text.slice(end + 1, -1);
  if (end < 0 || text.slice(0, end) !== `${format} ${digest(body)}`) return new Map();
  const stored = JSON.parse(body) as Stored;
  if (stored.key !== key) return new Map();
  return new Map(
    stored.profiles.map(([name, lookups, files]) => [
      name,
      {
        name,
        lookups: lookups.map((number) => stored.lookups[number] as SourceLookup),
        files: files.map((number) => stored.files[number] as readonly [string, string]),
      },
    ]),
  );
}

/** Undefined for a profile whose outcome depends on more than files, or that has errors. */
export function knownProfile(
  report: ProfileReport,
  relative: (path: string) => string,
  identity: (path: string) => string | undefined,
): KnownProfile | undefined {
  if (!report.isSound || report.dependsOnOrder) return undefined;
  const files: [string, string][] = [];
  for (const path of report.files) {
    const content = identity(path);
    if (content === undefined) return undefined;
    files.push([relative(path), content]);
  }
  const lookups = report.lookups.map((lookup) => {
    const { found } = lookup;
    return found === undefined ? lookup : { ...lookup, found: relative(found) };
  });
  return { name: report.name, lookups, files };
}

class Numbering<Item> {
  readonly all: Item[] = [];
  private readonly numbers = new Map<string, number>();

  of(item: Item): number {
    const key = JSON.stringify(item);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.all.length);
    return this.all.push(item) - 1;
  }
}
