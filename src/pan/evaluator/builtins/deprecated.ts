import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { spanIn } from "../../../text/span.ts";
import type { Value } from "../../tree/value.ts";
import type { Builtin, CallSite, FunctionContext } from "../builtin.ts";

export const deprecated: Builtin = {
  name: "deprecated",
  signature: "deprecated(level: long, message: string) -> boolean",
  summary: "Tells the user that something is deprecated; always true.",
  minArguments: 2,
  maxArguments: 2,
  readTimeValue: true,
  checkConstants(args, site) {
    const [level] = args;
    if (level !== undefined) checkLevel(undefined, site, level);
    site.literalString(args, 1);
  },
  call(ctx, args, site) {
    checkLevel(ctx, site, args[0] as Value);
    const message = site.string(ctx, args, 1);
    if (ctx.deprecationWarnings === "fatal") {
      return site.fail(ctx, "deprecation-fatal", { message });
    }
    if (ctx.deprecationWarnings === "on") {
      const related = ctx.trace();
      ctx.report(diagnostic("deprecation", spanIn(site.file, site), { message }, { related }));
    }
    return true;
  },
};

/** The level decides nothing, but it must be a long that is not negative. */
function checkLevel(ctx: FunctionContext | undefined, site: CallSite, level: Value): void {
  if (typeof level !== "bigint" || level < 0n) {
    site.failType(ctx, 0, "a long that is not negative", level);
  }
}
