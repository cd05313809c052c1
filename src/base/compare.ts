/** Total orders for everything that is shown: the same on every machine, whatever its locale. */

/** Orders by UTF-16 code units, as `<` does on strings. */
export function compareCodeUnits(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Orders ascending; NaN must not occur. */
export function compareNumbers(left: number, right: number): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
