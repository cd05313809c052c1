/** What lint rules say: those that panlint has too under its ids, ours as VP001 and so on. */

import type { Definitions } from "../definition.ts";
import { panlintCodes } from "./lint/panlint.ts";
import { statementLintCodes } from "./lint/statement.ts";
import { templateLintCodes } from "./lint/template.ts";
import { unusedLintCodes } from "./lint/unused.ts";

export const lintCodes = {
  ...panlintCodes,
  ...unusedLintCodes,
  ...templateLintCodes,
  ...statementLintCodes,
} as const satisfies Definitions;
