/** One run of tests: found, run, told, their snapshots written. */

import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { displayPath } from "../host/path.ts";
import type { Project } from "../pipeline/project/find-project.ts";
import { testJunit } from "../show/test-junit.ts";
import { testLine, testSummary } from "../show/test-text.ts";
import { mergedDiagnostics } from "../testing/merge-cases.ts";
import { findTests, runTests, type TitledTest, type TitleOf } from "../testing/run-tests.ts";
import {
  obsoleteDiagnostic,
  obsoleteSnapshots,
  snapshotDirectory,
  snapshotRoot,
} from "../testing/snapshots.ts";
import { type SteadyHost, steadyHost } from "../testing/steady-host.ts";
import type { TestResult } from "../testing/test-result.ts";
import { noSpan } from "../text/span.ts";
import { paletteFor } from "./colors.ts";
import type { Environment } from "./command.ts";
import type { Outcome } from "./finish.ts";
import { isPackaged } from "./packaged-templates.ts";
import { coverageRun } from "./test-coverage.ts";
import { type TestFiles, testFiles } from "./test-files.ts";
import { mostFailures, type RawTestOptions, titleFilter } from "./test-options.ts";
import { testSetting } from "./test-setting.ts";
import { UsageError } from "./usage-error.ts";
import { writeNamed } from "./write-files.ts";

export async function testOnce(
  words: readonly string[],
  project: Project | undefined,
  raw: RawTestOptions,
  outer: Environment,
  steady: SteadyHost = steadyHost(outer.host),
): Promise<Outcome> {
  const began = outer.host.now();
  const environment = { ...outer, host: steady };
  const { host, terminal } = environment;
  const found = await testFiles(words, project, environment);
  const common = await testSetting(raw, project, environment);
  const titleOf: TitleOf = (file, caseName) =>
    displayPath(host.currentDirectory, file) + (caseName === "" ? "" : ` > ${caseName}`);
  const selection = {
    files: found.files,
    isWanted: titleFilter(raw),
    mostFailures: mostFailures(raw),
  };
  const tests = findTests(selection, common, titleOf);
  if (tests.length === 0 && found.diagnostics.length === 0)
    refuseNothing(words, raw, common.root, outer);
  if (raw.list === true) return listTests(tests, found, raw, environment);
  const mocks = tests.flatMap(({ plan }) => plan?.includePath ?? []);
  const others = found.isComplete ? [] : (await testFiles([], project, environment)).files;
  const allTests = new Set([...found.files, ...others]);
  const covered = await coverageRun(raw, common.root, allTests, mocks, environment);
  const setting = { ...common, tests: allTests, coverage: covered?.coverage };
  const palette = paletteFor(terminal.colors);
  const results: TestResult[] = [];
  await runTests(tests, selection, setting, (test, result) => {
    results.push(result);
    terminal.stdout(testLine(test.title, result, palette));
  });
  const left = tests.length - results.length;
  const isWhole = left === 0 && raw.filter === undefined;
  const snapshots = settleSnapshots(found, results, isWhole, raw, outer);
  if (tests.length > 0) terminal.stdout(testSummary(results, left, snapshots, host.now() - began));
  const uncovered = covered?.finish() ?? [];
  const text = (file: string): string | undefined => host.readText(file);
  if (raw.junit !== undefined) {
    const content = testJunit(results, {
      sources: text,
      displayPath: (file) => displayPath(host.currentDirectory, file),
      isOfLibrary: isPackaged,
    });
    writeNamed(raw.junit, content, outer);
  }
  const failures = mergedDiagnostics(results);
  const diagnostics = [...found.diagnostics, ...failures, ...snapshots.diagnostics, ...uncovered];
  const passed = results.filter(({ outcome }) => outcome.kind === "passed").map(({ file }) => file);
  return { diagnostics, to: raw.diagnostics, text, passed };
}

function refuseNothing(
  words: readonly string[],
  { filter }: RawTestOptions,
  root: string,
  { host }: Environment,
): never {
  const looked = words.length > 0 ? words : [displayPath(host.currentDirectory, root)];
  const below = looked.map((place) => `'${place}'`).join(" and ");
  const where = filter === undefined ? `below ${below}` : `whose title matches '${filter}'`;
  throw new UsageError(diagnostic("no-tests", noSpan, { where }));
}

function listTests(
  tests: readonly TitledTest[],
  { diagnostics: missing }: TestFiles,
  raw: RawTestOptions,
  { host, terminal }: Environment,
): Outcome {
  for (const { title, plan } of tests) if (plan !== undefined) terminal.stdout(`${title}\n`);
  const diagnostics = [...missing, ...tests.flatMap((test) => test.diagnostics)];
  return { diagnostics, to: raw.diagnostics, text: (file) => host.readText(file) };
}

interface SettledSnapshots {
  readonly written: number;
  readonly removed: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes what has changed and removes what is obsolete, if that is wanted; else tells what is obsolete. */
function settleSnapshots(
  { files, isComplete }: TestFiles,
  results: readonly TestResult[],
  isWhole: boolean,
  { update, ci }: RawTestOptions,
  { host }: Environment,
): SettledSnapshots {
  const changed = update === true ? results.flatMap((result) => result.changed) : [];
  const problem = changed.length === 0 ? undefined : host.writeFiles(changed);
  if (problem !== undefined)
    throw new UsageError(diagnostic("output-unwritable", noSpan, { ...problem }));
  const obsolete = isWhole ? obsoleteFiles(files, results, isComplete, host) : [];
  if (update !== true) {
    const diagnostics = obsolete.map((file) => obsoleteDiagnostic(file, ci === true, host));
    return { written: 0, removed: 0, diagnostics };
  }
  for (const file of obsolete) {
    const failed = host.remove(file);
    if (failed !== undefined)
      throw new UsageError(diagnostic("output-unwritable", noSpan, { ...failed }));
  }
  return { written: changed.length, removed: obsolete.length, diagnostics: [] };
}

/** Of tests that did not run to their end nobody knows which snapshots they need. */
function obsoleteFiles(
  files: readonly string[],
  results: readonly TestResult[],
  isComplete: boolean,
  host: Environment["host"],
): readonly string[] {
  const own = (file: string): string => snapshotDirectory(file, "");
  const directories = new Set(files.map(isComplete ? snapshotRoot : own));
  const wanted = new Set(results.flatMap(({ snapshots }) => snapshots));
  const unknown = results
    .filter(({ outcome, snapshots }) => outcome.kind !== "passed" && snapshots.length === 0)
    .map(({ file }) => `${own(file)}/`);
  return obsoleteSnapshots(directories, wanted, host).filter(
    (file) => !unknown.some((directory) => file.startsWith(directory)),
  );
}
