/** What a machine needs before it is created: its disk, and what cloud-init reads. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { ApplyContext, Machine } from "./apply-context.ts";
import { change, failureDiagnostic } from "./programs.ts";

/** Scripts of backends, by the ends of their names, in the order in which they are run. */
const scripts = [".image.sh", ".seed/make-seed.sh"];

/** Runs the scripts that the machine has; each leaves alone what is there already. */
export async function prepare(
  { name, directory, files }: Machine,
  ctx: ApplyContext,
): Promise<readonly Diagnostic[]> {
  for (const end of scripts) {
    const script = `${name}${end}`;
    if (!files.includes(script)) continue;
    const failure = await change(ctx, [`${directory}/${script}`], { directory });
    if (failure === undefined) continue;
    return [failureDiagnostic(name, failure, "the machine was not created or changed")];
  }
  return [];
}
