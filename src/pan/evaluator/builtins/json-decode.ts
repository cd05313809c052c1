import { JsonProblem } from "../../java/json/json-value.ts";
import { parseJson } from "../../java/json/parse-json.ts";
import { NULL } from "../../tree/transient.ts";
import type { Builtin } from "../builtin.ts";
import { treeOfJson } from "./support/json-tree.ts";

export const jsonDecode: Builtin = {
  name: "json_decode",
  signature: "json_decode(text: string) -> element",
  summary: "The value that a text in JSON describes.",
  minArguments: 1,
  maxArguments: 1,
  call(ctx, args, site) {
    const text = site.string(ctx, args, 0);
    const json = parseJson(text);
    // A text without a value gives what deletes, as the reference compiler's reader gives nothing.
    if (json === undefined) return NULL;
    if (json instanceof JsonProblem) {
      return site.fail(ctx, "json-invalid", { why: json.message, position: json.index + 1 });
    }
    return treeOfJson(ctx, site, json);
  },
};
