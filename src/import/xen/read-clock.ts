/** Clocks and timers. */

import type { CfgSetting } from "./cfg-value.ts";
import { pieceOf } from "./cfg-value.ts";
import type { XlImport } from "./context.ts";
import { convert, textOf } from "./convert.ts";
import { readPlain } from "./read-boot.ts";
import { readNumbered } from "./read-processor.ts";
import type { Readers } from "./reader.ts";

export const clockReaders: Readers = {
  localtime: readLocalTime,
  rtc_timeoffset: readOffset,
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

type Read = (ctx: XlImport, setting: CfgSetting) => void;

const base = ["system", "clock", "base"];

/** A clock always says what it shows; UTC where the file does not. */
function withBase(read: Read): Read {
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

function readOffset(ctx: XlImport, setting: CfgSetting): void {
  withBase((_, offset) => readPlain(ctx, offset, ["system", "clock", "offset"]))(ctx, setting);
}
