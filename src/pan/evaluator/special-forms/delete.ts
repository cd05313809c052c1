/** `delete(variable)`: removes a local variable, or an element of one. */

import { UNDEF } from "../../tree/transient.ts";
import { compileTarget } from "../compile-variable.ts";
import type { SpecialForm } from "../special-form.ts";

export const deleteForm: SpecialForm = {
  name: "delete",
  signature: "delete(variable: reference) -> undef",
  summary: "Removes a local variable, or the element that the reference names.",
  minArguments: 1,
  maxArguments: 1,
  compile(scope, node) {
    const argument = node.args[0];
    if (argument?.kind !== "VariableReference") {
      return scope.refuse(argument ?? node, "variable-reference-needed", {
        function: "delete",
        position: "first",
      });
    }
    const { assign, leaves, usesSelf, needsProfile } = compileTarget(scope, argument);
    return {
      leaves,
      usesSelf,
      needsProfile,
      constant: undefined,
      run(ctx) {
        assign(ctx, undefined);
        return UNDEF;
      },
    };
  },
};
