/** The files of a case as the compiler reads them: no decoding, as thousands of cases are read in a second. */

import type { SourceHost } from "../../src/pan/compiler/source-host.ts";

export const root = "/fuzz";

export function memorySource(files: ReadonlyMap<string, string>): SourceHost {
  const listings = new Map<string, Set<string>>();
  for (const name of files.keys()) addToListings(listings, name);
  const textOf = (path: string): string | undefined => files.get(path.slice(root.length + 1));
  return {
    readText: textOf,
    readGzip: () => undefined,
    list: (directory) => [...(listings.get(directory) ?? [])].sort(),
    kind: (path) => {
      if (textOf(path) !== undefined) return "file";
      return listings.has(path) ? "directory" : "missing";
    },
  };
}

function addToListings(listings: Map<string, Set<string>>, name: string): void {
  let directory = root;
  for (const part of name.split("/")) {
    let names = listings.get(directory);
    if (names === undefined) {
      names = new Set();
      listings.set(directory, names);
    }
    names.add(part);
    directory += `/${part}`;
  }
}
