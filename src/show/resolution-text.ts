/** A resolution for people: what is added, changed and given up, each with its reasons below it. */

import {
  packageTitle,
  type ResolutionReport,
  type Step,
  valueTitle,
} from "../rules/explain/resolution-report.ts";
import { type Places, placeText } from "./places.ts";

/** `chosen` are the paths of packages whose version the description leaves open. */
export function resolutionText(
  title: string,
  report: ResolutionReport,
  places: Places,
  chosen: ReadonlySet<string> = new Set(),
): string {
  const open = report.packages.filter(({ path }) => chosen.has(path));
  const added = report.packages.filter(({ isAdded }) => isAdded);
  const moved = report.packages.filter(({ before }) => before !== undefined);
  const { values } = report;
  // What has another value or version is shown as that change.
  const changed = new Set([...values, ...moved].map(({ path }) => path));
  const losses = report.losses.filter(({ path }) => path === undefined || !changed.has(path));
  const lines = [
    ...open.flatMap((item) => entry("=", packageTitle(item), item.because, places)),
    ...added.flatMap((item) => entry("+", packageTitle(item), item.because, places)),
    ...moved.flatMap((item) => entry("~", packageTitle(item), item.because, places)),
    ...values.flatMap((item) => entry("~", valueTitle(item), item.because, places)),
    ...losses.flatMap((loss) =>
      entry("-", `${loss.text}${placeText(places.of(loss.span))}`, loss.because, places),
    ),
  ];
  const counts = { open: open.length, added: added.length, moved: moved.length };
  return [`${title}: ${summary(values, losses, counts)}`, ...lines]
    .map((line) => `${line}\n`)
    .join("");
}

function summary(
  values: ResolutionReport["values"],
  losses: ResolutionReport["losses"],
  { open, added, moved }: Readonly<Record<"open" | "added" | "moved", number>>,
): string {
  const filled = values.filter(({ before }) => before === undefined).length;
  const suggestions = losses.filter(({ kind }) => kind === "suggestion").length;
  const parts = [
    count(open, "version chosen", "versions chosen"),
    count(added, "package added", "packages added"),
    count(moved, "version changed", "versions changed"),
    count(filled, "value added", "values added"),
    count(values.length - filled, "value changed", "values changed"),
    count(suggestions, "suggestion not followed", "suggestions not followed"),
    count(losses.length - suggestions, "wish given up", "wishes given up"),
  ].filter((part) => part !== "");
  return parts.length === 0 ? "nothing to add." : `${parts.join(", ")}.`;
}

export function count(number: number, one: string, many: string): string {
  return number === 0 ? "" : `${number} ${number === 1 ? one : many}`;
}

export function entry(
  mark: string,
  title: string,
  because: readonly Step[],
  places: Places,
): readonly string[] {
  return [`${mark} ${title}`, ...reasons(because, places).map((line) => `    ${line}`)];
}

export function reasons(because: readonly Step[], places: Places): readonly string[] {
  return because.map(({ text, span }) => `${text}${placeText(places.of(span))}`);
}
