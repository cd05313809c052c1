/** The one table of diagnostics: every code, from the tables of the categories. */

import { applyCodes } from "./codes/apply.ts";
import { cloudInitCodes } from "./codes/cloud-init.ts";
import { diffCodes, diffUsageCodes } from "./codes/diff.ts";
import { docCodes } from "./codes/doc.ts";
import { driverCodes } from "./codes/driver.ts";
import { evaluationCodes } from "./codes/evaluation.ts";
import { explainCodes } from "./codes/explain.ts";
import { formatCodes, formatSystemCodes } from "./codes/format.ts";
import { functionCodes } from "./codes/function.ts";
import { imageCodes } from "./codes/image.ts";
import { importCodes } from "./codes/import.ts";
import { libvirtCodes, libvirtImportCodes } from "./codes/libvirt.ts";
import { lintCodes, lintUsageCodes } from "./codes/lint.ts";
import { panlintCodes } from "./codes/lint-panlint.ts";
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

export const definitions = {
  ...syntaxCodes,
  ...evaluationCodes,
  ...functionCodes,
  ...validationCodes,
  ...skeletonCodes,
  ...spawnCodes,
  ...xmCodes,
  ...libvirtCodes,
  ...cloudInitCodes,
  ...imageCodes,
  ...secretCodes,
  ...applyCodes,
  ...importCodes,
  ...libvirtImportCodes,
  ...ruleCodes,
  ...ruleRepositoryCodes,
  ...ruleResultCodes,
  ...ruleCommandCodes,
  ...panlintCodes,
  ...lintCodes,
  ...lintUsageCodes,
  ...formatCodes,
  ...formatSystemCodes,
  ...testingCodes,
  ...testingUsageCodes,
  ...docCodes,
  ...diffCodes,
  ...diffUsageCodes,
  ...replCodes,
  ...replUsageCodes,
  ...explainCodes,
  ...driverCodes,
  ...usageCodes,
  ...reportCodes,
  ...projectCodes,
  ...systemCodes,
} as const;

export type DiagnosticCode = keyof typeof definitions;

/** Category of each code. */
export const categories: Readonly<Record<DiagnosticCode, Category>> = categoryTable([
  ["syntax", syntaxCodes],
  ["evaluation", evaluationCodes],
  ["evaluation", functionCodes],
  ["validation", validationCodes],
  ["skeleton", skeletonCodes],
  ["spawn", spawnCodes],
  ["spawn", xmCodes],
  ["spawn", libvirtCodes],
  ["spawn", cloudInitCodes],
  ["spawn", imageCodes],
  ["spawn", secretCodes],
  ["spawn", applyCodes],
  ["import", importCodes],
  ["import", libvirtImportCodes],
  ["rule", ruleCodes],
  ["rule", ruleRepositoryCodes],
  ["rule", ruleResultCodes],
  ["rule", ruleCommandCodes],
  ["evaluation", replCodes],
  ["usage", replUsageCodes],
  ["usage", explainCodes],
  ["lint", panlintCodes],
  ["lint", lintCodes],
  ["usage", lintUsageCodes],
  ["lint", formatCodes],
  ["system", formatSystemCodes],
  ["test", testingCodes],
  ["usage", testingUsageCodes],
  ["lint", docCodes],
  ["system", diffCodes],
  ["usage", diffUsageCodes],
  ["usage", driverCodes],
  ["usage", usageCodes],
  ["usage", reportCodes],
  ["usage", projectCodes],
  ["system", systemCodes],
]);

function categoryTable(
  tables: readonly (readonly [Category, Definitions])[],
): Readonly<Record<DiagnosticCode, Category>> {
  const table: Record<string, Category> = {};
  for (const [category, codes] of tables) {
    for (const code of Object.keys(codes)) table[code] = category;
  }
  return table as Record<DiagnosticCode, Category>;
}
