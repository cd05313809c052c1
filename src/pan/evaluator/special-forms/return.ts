/** `return(value)`: ends the body with a value. */

import type { Compiled } from "../code.ts";
import { ReturnSignal } from "../evaluation.ts";
import type { SpecialForm } from "../special-form.ts";

export const returnForm: SpecialForm = {
  name: "return",
  signature: "return(value: element)",
  summary: "Ends the function, or the DML of the statement, with the value.",
  minArguments: 1,
  maxArguments: 1,
  compile(_scope, _node, args) {
    const { run, usesSelf, needsProfile } = args[0] as Compiled;
    return {
      leaves: true,
      usesSelf,
      needsProfile,
      constant: undefined,
      run(ctx) {
        throw new ReturnSignal(run(ctx));
      },
    };
  },
};
