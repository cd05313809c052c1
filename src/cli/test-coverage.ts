/** Coverage in `vmcs test`: which templates count, what is said of them, and whether it is enough. */

import { type Diagnostic, diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import { displayPath } from "../host/path.ts";
import { parseTemplate } from "../pan/syntax/parse-template.ts";
import { coverageTable } from "../show/coverage-table.ts";
import { Coverage } from "../testing/coverage/coverage.ts";
import { lcovText } from "../testing/coverage/lcov.ts";
import { percent, summaryOf } from "../testing/coverage/summary.ts";
import { noSpan } from "../text/span.ts";
import type { Environment } from "./command.ts";
import { packagedTemplates } from "./packaged-templates.ts";
import { templatesBelow } from "./template-files.ts";
import { type RawTestOptions, thresholds, wantsCoverage } from "./test-options.ts";
import { writeNamed } from "./write-files.ts";

export interface CoverageRun {
  readonly coverage: Coverage;
  /** Writes and shows what was run; gives what is too little. */
  readonly finish: () => readonly Diagnostic[];
}

/** Undefined if nobody wants to know. `tests` are no part of what they test, nor is what is in `mocks`. */
export async function coverageRun(
  raw: RawTestOptions,
  root: string,
  tests: ReadonlySet<string>,
  mocks: readonly string[],
  environment: Environment,
): Promise<CoverageRun | undefined> {
  const least = thresholds(raw);
  if (!wantsCoverage(raw)) return undefined;
  const { host, terminal } = environment;
  const helpers = [...mocks, ...(root.startsWith(packagedTemplates) ? [] : [packagedTemplates])];
  const isTheirs = (file: string): boolean =>
    tests.has(file) || helpers.some((directory) => file.startsWith(`${directory}/`));
  const named = await wantedFiles(raw.coverageOf, root, environment);
  const wanted = new Set(named.filter((file) => !isTheirs(file)));
  const coverage = new Coverage((file) => wanted.has(file));
  // Rules are asked and not run: of a repository only what some template includes counts.
  const isNamed = raw.coverageOf.length > 0 || raw.rules === false;
  const repositories = isNamed ? [] : raw.rules.map((path) => host.resolve(path));
  const isOfRules = (file: string): boolean =>
    repositories.some((directory) => file.startsWith(`${directory}/`));
  const finish = (): readonly Diagnostic[] => {
    for (const file of wanted) if (!isOfRules(file)) addUntouched(file, coverage, raw, environment);
    const files = coverage.files((file) => host.readText(file));
    const nameOf = (file: string): string => displayPath(host.currentDirectory, file);
    const summary = summaryOf(files);
    if (raw.coverage === true) terminal.stdout(coverageTable(files, nameOf));
    if (raw.lcov !== undefined) writeNamed(raw.lcov, lcovText(files, nameOf), environment);
    const given = {
      statement: summary.statements,
      branch: summary.branches,
      function: summary.functions,
    };
    return [...least].flatMap(([what, wantedPercent]) => {
      const reached = percent(given[what]);
      if (reached >= wantedPercent) return [];
      const args = { given: reached, wanted: wantedPercent, what: plurals[what] };
      return [diagnostic("coverage-too-low", noSpan, args)];
    });
  };
  return { coverage, finish };
}

const plurals = { statement: "statements", branch: "branches", function: "functions" } as const;

async function wantedFiles(
  patterns: readonly string[],
  root: string,
  environment: Environment,
): Promise<readonly string[]> {
  if (patterns.length === 0) return templatesBelow(root, environment);
  const { glob } = await import("tinyglobby");
  const cwd = environment.host.currentDirectory;
  return (await glob([...patterns], { cwd, absolute: true })).sort();
}

/** A template that no test has read counts in full. */
function addUntouched(
  file: string,
  coverage: Coverage,
  { dialect }: RawTestOptions,
  { host }: Environment,
): void {
  if (coverage.isKnown(file)) return;
  const text = host.readText(file);
  if (text === undefined) return;
  const { template, diagnostics } = parseTemplate(text, { file, dialect, mode: "compile" });
  if (!hasErrors(diagnostics)) coverage.observe(file, template);
}
