/** All built-in functions whose arguments are evaluated before the call. */

import type { Builtin } from "../builtin.ts";

const all: readonly Builtin[] = [];

export const builtins: ReadonlyMap<string, Builtin> = new Map(
  all.map((builtin) => [builtin.name, builtin]),
);
