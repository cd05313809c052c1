/** Pure functions of variables: of `match(OBJECT, x)` the outcome counts, and not the name. */

import type { Code, Compiled, VariableAccess } from "../code.ts";
import { type Derivation, isPlain, withoutNotes } from "./inputs.ts";

/** Code that applies a pure function, and notes its result in the place of the variables that it is applied to. */
export function derivedCode(
  args: readonly Compiled[],
  plain: Code,
  apply: Derivation["apply"],
): Code {
  const names = args.map(({ variable }) => globalName(variable));
  if (names.every((name) => name === undefined)) return plain;
  const derivation: Derivation = { names, apply };
  return (ctx) => {
    const { inputs } = ctx;
    if (inputs === undefined || inputs.isHopeless) return plain(ctx);
    const values = args.map(({ run }, i) => {
      if (names[i] === undefined) return run(ctx);
      const value = withoutNotes(ctx, () => run(ctx));
      return isPlain(value) ? value : run(ctx);
    });
    const result = apply(ctx, values);
    inputs.derived(derivation, values, result);
    return result;
  };
}

function globalName(variable: VariableAccess | undefined): string | undefined {
  const isGlobal =
    variable !== undefined &&
    variable.slot < 0 &&
    variable.indexes.length === 0 &&
    variable.name !== "SELF";
  return isGlobal ? variable.name : undefined;
}
