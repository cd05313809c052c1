import type { Builtin } from "../builtin.ts";
import { formatCall } from "./support/format-call.ts";

export const format: Builtin = {
  name: "format",
  signature: "format(format: string, value: element, ...) -> string",
  summary: "The values laid out by a format of Java.",
  minArguments: 1,
  maxArguments: Number.POSITIVE_INFINITY,
  call: formatCall,
};
