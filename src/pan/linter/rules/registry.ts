/** All lint rules, in the order of their ids within panlint's and ours. */

import type { LintRule } from "../rule.ts";
import { assignmentInCondition } from "./assignment-in-condition.ts";
import { commaSpace } from "./comma-space.ts";
import { componentInclude } from "./component-include.ts";
import { constantComparison } from "./constant-comparison.ts";
import { deadDefault } from "./dead-default.ts";
import { deadSuggestion } from "./dead-suggestion.ts";
import { duplicateKey } from "./duplicate-key.ts";
import { emptyStatement } from "./empty-statement.ts";
import { firstLine } from "./first-line.ts";
import { includeBraces } from "./include-braces.ts";
import { indentation } from "./indentation.ts";
import { lineLength } from "./line-length.ts";
import { missingTemplate } from "./missing-template.ts";
import { nlist } from "./nlist.ts";
import { noEffect } from "./no-effect.ts";
import { operatorSpace } from "./operator-space.ts";
import { overwrittenValue } from "./overwritten-value.ts";
import { pathSlash } from "./path-slash.ts";
import { redundantFormat } from "./redundant-format.ts";
import { repeatedInclude } from "./repeated-include.ts";
import { repeatedOperand } from "./repeated-operand.ts";
import { selfAssignment } from "./self-assignment.ts";
import { semicolonSpace } from "./semicolon-space.ts";
import { shadowedTemplate } from "./shadowed-template.ts";
import { spaceBeforeSemicolon } from "./space-before-semicolon.ts";
import { standaloneFeature } from "./standalone-feature.ts";
import { tabs } from "./tabs.ts";
import { templateName } from "./template-name.ts";
import { trailingSpace } from "./trailing-space.ts";
import { undocumentedStructure } from "./undocumented-structure.ts";
import { unknownFunction } from "./unknown-function.ts";
import { unreachableCode } from "./unreachable-code.ts";
import { unreachableInclude } from "./unreachable-include.ts";
import { unusedFunction } from "./unused-function.ts";
import { unusedGlobalVariable } from "./unused-global-variable.ts";
import { unusedLocalVariable } from "./unused-local-variable.ts";
import { unusedSuppression } from "./unused-suppression.ts";
import { unusedTemplate } from "./unused-template.ts";
import { unusedType } from "./unused-type.ts";
import { variableCase } from "./variable-case.ts";
import { variableLength } from "./variable-length.ts";
import { writeAfterFinal } from "./write-after-final.ts";

export const lintRules: readonly LintRule[] = [
  componentInclude,
  firstLine,
  operatorSpace,
  indentation,
  tabs,
  trailingSpace,
  nlist,
  includeBraces,
  lineLength,
  commaSpace,
  spaceBeforeSemicolon,
  semicolonSpace,
  variableCase,
  variableLength,
  redundantFormat,
  pathSlash,
  unusedLocalVariable,
  unusedGlobalVariable,
  unusedFunction,
  unusedType,
  unusedTemplate,
  missingTemplate,
  unreachableInclude,
  repeatedInclude,
  shadowedTemplate,
  writeAfterFinal,
  selfAssignment,
  duplicateKey,
  constantComparison,
  repeatedOperand,
  undocumentedStructure,
  deadSuggestion,
  unusedSuppression,
  unreachableCode,
  noEffect,
  standaloneFeature,
  assignmentInCondition,
  unknownFunction,
  emptyStatement,
  templateName,
  deadDefault,
  overwrittenValue,
];
