/** The options of `vmcs test`. */

import { type Command, Option } from "commander";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { RegexProblem } from "../pan/java/regex/problem.ts";
import { compileRegex } from "../pan/java/regex/regex.ts";
import { noSpan } from "../text/span.ts";
import { diagnosticsOption, dialectOption, repeatable, wholeNumber } from "./common-options.ts";
import type { RawCompileOptions } from "./compile-options.ts";
import { inGroup } from "./option-groups.ts";
import { addNoRules, addRuleOptions, type RawRuleOptions } from "./rule-options.ts";
import { addTargetOptions, type RawTargetOptions } from "./target-options.ts";
import { UsageError } from "./usage-error.ts";

/** Values as commander gives them. */
export interface RawTestOptions
  extends Omit<RawCompileOptions, "nthread">,
    RawTargetOptions,
    RawRuleOptions {
  readonly filter?: string;
  readonly list?: boolean;
  /** `true` where no number is given. */
  readonly bail?: string | true;
  readonly update?: boolean;
  readonly ci?: boolean;
  readonly coverage?: boolean;
  readonly coverageOf: readonly string[];
  readonly lcov?: string;
  readonly statementCoverage?: string;
  readonly branchCoverage?: string;
  readonly functionCoverage?: string;
  readonly junit?: string;
  readonly watch?: boolean;
}

export function addTestOptions(command: Command): Command {
  command
    .argument("[words...]", "test files, patterns or directories (default: the project's tests)")
    .option("-t, --filter <regex>", "run the tests whose title matches")
    .option("--list", "list the tests, and run none")
    .option("--bail [n]", "end after n failed tests (1)")
    .option("-u, --update", "write the snapshots that are missing or differ, remove obsolete ones")
    .option("--ci", "write nothing but reports; an obsolete snapshot is an error")
    .option("--junit <file>", "write the results for CI")
    .option("--coverage", "tell which statements and branches the tests have run")
    .addOption(
      repeatable(
        "--coverage-of <patterns>",
        "the templates that should be covered",
        "all below the project's directory",
      ),
    )
    .option("--lcov <file>", "write the coverage for lcov, editors and CI")
    .option("--statement-coverage <percent>", "fail if tests run less of the statements")
    .option("--branch-coverage <percent>", "… of the branches")
    .option("--function-coverage <percent>", "… of the functions")
    .option("--watch", "run the tests again when a template changes");
  inGroup(command, "compiler", addPanOptions);
  addNoRules(addRuleOptions(addTargetOptions(command)));
  return command.addOption(diagnosticsOption());
}

/** Those options of a compilation that make sense for tests. */
function addPanOptions(command: Command): void {
  command
    .addOption(dialectOption("vmcs"))
    .addOption(
      repeatable(
        "--include-path <dirs>",
        "directories to look for templates in, separated by colons, behind those of the tests",
        "the project's directory",
      ),
    )
    .option("--initial-data <dict>", "DML that gives the dict each configuration starts with")
    .option("--max-iteration <n>", "limit on the iterations of a loop (0: none)", "10000")
    .option("--max-recursion <n>", "limit on the depth of includes and calls (0: none)", "50")
    .option("--debug", "let debug() and traceback() speak in all templates")
    .addOption(
      new Option("--warnings <flag>", "deprecation warnings")
        .choices(["off", "on", "fatal"])
        .default("on"),
    );
}

/** Whether a test of that title is wanted. */
export function titleFilter({ filter }: RawTestOptions): (title: string) => boolean {
  if (filter === undefined) return () => true;
  const regex = compileRegex(filter, 0);
  if (!(regex instanceof RegexProblem)) return (title) => regex.test(title);
  throw new UsageError(
    diagnostic("regex-option-invalid", noSpan, {
      option: "--filter",
      given: filter,
      problem: regex.message,
    }),
  );
}

export function mostFailures({ bail }: RawTestOptions): number {
  if (bail === undefined) return Number.POSITIVE_INFINITY;
  return bail === true ? 1 : Math.max(1, wholeNumber("--bail", bail));
}

const shares = ["statement", "branch", "function"] as const;

/** The least percentages that are asked for. */
export function thresholds(raw: RawTestOptions): ReadonlyMap<(typeof shares)[number], number> {
  const given = shares.flatMap((share) => {
    const text = raw[`${share}Coverage`];
    return text === undefined ? [] : [[share, percentage(`--${share}-coverage`, text)] as const];
  });
  return new Map(given);
}

function percentage(option: string, text: string): number {
  const number = Number(text);
  if (/^\d{1,3}(?:\.\d+)?$/.test(text) && number <= 100) return number;
  const problem = `${option} needs a number from 0 to 100, but is '${text}'`;
  throw new UsageError(diagnostic("wrong-usage", noSpan, { problem, command: "vmcs test" }));
}

export function wantsCoverage(raw: RawTestOptions): boolean {
  const isSaid = raw.coverage === true || raw.lcov !== undefined;
  return isSaid || raw.coverageOf.length > 0;
}

/** What contradicts itself is refused before anything is run. */
export function refuseContradictions({ ci, update, watch }: RawTestOptions): void {
  if (ci !== true || (update !== true && watch !== true)) return;
  const args = { first: "--ci", second: update === true ? "--update" : "--watch" };
  throw new UsageError(diagnostic("options-exclude-each-other", noSpan, args));
}
