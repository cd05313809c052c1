/** What the compiler needs of the outside world. */

import type { Host } from "../../host/host.ts";

export type SourceHost = Pick<Host, "readText" | "readGzip" | "list" | "kind"> & {
  /** The names in a directory, for whoever wants to know what was asked of them; `list` if it is left open. */
  readonly names?: (directory: string) => DirectoryNames;
  /** The bytes of a file whose text has been read, for judging its encoding; nobody judges it if it is left open. */
  readonly readBytes?: Host["readBytes"];
};

export type DirectoryNames = Pick<ReadonlySet<string>, "has"> & Iterable<string>;
