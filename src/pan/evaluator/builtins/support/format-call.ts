/** Calls that take a format and its arguments, as `format`, `error` and `debug` do. */

import { formatText } from "../../../java/format/format.ts";
import { FormatProblem } from "../../../java/format/specifier.ts";
import { valueText } from "../../../java/value-text.ts";
import { isProperty, isResource, type Value } from "../../../tree/value.ts";
import type { CallSite, FunctionContext } from "../../builtin.ts";

export function formatCall(ctx: FunctionContext, args: readonly Value[], site: CallSite): string {
  const format = site.string(ctx, args, 0);
  const values = args.slice(1).map((value, i) => {
    if (isProperty(value)) return value;
    return isResource(value) ? valueText(value) : site.failType(ctx, i + 1, "defined", value);
  });
  try {
    return formatText(format, values);
  } catch (problem) {
    if (!(problem instanceof FormatProblem)) throw problem;
    return site.fail(ctx, "format-invalid", { format, why: problem.message });
  }
}
