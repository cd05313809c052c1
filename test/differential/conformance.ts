/**
 * Runs the functional tests of the Pan reference compiler: `npm run conformance -- PATH`, where PATH is the folder
 * `panc/src/test/pan` of a checkout of its sources.
 *
 * What fails must be in the table of docs/conformance.md, and what is in it must fail, so the table can only
 * become shorter.
 */
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { findCases } from "./conformance-cases.ts";
import { type Failure, runCases } from "./conformance-runner.ts";
import { readKnownFailures } from "./known-failures.ts";

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const [path, ...others] = args;
  if (path === undefined || others.length > 0) {
    console.error("usage: npm run conformance -- PATH");
    return 2;
  }
  const suite = resolve(path);
  if (!statSync(suite, { throwIfNoEntry: false })?.isDirectory()) {
    console.error(`There is no folder ${suite}.`);
    return 2;
  }
  const cases = findCases(suite);
  const failures = await runCases(cases);
  console.log(`${cases.length - failures.length} of ${cases.length} pass.`);
  const surprises = compareWithKnown(failures, new Set(cases.map(({ name }) => name)));
  for (const surprise of surprises) console.log(surprise);
  return cases.length > 0 && surprises.length === 0 ? 0 : 1;
}

/** Prints the known failures; gives a line for each that is not known, or that no longer is one. */
function compareWithKnown(
  failures: readonly Failure[],
  ran: ReadonlySet<string>,
): readonly string[] {
  const known = readKnownFailures();
  const failed = new Set(failures.map(({ name }) => name));
  for (const { name, reason } of failures) {
    if (known.has(name)) console.log(`known   ${name}: ${reason}`);
  }
  const fresh = failures
    .filter(({ name }) => !known.has(name))
    .map(({ name, reason }) => `FAILS   ${name}: ${reason}`);
  const mended = [...known.keys()]
    .filter((name) => ran.has(name) && !failed.has(name))
    .map((name) => `PASSES  ${name}, so take it out of docs/conformance.md.`);
  return [...fresh, ...mended];
}
