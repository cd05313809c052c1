/** What the compiler needs of the outside world. */

import type { Host } from "../../host/host.ts";

export type SourceHost = Pick<Host, "readText" | "readGzip" | "list" | "kind">;
