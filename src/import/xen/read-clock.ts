/** Clocks and timers. */

import type { CfgSetting } from "./cfg-value.ts";
import { pieceOf } from "./cfg-value.ts";
import type { XlImport } from "./context.ts";
import { convert, textOf } from "./convert.ts";
import { type Reader, type Readers, readNumbered, readPlain } from "./reader.ts";

export const clockReaders: Readers = {
  localtime: readLocalTime,
  rtc_timeoffset: withBase((ctx, setting) =>
    readPlain(ctx, setting, ["system", "clock", "offset"]),
  ),
  tsc_mode: withBase(
    readNumbered(
      ["system", "clock", "tsc_mode"],
      ["default", "always_emulate", "native", "native_paravirt"],
    ),
  ),
  timer_mode: withBase(
    readNumbered(
      ["system", "clock", "timer_mode"],
      [
        "delay_for_missed_ticks",
        "no_delay_for_missed_ticks",
        "no_missed_ticks_pending",
        "one_missed_tick_pending",
      ],
    ),
  ),
};

const base = ["system", "clock", "base"];

/** A clock always says what it shows; UTC where the file does not. */
function withBase(read: Reader): Reader {
  return (ctx, setting) => {
    read(ctx, setting);
    if (ctx.draft.get(base) === undefined) ctx.draft.put(base, "utc");
  };
}

function readLocalTime(ctx: XlImport, setting: CfgSetting): void {
  const text = textOf(ctx, setting.value, setting.key);
  if (text === undefined) return;
  const isLocal = convert(ctx, { kind: "boolean" }, pieceOf(text), setting.key);
  if (isLocal === true) ctx.draft.put(base, "localtime");
}
