/** What a command line is refused for. */

import type { Definitions } from "../definition.ts";
import { inputCodes } from "./usage/input.ts";
import { lintUsageCodes } from "./usage/lint.ts";
import { optionCodes } from "./usage/option.ts";
import { outputCodes } from "./usage/output.ts";
import { skeletonArgumentCodes } from "./usage/skeleton.ts";

export const usageCodes = {
  ...optionCodes,
  ...inputCodes,
  ...skeletonArgumentCodes,
  ...outputCodes,
  ...lintUsageCodes,
} as const satisfies Definitions;
