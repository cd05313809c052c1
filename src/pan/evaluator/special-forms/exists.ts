/** `exists(x)`: for a variable reference whether it has a value, for a string whether the path or template exists. */

import type { Span } from "../../../text/span.ts";
import { isPathProblem, isTemplateName, parsePath } from "../../tree/path.ts";
import type { Value } from "../../tree/value.ts";
import { type Compiled, flagsOf } from "../code.ts";
import type { Evaluation } from "../evaluation.ts";
import { fail } from "../site.ts";
import type { SpecialForm } from "../special-form.ts";
import { describe } from "../value-text.ts";
import { templateExists } from "./template-exists.ts";

export const exists: SpecialForm = {
  name: "exists",
  signature: "exists(what: reference | string) -> boolean",
  summary:
    "Whether a variable or an element of it has a value; or whether a path or a template exists.",
  minArguments: 1,
  maxArguments: 1,
  needsProfile: true,
  compile(scope, node, args) {
    const { run, variable, constant } = args[0] as Compiled;
    const span = scope.span(node);
    if (constant !== undefined && typeof constant !== "string") {
      return scope.refuse(node, "exists-argument", { given: describe(constant) });
    }
    const lookUp = variable?.lookUp;
    return {
      ...flagsOf(args),
      constant: undefined,
      run(ctx) {
        return lookUp === undefined ? existsByName(ctx, span, run(ctx)) : lookUp(ctx) !== undefined;
      },
    };
  },
};

function existsByName(ctx: Evaluation, span: Span, name: Value): boolean {
  if (typeof name !== "string")
    return fail(ctx, span, "exists-argument", { given: describe(name) });
  const path = parsePath(name);
  if (!isPathProblem(path) && path.kind !== "relative")
    return ctx.peek(path, span, true) !== undefined;
  if (!isTemplateName(name)) return fail(ctx, span, "not-path-nor-template", { text: name });
  return templateExists(ctx, name, span);
}
