/** What `vmcs rules` can do: the first word behind it says which. */

import type { CommandAction } from "../../command.ts";

export const rulesActions: readonly CommandAction[] = [
  {
    name: "import",
    summary: "make an index of Debian's package lists, for --packages",
    load: async () => (await import("./import.ts")).rulesImportCommand,
  },
  {
    name: "learn",
    summary: "add the dependencies that a failed installation showed to a rule repository",
    load: async () => (await import("./learn.ts")).rulesLearnCommand,
  },
];
