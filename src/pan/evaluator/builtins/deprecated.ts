import type { Value } from "../../tree/value.ts";
import type { Builtin } from "../builtin.ts";
import { checkLevel } from "./support/deprecation-level.ts";

export const deprecated: Builtin = {
  name: "deprecated",
  signature: "deprecated(level: long, message: string) -> boolean",
  summary: "Tells the user that something is deprecated; always true.",
  minArguments: 2,
  maxArguments: 2,
  readTimeValue: true,
  checkConstants(args, site) {
    const [level, message] = args;
    if (level !== undefined) checkLevel(undefined, site, level);
    if (message !== undefined && typeof message !== "string")
      site.failType(undefined, 1, "a string", message);
  },
  call(ctx, args, site) {
    checkLevel(ctx, site, args[0] as Value);
    const message = site.string(ctx, args, 1);
    if (ctx.deprecationWarnings === "fatal")
      return site.fail(ctx, "deprecation-fatal", { message });
    if (ctx.deprecationWarnings === "on") ctx.print(message);
    return true;
  },
};
