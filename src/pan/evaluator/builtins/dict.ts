import type { Builtin } from "../builtin.ts";
import { checkPairs, makeDict } from "./support/make-dict.ts";

export const dict: Builtin = {
  name: "dict",
  signature: "dict(key: string, value: element, ...) -> dict",
  summary: "A dict of the pairs.",
  minArguments: 0,
  maxArguments: Number.POSITIVE_INFINITY,
  checkConstants: checkPairs,
  call: makeDict,
};
