/**
 * JUnit's XML, as Jenkins and GitLab read it: suites of tests that passed, failed or were left out.
 *
 * Times are written where they are known only: the same input gives the same bytes.
 */

import { create } from "xmlbuilder2";
import type { XMLBuilder } from "xmlbuilder2/lib/interfaces.js";
import { attributeText, elementText, finishXml } from "./xml-text.ts";

export interface TestSuite {
  readonly name: string;
  readonly tests: readonly TestCase[];
  /** What was said besides; the empty text if nothing was. */
  readonly output: string;
}

export interface TestCase {
  readonly name: string;
  /** The group of tests that it belongs to, such as a file. */
  readonly group: string;
  readonly outcome: TestOutcome;
  readonly seconds?: number;
}

export type TestOutcome =
  | { readonly kind: "passed" }
  | { readonly kind: "skipped"; readonly reason: string }
  | {
      /** `error`: it could not be run to its end. */
      readonly kind: "failure" | "error";
      /** Such as the code of a diagnostic. */
      readonly type: string;
      readonly message: string;
      readonly text: string;
    };

export function junitDocument(suites: readonly TestSuite[]): string {
  const root = create({ version: "1.0", encoding: "UTF-8" }).ele("testsuites");
  suites.forEach((suite, index) => {
    const element = root.ele("testsuite");
    for (const [name, value] of suiteAttributes(suite, index)) element.att(name, value);
    element.ele("properties");
    for (const test of suite.tests) writeTest(element, test);
    element.ele("system-out").txt(elementText(suite.output));
    element.ele("system-err");
  });
  return finishXml(root);
}

function suiteAttributes(
  { name, tests }: TestSuite,
  index: number,
): readonly (readonly [string, string])[] {
  const count = (wanted: TestOutcome["kind"]): string =>
    String(tests.filter(({ outcome }) => outcome.kind === wanted).length);
  const seconds = tests.reduce((sum, test) => sum + (test.seconds ?? 0), 0);
  return [
    ["name", attributeText(name)],
    ["package", ""],
    ["id", String(index)],
    ["hostname", "localhost"],
    ["tests", String(tests.length)],
    ["failures", count("failure")],
    ["errors", count("error")],
    ["skipped", count("skipped")],
    ["time", seconds.toFixed(3)],
  ];
}

function writeTest(parent: XMLBuilder, { name, group, outcome, seconds = 0 }: TestCase): void {
  const element = parent
    .ele("testcase")
    .att("name", attributeText(name))
    .att("classname", attributeText(group))
    .att("time", seconds.toFixed(3));
  if (outcome.kind === "passed") return;
  if (outcome.kind === "skipped") {
    element.ele("skipped").att("message", attributeText(outcome.reason));
    return;
  }
  element
    .ele(outcome.kind)
    .att("type", attributeText(outcome.type))
    .att("message", attributeText(outcome.message))
    .txt(elementText(outcome.text));
}
