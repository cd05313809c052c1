/** How templates are compiled for an editor. */

import { InvariantError } from "../../base/invariant.ts";
import { initialData } from "../../pan/compiler/initial-data.ts";
import type { CompileOptions } from "../../pan/compiler/options.ts";
import type { WorkspaceSettings } from "../workspace/settings.ts";

export function compileOptions(
  { dialect }: Pick<WorkspaceSettings, "dialect">,
  includePath: readonly string[],
): CompileOptions {
  return {
    dialect,
    includePath,
    maxIteration: 10_000,
    maxRecursion: 50,
    deprecationWarnings: "on",
    initialData: initialData(undefined, dialect, () => {
      throw new InvariantError("no initial data was refused");
    }),
    debugs: () => false,
    build: true,
  };
}
