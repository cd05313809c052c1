/** The one table of diagnostics: every code, from the tables of the categories. */

import { applyCodes } from "./codes/apply.ts";
import { cloudInitCodes } from "./codes/cloud-init.ts";
import { diffCodes, diffUsageCodes } from "./codes/diff.ts";
import { docCodes } from "./codes/doc.ts";
import { driverCodes } from "./codes/driver.ts";
import { evaluationCodes } from "./codes/evaluation.ts";
import { explainCodes } from "./codes/explain.ts";
import { formatCodes, formatSystemCodes } from "./codes/format.ts";
import { imageCodes } from "./codes/image.ts";
import { xenImportCodes } from "./codes/import-xen.ts";
import { libvirtCodes, libvirtImportCodes } from "./codes/libvirt.ts";
import { lintCodes } from "./codes/lint.ts";
import { projectCodes } from "./codes/project.ts";
import { replCodes, replUsageCodes } from "./codes/repl.ts";
import { reportCodes } from "./codes/report.ts";
import { ruleCodes } from "./codes/rule.ts";
import { ruleCommandCodes } from "./codes/rule-command.ts";
import { ruleRepositoryCodes } from "./codes/rule-repository.ts";
import { ruleResultCodes } from "./codes/rule-result.ts";
import { secretCodes } from "./codes/secret.ts";
import { skeletonCodes } from "./codes/skeleton.ts";
import { spawnCodes } from "./codes/spawn.ts";
import { syntaxCodes } from "./codes/syntax.ts";
import { systemCodes } from "./codes/system.ts";
import { testingCodes, testingUsageCodes } from "./codes/testing.ts";
import { usageCodes } from "./codes/usage.ts";
import { validationCodes } from "./codes/validation.ts";
import { xmCodes } from "./codes/xm.ts";
import type { Category, Definitions } from "./definition.ts";

const byCategory = {
  syntax: syntaxCodes,
  evaluation: { ...evaluationCodes, ...replCodes },
  validation: validationCodes,
  rule: { ...ruleCodes, ...ruleRepositoryCodes, ...ruleResultCodes, ...ruleCommandCodes },
  skeleton: skeletonCodes,
  spawn: {
    ...spawnCodes,
    ...xmCodes,
    ...libvirtCodes,
    ...cloudInitCodes,
    ...imageCodes,
    ...secretCodes,
    ...applyCodes,
  },
  import: { ...xenImportCodes, ...libvirtImportCodes },
  lint: { ...lintCodes, ...formatCodes, ...docCodes },
  test: testingCodes,
  usage: {
    ...usageCodes,
    ...testingUsageCodes,
    ...diffUsageCodes,
    ...replUsageCodes,
    ...explainCodes,
    ...driverCodes,
    ...reportCodes,
    ...projectCodes,
  },
  system: { ...systemCodes, ...formatSystemCodes, ...diffCodes },
} as const satisfies Readonly<Record<Category, Definitions>>;

export const definitions = {
  ...byCategory.syntax,
  ...byCategory.evaluation,
  ...byCategory.validation,
  ...byCategory.rule,
  ...byCategory.skeleton,
  ...byCategory.spawn,
  ...byCategory.import,
  ...byCategory.lint,
  ...byCategory.test,
  ...byCategory.usage,
  ...byCategory.system,
} as const;

export type DiagnosticCode = keyof typeof definitions;

/** Category of each code. */
export const categories = Object.fromEntries(
  Object.entries(byCategory).flatMap(([category, codes]) =>
    Object.keys(codes).map((code) => [code, category]),
  ),
) as Readonly<Record<DiagnosticCode, Category>>;
