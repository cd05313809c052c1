import type { Builtin } from "../builtin.ts";
import { checkPairs, makeDict } from "./support/make-dict.ts";

export const nlist: Builtin = {
  name: "nlist",
  signature: "nlist(key: string, value: element, ...) -> dict",
  summary: "The older name of dict.",
  minArguments: 0,
  maxArguments: Number.POSITIVE_INFINITY,
  checkConstants: checkPairs,
  call: makeDict,
};
