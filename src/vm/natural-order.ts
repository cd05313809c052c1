/** The order in which people count: eth2 before eth10. */

import { compareCodeUnits, compareNumbers } from "../base/compare.ts";

export function compareNatural(left: string, right: string): number {
  const leftParts = parts(left);
  const rightParts = parts(right);
  for (const [i, part] of leftParts.entries()) {
    const other = rightParts[i];
    if (other === undefined) return 1;
    const order = comparePart(part, other);
    if (order !== 0) return order;
  }
  // What is left differs in leading zeros only, or not at all.
  return compareNumbers(leftParts.length, rightParts.length) || compareCodeUnits(left, right);
}

/** Runs of digits, and runs of anything else. */
function parts(text: string): readonly string[] {
  return text.match(/[0-9]+|[^0-9]+/g) ?? [];
}

function comparePart(left: string, right: string): number {
  if (/^[0-9]/.test(left) && /^[0-9]/.test(right)) {
    const [a, b] = [left.replace(/^0+/, ""), right.replace(/^0+/, "")];
    return compareNumbers(a.length, b.length) || compareCodeUnits(a, b);
  }
  return compareCodeUnits(left, right);
}
