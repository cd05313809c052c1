/** The part of a text or list that `substr` and `splice` mean. */

import type { CallSite, FunctionContext } from "../../builtin.ts";

export interface SliceBounds {
  readonly start: number;
  readonly end: number;
}

/** A negative start counts from the end, a negative length leaves so many off the end. */
export function sliceBounds(
  ctx: FunctionContext,
  site: CallSite,
  size: number,
  start: number,
  length: number | undefined,
): SliceBounds {
  const from = start < 0 ? size + start : start;
  if (from < 0 || from > size)
    return site.fail(ctx, "slice-out-of-range", {
      function: site.builtin.name,
      what: "start",
      index: start,
      size,
    });
  if (length === undefined) return { start: from, end: size };
  const to = length >= 0 ? from + length : size + length;
  if (to < from || to > size)
    return site.fail(ctx, "slice-out-of-range", {
      function: site.builtin.name,
      what: "end",
      index: length,
      size,
    });
  return { start: from, end: to };
}
