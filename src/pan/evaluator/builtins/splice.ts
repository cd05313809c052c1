import { List } from "../../tree/list.ts";
import type { Value } from "../../tree/value.ts";
import type { Builtin } from "../builtin.ts";
import { listOf } from "./support/list-builder.ts";
import { sliceBounds } from "./support/slice-bounds.ts";

export const splice: Builtin = {
  name: "splice",
  signature:
    "splice(value: string | list, start: long, length: long, replacement?: string | list) -> string | list",
  summary: "The value with a part of it replaced.",
  minArguments: 3,
  maxArguments: 4,
  call(ctx, args, site) {
    const value = args[0] as Value;
    const start = site.int(ctx, args, 1);
    const length = site.int(ctx, args, 2);
    if (typeof value === "string") {
      const middle = args.length === 4 ? site.string(ctx, args, 3) : "";
      const bounds = sliceBounds(ctx, site, value.length, start, length);
      return value.slice(0, bounds.start) + middle + value.slice(bounds.end);
    }
    if (!(value instanceof List)) return site.failType(ctx, 0, "a string or a list", value);
    const middle = args[3] ?? new List();
    if (!(middle instanceof List)) return site.failType(ctx, 3, "a list", middle);
    const bounds = sliceBounds(ctx, site, value.size, start, length);
    const items = value.toArray();
    const head = items.slice(0, bounds.start);
    return listOf([...head, ...middle.toArray(), ...items.slice(bounds.end)]);
  },
};
