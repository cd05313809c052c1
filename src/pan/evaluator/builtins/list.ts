import type { Builtin } from "../builtin.ts";
import { makeList } from "./support/make-list.ts";

export const list: Builtin = {
  name: "list",
  signature: "list(value: element, ...) -> list",
  summary: "A list of the values.",
  minArguments: 0,
  maxArguments: Number.POSITIVE_INFINITY,
  call: (_ctx, args) => makeList(args),
};
