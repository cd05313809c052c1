/** The decimal digits that Java starts from when it formats a double: the shortest ones, as it prints them. */

import { formatDouble } from "../double-text.ts";

/** 0.`text` × 10^point; `text` has no leading zeros, and is "0" for zero. */
export interface DecimalDigits {
  readonly text: string;
  readonly point: number;
}

export function decimalDigits(magnitude: number): DecimalDigits {
  if (magnitude === 0) return { text: "0", point: 1 };
  const [mantissa = "", exponent = "0"] = formatDouble(magnitude).split("E");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const all = whole + fraction;
  const leading = /^0*/.exec(all)?.[0].length ?? 0;
  const text = all.slice(leading).replace(/0+$/, "");
  return { text, point: whole.length - leading + Number(exponent) };
}

/** Rounds half up to `count` digits; none are left if `count` is not positive, unless rounding makes one. */
export function roundDigits({ text, point }: DecimalDigits, count: number): DecimalDigits {
  if (count >= text.length) return { text, point };
  if (count < 0) return { text: "0", point: 1 };
  const up = (text[count] as string) >= "5";
  const kept = text.slice(0, count);
  if (!up) return kept === "" ? { text: "0", point: 1 } : { text: kept, point };
  const raised = String(BigInt(kept === "" ? "0" : kept) + 1n);
  return raised.length > count ? { text: raised, point: point + 1 } : { text: raised, point };
}
