/** What ends the evaluation of a profile, or is refused when a template is read. */

import type { Definitions } from "../definition.ts";
import { argumentCodes } from "./evaluation/argument.ts";
import { dataCodes } from "./evaluation/data.ts";
import { declarationCodes } from "./evaluation/declaration.ts";
import { expressionCodes } from "./evaluation/expression.ts";
import { fileCodes } from "./evaluation/file.ts";
import { iterationCodes } from "./evaluation/iteration.ts";
import { pathCodes } from "./evaluation/path.ts";
import { regexCodes } from "./evaluation/regex.ts";
import { resourceCodes } from "./evaluation/resource.ts";
import { structureCodes } from "./evaluation/structure.ts";
import { templateCodes } from "./evaluation/template.ts";
import { textCodes } from "./evaluation/text.ts";
import { variableCodes } from "./evaluation/variable.ts";

export const evaluationCodes = {
  ...expressionCodes,
  ...iterationCodes,
  ...variableCodes,
  ...declarationCodes,
  ...resourceCodes,
  ...pathCodes,
  ...templateCodes,
  ...structureCodes,
  ...argumentCodes,
  ...textCodes,
  ...regexCodes,
  ...dataCodes,
  ...fileCodes,
} as const satisfies Definitions;
