/** What xl is told of clocks and timers. */

import type { VmModel } from "../../vm/model/model.ts";
import {
  computedKey,
  plainKey,
  requireReleaseUntil,
  type XenContext,
  type XlKey,
} from "./xl-table.ts";

export const clockKeys: readonly XlKey[] = [
  computedKey("localtime", "/system/clock/base", { platform: "x86" }, localTime),
  computedKey("rtc_timeoffset", "/system/clock/offset", { platform: "x86" }, clockOffset),
  computedKey("tsc_mode", "/system/clock/tsc_mode", { platform: "x86" }, tscMode),
  plainKey("timer_mode", "/system/clock/timer_mode", { guests: ["pvh", "hvm"], platform: "x86" }),
];

/** UTC is what xl takes where it is told nothing. */
function localTime({ system }: VmModel): number | undefined {
  return system.clock?.base === "localtime" ? 1 : undefined;
}

/** The syntax has no negative numbers, but xl reads one in a text. */
function clockOffset({ system }: VmModel): string | number | undefined {
  const offset = system.clock?.offset;
  return offset === undefined || offset >= 0 ? offset : String(offset);
}

function tscMode({ system }: VmModel, ctx: XenContext): string | undefined {
  const mode = system.clock?.tsc_mode;
  if (mode === "native_paravirt") {
    requireReleaseUntil(ctx, "tsc_mode=native_paravirt", 11, ["system", "clock", "tsc_mode"]);
  }
  return mode;
}
