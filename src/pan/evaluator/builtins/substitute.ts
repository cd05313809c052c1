import { substitute as substituteText } from "../../java/substitutor.ts";
import { Dict } from "../../tree/dict.ts";
import type { Builtin } from "../builtin.ts";
import { valueText } from "../value-text.ts";

export const substitute: Builtin = {
  name: "substitute",
  signature: "substitute(text: string, values?: dict) -> string",
  summary:
    "The text with each reference in $ and braces replaced by the value of the dict, or else of the variable.",
  minArguments: 1,
  maxArguments: 2,
  call(ctx, args, site) {
    const text = site.string(ctx, args, 0);
    const values = args[1];
    if (values !== undefined && !(values instanceof Dict))
      return site.failType(ctx, 1, "a dict", values);
    const result = substituteText(text, (name) => {
      const value = values === undefined ? ctx.variable(name) : values.get(name);
      return value === undefined
        ? site.fail(ctx, "substitute-undefined", { name })
        : valueText(value);
    });
    if (typeof result === "string") return result;
    return site.fail(ctx, "substitution-cycle", { names: result.names.join(" → ") });
  },
};
