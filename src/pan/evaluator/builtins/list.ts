import { List } from "../../tree/list.ts";
import type { Builtin } from "../builtin.ts";

export const list: Builtin = {
  name: "list",
  signature: "list(value: element, ...) -> list",
  summary: "A list of the values.",
  minArguments: 0,
  maxArguments: Number.POSITIVE_INFINITY,
  call: (_ctx, args) => new List([...args]),
};
