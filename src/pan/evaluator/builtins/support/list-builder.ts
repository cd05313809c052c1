/** Lists that are put together from elements of others. */

import { List } from "../../../tree/list.ts";
import { NULL } from "../../../tree/transient.ts";
import type { Value } from "../../../tree/value.ts";

/**
 * A list of the values, each in its own place. As an assignment of `null` deletes, a `null` leaves its place empty: it
 * becomes `undef` when another value follows, and is missing at the end.
 */
export function listOf(values: Iterable<Value>): List {
  const list = new List();
  let index = 0;
  for (const value of values) {
    if (value !== NULL) list.set(index, value);
    index++;
  }
  return list;
}
