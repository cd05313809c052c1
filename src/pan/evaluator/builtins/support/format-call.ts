/** Calls that take a format and its arguments, as `format`, `error` and `debug` do. */

import { formatText } from "../../../java/formatter/format.ts";
import { FormatProblem } from "../../../java/formatter/specifier.ts";
import { isProperty, isResource, type Value } from "../../../tree/value.ts";
import type { CallSite, FunctionContext } from "../../builtin.ts";
import { valueText } from "../../value-text.ts";

export function formatCall(ctx: FunctionContext, args: readonly Value[], site: CallSite): string {
  const format = site.string(ctx, args, 0);
  const values = args.slice(1).map((value, i) => {
    if (isProperty(value)) return value;
    return isResource(value)
      ? valueText(value)
      : site.failType(ctx, i + 1, "a property or resource", value);
  });
  const text = formatText(format, values);
  if (!(text instanceof FormatProblem)) return text;
  return site.fail(ctx, "format-invalid", { format, why: text.message });
}
