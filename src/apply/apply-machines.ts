/** Machines are created one after the other, as far as they are not there already. */

import { assertNever } from "../base/assert-never.ts";
import { type Diagnostic, diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import { noSpan } from "../text/span.ts";
import type { ApplyContext, Machine, Plan, Platform } from "./apply-context.ts";
import { libvirtPlatform } from "./libvirt/apply-libvirt.ts";
import { prepare } from "./prepare.ts";
import { xenPlatform } from "./xen/apply-xen.ts";

/** Backends whose files create machines; a machine is created on one of them. */
export const platforms: readonly Platform[] = [xenPlatform, libvirtPlatform];

/** `prepared`: there is no platform, so only disks and seeds were made. */
export type Result = "created" | "started" | "replaced" | "unchanged" | "prepared" | "failed";

export interface MachineOutcome {
  readonly name: string;
  readonly result: Result;
}

export interface ApplyOutcome {
  readonly machines: readonly MachineOutcome[];
  /** Machines that were not looked at, as one before them had failed. */
  readonly notReached: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Undefined: no platform, only what goes before. */
export async function applyMachines(
  machines: readonly Machine[],
  platform: Platform | undefined,
  ctx: ApplyContext,
): Promise<ApplyOutcome> {
  const diagnostics = [...((await platform?.inspect(ctx)) ?? [])];
  const outcomes: MachineOutcome[] = [];
  for (const machine of machines) {
    const { name } = machine;
    const found: Diagnostic[] = [];
    const result = await applyMachine(machine, platform, ctx, found);
    diagnostics.push(...found);
    outcomes.push({ name, result });
    ctx.note(`${name}: ${describe(result, ctx)}`);
    if (result === "failed" && !ctx.options.keepGoing) break;
  }
  const notReached = machines.slice(outcomes.length).map(({ name }) => name);
  if (notReached.length > 0) diagnostics.push(notReachedDiagnostic(notReached));
  return { machines: outcomes, notReached, diagnostics };
}

async function applyMachine(
  machine: Machine,
  platform: Platform | undefined,
  ctx: ApplyContext,
  diagnostics: Diagnostic[],
): Promise<Result> {
  const plan = await platform?.plan(machine, ctx);
  diagnostics.push(...(plan?.diagnostics ?? []));
  if (plan?.action === "refused") return "failed";
  if (plan?.action === "unchanged") return "unchanged";
  // A disk is never touched while its machine is left as it is.
  const unprepared = await prepare(machine, ctx);
  const problems = unprepared.length > 0 ? unprepared : ((await plan?.perform()) ?? []);
  diagnostics.push(...problems);
  if (hasErrors(problems)) return "failed";
  return plan === undefined ? "prepared" : resultOf(plan.action);
}

function resultOf(action: Extract<Plan, { perform: unknown }>["action"]): Result {
  switch (action) {
    case "create":
      return "created";
    case "replace":
      return "replaced";
    case "start":
      return "started";
    default:
      return assertNever(action);
  }
}

function describe(result: Result, { options }: ApplyContext): string {
  const changes = result !== "unchanged" && result !== "failed";
  return options.dryRun && changes ? `would be ${result}` : result;
}

const mostNamed = 10;

function notReachedDiagnostic(names: readonly string[]): Diagnostic {
  const more = names.length - mostNamed;
  const list = names.slice(0, mostNamed).join(", ");
  return diagnostic("apply-not-reached", noSpan, {
    names: more > 0 ? `${list} and ${more} more` : list,
  });
}
