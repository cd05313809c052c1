/** `if_exists(template)`: the name if there is such a template, else undef; made for `include`. */

import { isTemplateName } from "../../tree/path.ts";
import { UNDEF } from "../../tree/transient.ts";
import { describe } from "../builtin.ts";
import type { Compiled } from "../code.ts";
import { fail } from "../site.ts";
import type { SpecialForm } from "../special-form.ts";
import { templateExists } from "./template-exists.ts";

export const ifExists: SpecialForm = {
  name: "if_exists",
  signature: "if_exists(template: string) -> string | undef",
  summary: "The name of the template if it exists on the load path, else undef.",
  minArguments: 1,
  maxArguments: 1,
  compile(scope, node, args) {
    const { run, leaves, usesSelf } = args[0] as Compiled;
    const span = scope.span(node);
    return {
      leaves,
      usesSelf,
      needsProfile: true,
      constant: undefined,
      run(ctx) {
        if (ctx.compileTime) return fail(ctx, span, "needs-profile", { what: "if_exists()" });
        const name = run(ctx);
        if (typeof name !== "string")
          return fail(ctx, span, "template-name-not-string", { given: describe(name) });
        if (!isTemplateName(name)) return fail(ctx, span, "invalid-template-name", { name });
        return templateExists(ctx, name, span) ? name : UNDEF;
      },
    };
  },
};
