import { Dict } from "../../tree/dict.ts";
import { List } from "../../tree/list.ts";
import type { Value } from "../../tree/value.ts";
import type { Builtin } from "../builtin.ts";
import { indexInList, keyInDict } from "./support/find-value.ts";

export const index: Builtin = {
  name: "index",
  signature: "index(value: element, where: string | resource, from?: long) -> long | string",
  summary:
    "Position of a text in a text or of a value in a list, -1 if absent; key of a value in a dict, empty if absent.",
  minArguments: 2,
  maxArguments: 3,
  call(ctx, args, site) {
    const [value, where] = args as readonly [Value, Value];
    // Only the low 32 bits count, as Java narrows a long to an int.
    const given = args.length === 3 ? Number(BigInt.asIntN(32, site.long(ctx, args, 2))) : 0;
    const from = Math.max(0, given);
    if (where instanceof List) return BigInt(indexInList(where, value, from));
    if (where instanceof Dict) return keyInDict(where, value, from);
    if (typeof where !== "string") return site.failType(ctx, 1, "a string, list or dict", where);
    if (typeof value !== "string")
      return site.failType(ctx, 0, "a string to find in a string", value);
    return BigInt(where.indexOf(value, from));
  },
};
