/** `path_exists(path)`: whether there is a value at an absolute or external path. */

import type { Span } from "../../../text/span.ts";
import { isPathProblem, type Path, parsePath } from "../../tree/path.ts";
import type { Value } from "../../tree/value.ts";
import { type Compiled, flagsOf } from "../code.ts";
import type { Evaluation } from "../evaluation.ts";
import { fail, inReader } from "../site.ts";
import type { SpecialForm } from "../special-form.ts";
import { failPath } from "../term-problem.ts";
import { describe } from "../value-text.ts";

export const pathExists: SpecialForm = {
  name: "path_exists",
  signature: "path_exists(path: string) -> boolean",
  summary: "Whether there is a value at the absolute or external path.",
  minArguments: 1,
  maxArguments: 1,
  needsProfile: true,
  compile(scope, node, args) {
    const { run, constant } = args[0] as Compiled;
    const span = scope.span(node);
    if (constant !== undefined) inReader("syntax", () => wantPath(undefined, span, constant));
    return {
      ...flagsOf(args),
      constant: undefined,
      run(ctx) {
        return ctx.peek(wantPath(ctx, span, run(ctx)), span, true) !== undefined;
      },
    };
  },
};

function wantPath(ctx: Evaluation | undefined, span: Span, text: Value): Path {
  if (typeof text !== "string")
    return fail(ctx, span, "path-not-string", { function: "path_exists", given: describe(text) });
  const path = parsePath(text);
  if (isPathProblem(path)) return failPath(ctx, span, text, path);
  return path.kind === "relative" ? fail(ctx, span, "path-relative", { path: text }) : path;
}
