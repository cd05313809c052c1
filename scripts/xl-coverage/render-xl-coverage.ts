/** The page of xl's keys: where each is in the model, for which guests and releases it is written, and its fixture. */

import { invariant } from "../../src/base/invariant.ts";
import { xlKeys } from "../../src/spawn/xen/spawn-xen.ts";
import type { XlKey } from "../../src/spawn/xen/xl-table.ts";

/** A key that some release of xl reads, as test/fixtures/xl-keys/all-keys.json has it. */
export interface ListedKey {
  readonly key: string;
  readonly group: string;
  readonly since: number;
  /** False where it is never written. */
  readonly written?: false;
  readonly note?: string;
}

const head = `# Keys of xl

What the backend \`xen\` tells xl, key by key. \`npm run docs\` writes this page from the tables in \`src/spawn/xen\` and the list of
keys in \`test/fixtures/xl-keys/all-keys.json\`. Each fixture is given to the real xl of Xen 4.17; what came later is given to
its parser alone.

A key is written if the model has a value at its place. A value that the type of guest, the architecture or the release
does not read is refused, as xl would ignore it without a word. Releases are those of Xen 4, from 4.2 to 4.22; where no
first release stands, 4.2 reads the key already.

| key | in the model | guests | releases | fixtures | |
|---|---|---|---|---|---|
`;

export function renderXlCoverage(keys: readonly ListedKey[]): string {
  const rows = new Map(
    Object.values(xlKeys).flatMap((table) => table.map((row) => [row.name, row])),
  );
  const lines = keys.map((listed) => {
    const row = rows.get(listed.key);
    invariant((row === undefined) === (listed.written === false), `${listed.key} is written`);
    return row === undefined ? unwrittenLine(listed) : line(listed, row);
  });
  const written = keys.filter((listed) => listed.written !== false).length;
  const count = `${written} of the ${keys.length} keys are written; the others are obsolete in all releases.`;
  return `${head}${lines.join("\n")}\n\n${count}\n`;
}

function line({ key, group, note = "" }: ListedKey, row: XlKey): string {
  const fixtures = `[${group}](../test/fixtures/xl-keys/${group}.json)`;
  const cells = [
    `\`${key}\``,
    `\`/${row.at.join("/")}\``,
    guestsOf(row),
    releasesOf(row),
    fixtures,
  ];
  return `| ${[...cells, note].join(" | ")} |`.replace("|  |", "| |");
}

function unwrittenLine({ key, note = "" }: ListedKey): string {
  return `| \`${key}\` | never written | | | | ${note} |`;
}

function guestsOf({ guests, platform }: XlKey): string {
  const types = guests.length === 3 ? "all" : guests.join(", ");
  return platform === undefined ? types : `${types}; ${platform}`;
}

function releasesOf({ since, until }: XlKey): string {
  const first = since <= 2 ? "" : `4.${since}`;
  if (until !== undefined) return `${first} to 4.${until}`.trim();
  return first === "" ? "all" : `from ${first}`;
}
