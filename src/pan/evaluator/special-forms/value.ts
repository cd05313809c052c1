/** `value(path)`: a copy of what stands at a path, here or in another profile. */

import { isPathProblem, parsePath } from "../../tree/path.ts";
import { duplicate } from "../../tree/resource.ts";
import { UNDEF } from "../../tree/transient.ts";
import { type Compiled, flagsOf } from "../code.ts";
import { fail } from "../site.ts";
import type { SpecialForm } from "../special-form.ts";
import { failPath } from "../term-problem.ts";
import { describe } from "../value-text.ts";

export const value: SpecialForm = {
  name: "value",
  signature: "value(path: string, default?: element) -> element",
  summary: "A copy of the value at the path; the default if there is none or it is undef.",
  minArguments: 1,
  maxArguments: 2,
  needsProfile: true,
  compile(scope, node, args) {
    const path = (args[0] as Compiled).run;
    const fallback = args[1]?.run;
    const span = scope.span(node);
    return {
      ...flagsOf(args),
      constant: undefined,
      run(ctx) {
        const text = path(ctx);
        const other = fallback?.(ctx);
        if (typeof text !== "string")
          return fail(ctx, span, "path-not-string", { function: "value", given: describe(text) });
        const parsed = parsePath(text);
        if (isPathProblem(parsed)) return failPath(ctx, span, text, parsed);
        const found = ctx.peek(parsed, span, true);
        const result = found === undefined || found === UNDEF ? (other ?? found) : found;
        return result === undefined ? ctx.failNoValue(parsed, span) : duplicate(result);
      },
    };
  },
};
