/** The results of tests for people: a line each, and what they come to. */

import type { Palette } from "../diagnostics/palette.ts";
import type { TestResult } from "../testing/test-result.ts";
import { count } from "./resolution-text.ts";

export function testLine(title: string, { outcome }: TestResult, palette: Palette): string {
  switch (outcome.kind) {
    case "passed":
      return `${palette.added("pass")}  ${title}\n`;
    case "failed":
      return `${palette.error("fail")}  ${title}\n`;
    case "skipped":
      return `${palette.warning("skip")}  ${title} (${outcome.reason})\n`;
  }
}

export interface Written {
  readonly written: number;
  readonly removed: number;
}

export function testSummary(
  results: readonly TestResult[],
  left: number,
  { written, removed }: Written,
  milliseconds: number,
): string {
  const ended = (kind: TestResult["outcome"]["kind"]): number =>
    results.filter(({ outcome }) => outcome.kind === kind).length;
  const wanted = sum(results.map(({ expectations }) => expectations));
  const met = sum(results.map((result) => result.met));
  const outcomes = [
    count(ended("passed"), "passed", "passed"),
    count(ended("failed"), "failed", "failed"),
    count(ended("skipped"), "skipped", "skipped"),
    count(left, "not run", "not run"),
  ];
  const parts = [
    `${count(results.length + left, "test", "tests")}: ${listed(outcomes)}`,
    wanted === 0 ? "" : `${met} of ${count(wanted, "expectation", "expectations")} met`,
    count(written, "snapshot written", "snapshots written"),
    count(removed, "snapshot removed", "snapshots removed"),
  ];
  return `${parts.filter((part) => part !== "").join("; ")} in ${Math.round(milliseconds)} ms\n`;
}

function listed(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(", ");
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
