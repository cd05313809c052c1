/** Some of a package's versions, told as runs: "2.2 to 2.7" instead of every one of them. */

/** Versions that follow each other among all that there are. */
export interface Run<Version> {
  readonly first: Version;
  readonly last: Version;
  readonly count: number;
}

/** `all` is in order; `isMember` says which of them are meant. */
export function runsOf<Version>(
  all: readonly Version[],
  isMember: (version: Version) => boolean,
): readonly Run<Version>[] {
  const runs: Run<Version>[] = [];
  let open: Run<Version> | undefined;
  for (const version of all) {
    if (isMember(version)) {
      open = { first: open?.first ?? version, last: version, count: (open?.count ?? 0) + 1 };
    } else if (open !== undefined) {
      runs.push(open);
      open = undefined;
    }
  }
  return open === undefined ? runs : [...runs, open];
}
