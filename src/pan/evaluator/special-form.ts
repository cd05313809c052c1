/**
 * The shape of a built-in function that looks at its arguments before they are evaluated: it assigns a variable
 * (`first`), asks whether one exists (`exists`), or belongs to the machinery of templates (`create`).
 */

import type { CallExpression } from "../syntax/ast.ts";
import type { Compiled } from "./code.ts";
import type { BodyScope } from "./scope.ts";

export interface SpecialForm {
  readonly name: string;
  readonly signature: string;
  readonly summary: string;
  readonly minArguments: number;
  readonly maxArguments: number;
  /** The call needs the profile, so it is not evaluated while the template is read. */
  readonly needsProfile?: true;
  /** `args` are the compiled arguments, as many as allowed; none of them leaves the body. */
  readonly compile: (scope: BodyScope, node: CallExpression, args: readonly Compiled[]) => Compiled;
}
