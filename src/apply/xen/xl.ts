/** What xl is asked, and how its answers are read. */

import type { ApplyContext } from "../apply-context.ts";
import { change, look, ProgramFailure } from "../programs.ts";

export interface Domain {
  readonly uuid: string;
  readonly id: string;
  readonly name: string;
}

/** All guests. (`xl list -l` leaves out those whose configuration libxl does not know.) */
export async function listDomains(ctx: ApplyContext): Promise<readonly Domain[] | ProgramFailure> {
  const listing = await look(ctx, ["xl", "vm-list"]);
  if (listing instanceof ProgramFailure) return listing;
  return listing.split("\n").flatMap((line) => {
    const [, uuid = "", id = "", name = ""] =
      /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\s+(\d+)\s+(.+?)\s*$/.exec(line) ?? [];
    return uuid === "" ? [] : [{ uuid, id, name }];
  });
}

/** The release of the running hypervisor, such as `4.17.3`; undefined if it cannot be told. */
export async function xenVersion(ctx: ApplyContext): Promise<string | undefined> {
  const answer = await look(ctx, ["xl", "info", "xen_version"]);
  return typeof answer === "string" ? /\d+\.\d+(\.\d+)?/.exec(answer)?.[0] : undefined;
}

/** Long enough for a host under load to tear a domain down. */
const mostLooks = 30;

/**
 * Ends a domain: asks the guest to shut down, and destroys what is left of it. A guest whose configuration says that
 * it starts again when it powers off comes back with another number, and is then destroyed as well.
 */
export async function takeDown(
  ctx: ApplyContext,
  { name, id }: Domain,
): Promise<ProgramFailure | undefined> {
  const timeout = ctx.options.shutdownTimeout * 1000;
  // A guest that does not hear of it, or does not obey in time, is destroyed.
  const asked = timeout > 0 ? await change(ctx, shutdownCommand(id), { timeout }) : undefined;
  if (ctx.options.dryRun) return undefined;
  let failure = asked;
  for (let looks = 0; looks < mostLooks; looks++) {
    const domains = await listDomains(ctx);
    if (domains instanceof ProgramFailure) return domains;
    const left = domains.find((domain) => domain.name === name);
    if (left === undefined) return undefined;
    // The program that watches the domain may be about to remove it.
    if (looks > 0 || asked !== undefined || timeout <= 0) {
      failure = await change(ctx, ["xl", "destroy", left.id]);
    }
    await look(ctx, ["sleep", "1"]);
  }
  return failure ?? new ProgramFailure(["xl", "destroy", id], false, "The domain is still there.");
}

/** `-F`: a guest without drivers for Xen is sent what a power button sends. */
function shutdownCommand(id: string): readonly string[] {
  return ["xl", "shutdown", "-w", "-F", id];
}
