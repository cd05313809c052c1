/** Lists from arguments. */

import { List } from "../../../tree/list.ts";
import type { Value } from "../../../tree/value.ts";

export function makeList(values: readonly Value[]): List {
  return new List([...values]);
}
