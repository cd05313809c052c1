import type { Builtin } from "../builtin.ts";

export const traceback: Builtin = {
  name: "traceback",
  signature: "traceback(message: string) -> string",
  summary: "Prints a message and the calls that led here if debugging is on for the template.",
  minArguments: 1,
  maxArguments: 1,
  needsProfile: true,
  checkConstants(args, site) {
    site.literalString(args, 0);
  },
  call(ctx, args, site) {
    const message = site.string(ctx, args, 0);
    const steps = ctx.trace().map(({ span, message: step }) => `  ${span.file}: ${step}`);
    ctx.print([message, ...steps].join("\n"));
    return message;
  },
};
