import type { Builtin } from "../builtin.ts";
import { formatCall } from "./support/format-call.ts";

export const debug: Builtin = {
  name: "debug",
  signature: "debug(format: string, value: element, ...) -> string",
  summary:
    "Prints a message if debugging is on for the template; gives the message, or undef if it is off.",
  minArguments: 1,
  maxArguments: Number.POSITIVE_INFINITY,
  needsProfile: true,
  checkConstants(args, site) {
    if (args.length === 1) site.literalString(args, 0);
  },
  call(ctx, args, site) {
    const message = args.length === 1 ? site.string(ctx, args, 0) : formatCall(ctx, args, site);
    ctx.print(`[${ctx.objectName}] ${message}`);
    return message;
  },
};
