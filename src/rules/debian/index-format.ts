/** What writer and reader of an index agree on. */

import type { Constraint } from "../repository/package-source.ts";

/** Changes whenever the sections do, or what is put into them: indexes are kept from one version to the next. */
export const indexFormat = 2;

/** Operators by number. */
export const operatorCodes: readonly Constraint["operator"][] = [
  undefined,
  "<",
  "<=",
  "==",
  ">=",
  ">",
];
