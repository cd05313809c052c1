import type { Value } from "../../tree/value.ts";
import type { Builtin } from "../builtin.ts";
import { valueText } from "../value-text.ts";

export const toString_: Builtin = {
  name: "to_string",
  signature: "to_string(value: element) -> string",
  summary: "The value as text.",
  minArguments: 1,
  maxArguments: 1,
  call: (_ctx, args) => valueText(args[0] as Value),
};
