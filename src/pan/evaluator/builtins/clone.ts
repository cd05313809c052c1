import { duplicate } from "../../tree/resource.ts";
import type { Value } from "../../tree/value.ts";
import type { Builtin } from "../builtin.ts";

export const clone: Builtin = {
  name: "clone",
  signature: "clone(value: element) -> element",
  summary: "A deep copy of the value.",
  minArguments: 1,
  maxArguments: 1,
  call: (_ctx, args) => duplicate(args[0] as Value),
};
