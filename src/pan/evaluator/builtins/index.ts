import { Dict } from "../../tree/dict.ts";
import { List } from "../../tree/list.ts";
import type { Value } from "../../tree/value.ts";
import type { Builtin } from "../builtin.ts";
import { indexInList, indexOfText, keyInDict } from "./support/find-value.ts";

export const index: Builtin = {
  name: "index",
  signature: "index(value: element, where: string | resource, from?: long) -> long | string",
  summary:
    "Position of a text in a text or of a value in a list, -1 if absent; key of a value in a dict, empty if absent.",
  minArguments: 2,
  maxArguments: 3,
  call(ctx, args, site) {
    const [value, where] = args as readonly [Value, Value];
    const from =
      args.length === 3 ? Math.max(0, Number(BigInt.asIntN(32, site.long(ctx, args, 2)))) : 0;
    if (typeof value === "string" && typeof where === "string")
      return BigInt(indexOfText(where, value, from));
    if (where instanceof List) return BigInt(indexInList(where, value, from));
    return where instanceof Dict
      ? keyInDict(where, value, from)
      : site.failType(ctx, 1, "a string, list or dict", where);
  },
};
