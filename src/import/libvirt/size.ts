/** Amounts of memory as libvirt writes them: a number, and a unit that is KiB where it is absent. */

import { lookUp } from "../../base/lookup.ts";
import type { XmlElement } from "../../vm/shape/read-xml.ts";
import { type ImportContext, numberOf, reportValue } from "./import-context.ts";

const bytes: Readonly<Record<string, number>> = {
  b: 1,
  bytes: 1,
  KB: 1e3,
  k: 2 ** 10,
  KiB: 2 ** 10,
  MB: 1e6,
  M: 2 ** 20,
  MiB: 2 ** 20,
  GB: 1e9,
  G: 2 ** 30,
  GiB: 2 ** 30,
  TB: 1e12,
  T: 2 ** 40,
  TiB: 2 ** 40,
};

/** The amount in MiB; what is no whole number of these is rounded up, which is reported. */
export function mebibytes(
  ctx: ImportContext,
  element: XmlElement | undefined,
  amount: string | undefined,
): number | undefined {
  const number = numberOf(amount);
  const unit = ctx.attribute(element, "unit") ?? "KiB";
  const factor = lookUp(bytes, unit);
  if (element === undefined || number === undefined) return undefined;
  if (factor === undefined) {
    reportValue(ctx, element, `<${element.name}>`, `${number} ${unit}`, "is of no known unit");
    return undefined;
  }
  const exact = (number * factor) / 2 ** 20;
  const rounded = Math.ceil(exact);
  if (rounded !== exact) {
    const wanted = `becomes ${rounded} MiB, as the model counts whole MiB`;
    reportValue(ctx, element, `<${element.name}>`, `${number} ${unit}`, wanted);
  }
  return rounded;
}
