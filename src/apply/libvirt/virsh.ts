/** What virsh is asked, and how its answers are read. */

import type { ApplyContext } from "../apply-context.ts";
import { change, look, ProgramFailure } from "../programs.ts";

export function virsh({ options }: ApplyContext, ...args: readonly string[]): readonly string[] {
  return options.connect === undefined
    ? ["virsh", ...args]
    : ["virsh", "--connect", options.connect, ...args];
}

/** The names of all domains, those that do not run included. */
export async function domainNames(ctx: ApplyContext): Promise<readonly string[] | ProgramFailure> {
  const listing = await look(ctx, virsh(ctx, "list", "--all", "--name"));
  return listing instanceof ProgramFailure ? listing : words(listing);
}

/** The domain as it is defined, with its passwords. */
export function definitionOf(ctx: ApplyContext, name: string): Promise<string | ProgramFailure> {
  return look(ctx, virsh(ctx, "dumpxml", "--inactive", "--security-info", name));
}

/** Whether the domain runs, or is in any other state but "shut off". */
export async function isActive(ctx: ApplyContext, name: string): Promise<boolean | ProgramFailure> {
  const active = await look(ctx, virsh(ctx, "list", "--name"));
  return active instanceof ProgramFailure ? active : words(active).includes(name);
}

/** Asks the guest to shut down, waits, and destroys what is still there. */
export async function takeDown(
  ctx: ApplyContext,
  name: string,
): Promise<ProgramFailure | undefined> {
  const { shutdownTimeout, dryRun } = ctx.options;
  const asked = shutdownTimeout > 0 ? await change(ctx, virsh(ctx, "shutdown", name)) : undefined;
  if (dryRun) return undefined;
  const waits = asked === undefined ? shutdownTimeout : 0;
  for (let seconds = 0; seconds < waits; seconds++) {
    if ((await isActive(ctx, name)) === false) return undefined;
    await look(ctx, ["sleep", "1"]);
  }
  if ((await isActive(ctx, name)) === false) return undefined;
  const alive = await change(ctx, virsh(ctx, "destroy", name));
  // It may have ended by itself a moment before.
  return (await isActive(ctx, name)) === false ? undefined : (alive ?? stillThere(ctx, name));
}

function stillThere(ctx: ApplyContext, name: string): ProgramFailure {
  return new ProgramFailure(virsh(ctx, "destroy", name), false, "The domain is still there.");
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}
