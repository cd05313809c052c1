/** Code that cannot run while a template is read, as there is no profile then. */

import type { Span } from "../../text/span.ts";
import type { Code } from "./code.ts";
import { fail } from "./site.ts";

/** `what` asks for the profile, as in "value()". */
export function needingProfile(span: Span, what: string, run: Code): Code {
  return (ctx) => (ctx.compileTime ? fail(ctx, span, "needs-profile", { what }) : run(ctx));
}
