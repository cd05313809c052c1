/**
 * A report about a resolution, for people:
 *
 *     added
 *       openssl 0.9.8
 *         the description wants openssh 4.0 (vm.pan:9)
 *         openssh 4.0 needs openssl >= 0.9.6 (rr/openssh.pan:7)
 */

import type { Span } from "../../text/span.ts";
import {
  packageTitle,
  type ReportedLoss,
  type ReportedValue,
  type ResolutionReport,
  type Step,
  valueTitle,
} from "./resolution-report.ts";

/** How a place is named, such as `vm.pan:9`. */
export type NamePlace = (span: Span) => string;

/** Of a long chain, the steps at its ends. */
const mostSteps = 8;

/** Only what the resolution does: packages that the description has are not repeated. Empty if it does nothing. */
export function renderReport(report: ResolutionReport, nameOf: NamePlace): string {
  const steps = (list: readonly Step[]): readonly string[] =>
    shortened(list).map((step) => `    ${stepText(step, nameOf)}`);
  const added = report.packages.filter(({ isAdded }) => isAdded);
  const changed = report.values.filter(({ before, after }) => !isNew(before, after));
  const filled = report.values.filter(({ before, after }) => isNew(before, after));
  const values = (list: readonly ReportedValue[]): readonly string[] =>
    list.flatMap((value) => [`  ${valueTitle(value)}`, ...steps(value.because)]);
  return [
    ...section(
      "added",
      added.flatMap((item) => [`  ${packageTitle(item)}`, ...steps(item.because)]),
    ),
    ...section("filled in", values(filled)),
    ...section("changed", values(changed)),
    ...section(
      "given up",
      report.losses.flatMap((loss) => lossText(loss, nameOf)),
    ),
  ]
    .map((line) => `${line}\n`)
    .join("");
}

/** A step with its place, on one line. */
export function stepText({ text, span }: Step, nameOf: NamePlace): string {
  return span === undefined || span.file === "" ? text : `${text} (${nameOf(span)})`;
}

function isNew(before: unknown, after: unknown): boolean {
  return before === undefined && after !== undefined;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines];
}

function lossText(loss: ReportedLoss, nameOf: NamePlace): readonly string[] {
  return [
    `  ${stepText(loss, nameOf)}`,
    ...shortened(loss.because).map((step) => `    as ${stepText(step, nameOf)}`),
  ];
}

function shortened(steps: readonly Step[]): readonly Step[] {
  if (steps.length <= mostSteps) return steps;
  const between = { text: `(${steps.length - mostSteps + 1} more in between)`, span: undefined };
  return [...steps.slice(0, 4), between, ...steps.slice(steps.length - mostSteps + 5)];
}
