import { parseDouble } from "../../java/number-text.ts";
import type { Value } from "../../tree/value.ts";
import type { Builtin } from "../builtin.ts";

export const toDouble: Builtin = {
  name: "to_double",
  signature: "to_double(value: property) -> double",
  summary: "The value as a double: true is 1.0, strings are read as numbers.",
  minArguments: 1,
  maxArguments: 1,
  call(ctx, args, site) {
    const value = args[0] as Value;
    if (typeof value === "number") return value;
    if (typeof value === "bigint" || typeof value === "boolean") return Number(value);
    if (typeof value !== "string") return site.failType(ctx, 0, "a property", value);
    return parseDouble(value) ?? site.fail(ctx, "not-a-double", { text: value });
  },
};
