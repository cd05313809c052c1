/** The variable `LOADPATH`: directories, relative to the include path, in which templates are looked for. */

import type { Span } from "../../text/span.ts";
import { List } from "../tree/list.ts";
import type { Value } from "../tree/value.ts";
import type { Evaluation } from "./evaluation.ts";
import { fail } from "./site.ts";
import { describe } from "./value-text.ts";

/** The directories of the variable, behind the include directory itself. */
export function loadPathFrom(ctx: Evaluation, value: Value, span: Span): readonly string[] {
  if (!(value instanceof List))
    return fail(ctx, span, "load-path-not-list", { given: describe(value) });
  const directories = value.toArray().map((directory) => {
    if (typeof directory !== "string")
      return fail(ctx, span, "load-path-not-string", { given: describe(directory) });
    if (directory.startsWith("/")) return fail(ctx, span, "load-path-absolute", { directory });
    return directory;
  });
  return ["", ...directories];
}
