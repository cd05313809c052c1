/** What xl is told of scheduling: shares, pinning, and the real-time scheduler RTDS. */

import type { Place, VmModel } from "../../vm/model/model.ts";
import type { Affinity } from "../../vm/model/system.ts";
import type { SpawnedFile } from "../spawn-result.ts";
import { isAtLeast } from "./release.ts";
import { printScript } from "./script.ts";
import {
  computedKey,
  flag,
  plainKey,
  requireRelease,
  row,
  type XenContext,
  type XlKey,
} from "./xl-table.ts";

export const schedulingKeys: readonly XlKey[] = [
  plainKey("cpu_weight", "/system/scheduling/weight"),
  plainKey("cap", "/system/scheduling/cap"),
  computedKey("period", "/system/scheduling/realtime/period", { since: 5 }, period),
  computedKey("extratime", "/system/scheduling/realtime/extratime", { since: 10 }, extraTime),
  plainKey("pool", "/system/scheduling/pool"),
  row("cpus", ["system", "scheduling", "hard_affinity"], {}, (vm, ctx) =>
    affinity(ctx, vm.system.scheduling.hard_affinity, "hard_affinity", "cpus"),
  ),
  row("cpus_soft", ["system", "scheduling", "soft_affinity"], { since: 5 }, (vm, ctx) =>
    affinity(ctx, vm.system.scheduling.soft_affinity, "soft_affinity", "cpus_soft"),
  ),
];

/** The first releases that have `cpus_soft` have both forms of it. */
function affinity(
  ctx: XenContext,
  wanted: Affinity | undefined,
  field: string,
  name: string,
): string | readonly string[] | undefined {
  if (wanted === undefined) return undefined;
  const place = ["system", "scheduling", field];
  if (wanted.all !== undefined) {
    if (name === "cpus") checkNodes(ctx, wanted.all, [...place, "all"]);
    return wanted.all;
  }
  if (name === "cpus") requireRelease(ctx, "cpus=[…]", 5, [...place, "each"]);
  return wanted.each;
}

function checkNodes(ctx: XenContext, list: string, place: Place): void {
  if (list.includes("node")) requireRelease(ctx, "cpus=nodes:…", 4, place);
}

/** In microseconds: what RTDS gives a virtual CPU until it is told otherwise. */
const defaultBudget = 4000;

/**
 * A period below the default budget would make the creation fail, as xl has no key for the budget: the script sets
 * both then.
 */
function period({ system }: VmModel, { release }: XenContext): number | undefined {
  const wanted = system.scheduling.realtime?.period;
  const isTooShort = wanted !== undefined && wanted < defaultBudget && isAtLeast(release, 5);
  return isTooShort ? undefined : wanted;
}

function extraTime({ system }: VmModel): number | undefined {
  return flag(system.scheduling.realtime?.extratime);
}

/** What must be done once the machine is there, as xl.cfg has no word for it. */
export function postCreateScript(ctx: XenContext): SpawnedFile | undefined {
  const { name, scheduling } = ctx.vm.system;
  const { realtime } = scheduling;
  if (realtime === undefined) return undefined;
  // Before 4.7 a domain had one period and budget; since 4.10 all three go together.
  const command = [
    ...["xl", "sched-rtds", "-d", name],
    ...(isAtLeast(ctx.release, 7) ? ["-v", "all"] : []),
    ...["-p", String(realtime.period), "-b", String(realtime.budget)],
    ...(isAtLeast(ctx.release, 10) ? ["-e", String(Number(realtime.extratime ?? true))] : []),
  ];
  const comments = [
    `${name}: to be run when xl create has made the machine.`,
    `Made by vmcs from ${ctx.vm.profile}, source ${ctx.vm.digest}.`,
    "",
    "xl.cfg has no key for the budget of the real-time scheduler.",
  ];
  return {
    name: `${name}.post-create.sh`,
    content: printScript(comments, [command]),
    executable: true,
  };
}
