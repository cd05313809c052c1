import type { Builtin } from "../builtin.ts";
import { formatCall } from "./support/format-call.ts";

export const error: Builtin = {
  name: "error",
  signature: "error(format: string, value: element, ...)",
  summary: "Ends the evaluation with a message of your own.",
  minArguments: 1,
  maxArguments: Number.POSITIVE_INFINITY,
  neverReturns: true,
  call(ctx, args, site) {
    const message = args.length === 1 ? site.string(ctx, args, 0) : formatCall(ctx, args, site);
    return site.fail(ctx, "user-error", { message });
  },
};
