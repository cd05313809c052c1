/** `if_exists(template)`: the name if there is such a template, else undef; made for `include`. */

import { isTemplateName } from "../../tree/path.ts";
import { UNDEF } from "../../tree/transient.ts";
import { type Compiled, flagsOf } from "../code.ts";
import { fail } from "../site.ts";
import type { SpecialForm } from "../special-form.ts";
import { describe } from "../value-text.ts";
import { templateExists } from "./template-exists.ts";

export const ifExists: SpecialForm = {
  name: "if_exists",
  signature: "if_exists(template: string) -> string | undef",
  summary: "The name of the template if it exists on the load path, else undef.",
  minArguments: 1,
  maxArguments: 1,
  needsProfile: true,
  compile(scope, node, args) {
    const { run } = args[0] as Compiled;
    const span = scope.span(node);
    return {
      ...flagsOf(args),
      constant: undefined,
      run(ctx) {
        const name = run(ctx);
        if (typeof name !== "string")
          return fail(ctx, span, "template-name-not-string", { given: describe(name) });
        if (!isTemplateName(name)) return fail(ctx, span, "invalid-template-name", { name });
        return templateExists(ctx, name, span) ? name : UNDEF;
      },
    };
  },
};
