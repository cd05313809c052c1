/**
 * Prints "N passed, N failed, N skipped" for a JSON report of vitest, and fails if anything failed.
 * A file of tests that could not be loaded counts as one failure.
 */
import { readFileSync } from "node:fs";

const report = JSON.parse(readFileSync(process.argv[2], "utf8"));
const broken = report.testResults.filter(
  ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
);
const failed = report.numFailedTests + broken.length;
const skipped = report.numPendingTests + report.numTodoTests;

console.log(`\n${report.numPassedTests} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = report.success && report.numPassedTests > 0 ? 0 : 1;
