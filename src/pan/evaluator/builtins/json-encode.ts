import type { Value } from "../../tree/value.ts";
import type { Builtin } from "../builtin.ts";
import { holdsUndef } from "./support/json-tree.ts";
import { writeJson } from "./support/json-writer.ts";

export const jsonEncode: Builtin = {
  name: "json_encode",
  signature: "json_encode(value: element) -> string",
  summary: "The value as JSON, two spaces a level.",
  minArguments: 1,
  maxArguments: 1,
  call(ctx, args, site) {
    const value = args[0] as Value;
    return holdsUndef(value) ? site.fail(ctx, "json-undef", {}) : writeJson(value);
  },
};
