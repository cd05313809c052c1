/** What is often wrong with two values. */

import type { Report } from "../reporter.ts";
import { formatPlace, type Place } from "./model.ts";

/** Reports the first of two fields of a record if both are given. */
export function excludeEachOther<T extends object>(
  report: Report,
  place: Place,
  record: T,
  first: keyof T & string,
  second: keyof T & string,
): void {
  if (record[first] === undefined || record[second] === undefined) return;
  const other = formatPlace([...place, second]);
  report("vm-values-exclude-each-other", [...place, first], { other });
}

/** Reports a value that only one may have, if another has it. */
export function isTakenBy(
  report: Report,
  place: Place,
  value: string | number,
  other: Place | undefined,
): void {
  if (other === undefined) return;
  const related = [{ place: other, message: "the other one" }];
  report("vm-value-taken", place, { value, other: formatPlace(other) }, { related });
}
