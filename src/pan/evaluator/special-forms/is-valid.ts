/** `is_valid(type, value)`: whether a value would pass as one of the type. */

import { type Compiled, flagsOf } from "../code.ts";
import { fail } from "../site.ts";
import type { SpecialForm } from "../special-form.ts";

export const isValid: SpecialForm = {
  name: "is_valid",
  signature: "is_valid(type: name, value: element) -> boolean",
  summary: "Whether the value is valid for the named type.",
  minArguments: 2,
  maxArguments: 2,
  needsProfile: true,
  compile(scope, node, args) {
    const { variable } = args[0] as Compiled;
    const value = (args[1] as Compiled).run;
    const span = scope.span(node);
    if (variable === undefined) return scope.refuse(node.args[0] ?? node, "type-name-needed", {});
    return {
      ...flagsOf(args),
      constant: undefined,
      run(ctx) {
        if (variable.indexes.length > 0 || variable.name === "SELF")
          return fail(ctx, span, "type-name-needed", {});
        const tested = value(ctx);
        const type = ctx.types.get(variable.name);
        if (type === undefined) return ctx.failUnknownType(variable.name, span);
        return ctx.driver.isValid(ctx, type, tested);
      },
    };
  },
};
