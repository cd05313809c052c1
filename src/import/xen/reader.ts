/** What reads one key of a configuration, and the ways in which many keys are read. */

import type { Place } from "../../vm/model/model.ts";
import { shapeAt } from "../draft.ts";
import { type CfgSetting, pieceOf } from "./cfg-value.ts";
import { keyPlace, type XlImport } from "./context.ts";
import { convertItem, integerOf, refuse, textOf } from "./convert.ts";

/** Puts what a setting says into the draft, and reports what it cannot. */
export type Reader = (ctx: XlImport, setting: CfgSetting) => void;

export type Readers = Readonly<Record<string, Reader>>;

/** Reads a setting whose value is the model's, at a place of it. */
export function readPlain(ctx: XlImport, setting: CfgSetting, place: Place): void {
  const value = convertItem(ctx, shapeAt(place), setting.value, setting.key);
  if (value !== undefined) ctx.draft.put(place, value);
}

/** A choice that xl also takes by number, which is the old way. */
export function readNumbered(place: readonly string[], names: readonly string[]): Reader {
  return (ctx, setting) => {
    const text = textOf(ctx, setting.value, setting.key);
    if (text === undefined) return;
    const number = integerOf(text.text);
    if (number === undefined) {
      readPlain(ctx, setting, place);
      return;
    }
    const name = names[number];
    if (name === undefined) {
      refuse(ctx, pieceOf(text), setting.key, names.join(", "));
      return;
    }
    noteOldKey(ctx, { ...setting, key: `${setting.key} = ${number}` }, `/${place.join("/")}`);
    ctx.draft.put(place, name);
  };
}

/** Says where something stands that is written in an old way. */
export function noteOldKey(ctx: XlImport, setting: CfgSetting, path: string): void {
  ctx.report("import-key-old", keyPlace(setting), { key: setting.key, path });
}
