/** All tests of a run, one after the other, in the order of their files. */

import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { noSpan } from "../text/span.ts";
import { readTest } from "./read-test.ts";
import { runCase } from "./run-case.ts";
import type { TestCase, TestPlan } from "./test-plan.ts";
import { type TestResult, withoutRun } from "./test-result.ts";
import type { TestSetting } from "./test-setting.ts";

export interface Selection {
  /** Absolute paths, in order. */
  readonly files: readonly string[];
  /** Whether a test of that title is wanted. */
  readonly isWanted: (title: string) => boolean;
  /** How many tests may fail before the run ends. */
  readonly mostFailures: number;
}

export interface TitledTest {
  readonly file: string;
  readonly title: string;
  /** Undefined if the file cannot be read as a test. */
  readonly plan: TestPlan | undefined;
  readonly case: TestCase | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** How people name a test: by its file, and its case. */
export type TitleOf = (file: string, caseName: string) => string;

/** The tests in files, without running them. */
export function findTests(
  { files, isWanted }: Pick<Selection, "files" | "isWanted">,
  { host, options }: Pick<TestSetting, "host" | "options">,
  titleOf: TitleOf,
): readonly TitledTest[] {
  return files.flatMap((file): readonly TitledTest[] => {
    const text = host.readText(file);
    const { plan, diagnostics } =
      text === undefined ? unreadable(file) : readTest(file, text, options.dialect);
    if (plan === undefined) {
      return [{ file, title: titleOf(file, ""), plan, case: undefined, diagnostics }];
    }
    const found = plan.cases.map((one) => {
      return { file, title: titleOf(file, one.name), plan, case: one, diagnostics };
    });
    return found.filter(({ title }) => isWanted(title));
  });
}

function unreadable(file: string): { plan: undefined; diagnostics: readonly Diagnostic[] } {
  const found = diagnostic("template-unreadable", { ...noSpan, file }, { path: file });
  return { plan: undefined, diagnostics: [found] };
}

/** Tells each result as soon as it is there. */
export async function runTests(
  tests: readonly TitledTest[],
  { mostFailures }: Pick<Selection, "mostFailures">,
  setting: TestSetting,
  onResult: (test: TitledTest, result: TestResult) => void,
): Promise<void> {
  let failures = 0;
  for (const test of tests) {
    const result = await runTest(test, setting);
    onResult(test, result);
    if (result.outcome.kind === "failed") failures++;
    if (failures >= mostFailures) return;
  }
}

async function runTest(test: TitledTest, setting: TestSetting): Promise<TestResult> {
  const { file, plan, case: one, diagnostics } = test;
  if (plan === undefined || one === undefined) {
    return withoutRun(file, "", { kind: "failed" }, diagnostics);
  }
  if (plan.skip !== undefined) {
    return withoutRun(file, one.name, { kind: "skipped", reason: plan.skip }, []);
  }
  return runCase(plan, one, setting);
}
