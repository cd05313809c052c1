/** Explanations for people: the value, whatever wrote it in order, and what checks it. */

import type {
  Check,
  ExplainedWrite,
  Explanation,
  ShownValue,
  TypeStep,
} from "../pan/history/explanation.ts";
import { winnerOf } from "../pan/history/winner.ts";
import type { PathRules, RuleMention } from "../pipeline/rules/rules-of-path.ts";
import type { AnsweredPath } from "./explained.ts";
import { reasons } from "./resolution-text.ts";
import { indented, type Sources, spot, writeLines } from "./write-text.ts";

/** One path of one profile; of a dict or a list a table of what is in it, each with the place it comes from. */
export function explanationText(
  { explanation, rules, leaves, completed }: AnsweredPath,
  sources: Sources,
): string {
  const blocks = [
    [title(explanation, completed)],
    stoppedLines(explanation, sources),
    ...writeBlocks(explanation, leaves !== undefined, sources),
    leaves === undefined ? [] : table(explanation, leaves, sources),
    finalLines(explanation, sources),
    checkLines(explanation.checks, sources),
    rules === undefined ? [] : ruleLines(rules, completed, sources),
  ];
  const shown = blocks.filter((block) => block.length > 0).map((block) => block.join("\n"));
  return `${shown.join("\n\n")}\n`;
}

/** One line a path: what is there, and the place that it comes from. */
export function tableText(rows: readonly Explanation[], sources: Sources): string {
  return rowLines(
    rows.map((row) => ({ ...row, shown: `${row.path}` })),
    sources,
  )
    .map((line) => `${line}\n`)
    .join("");
}

function title(
  { profile, path, value, guess }: Explanation,
  completed: ShownValue | undefined,
): string {
  const made = completed === undefined ? "" : `; rules make it ${completed.text}`;
  if (value !== undefined) return `${profile}: ${path} = ${value.text}${made}`;
  if (completed !== undefined) return `${profile}: ${path} = ${completed.text}, by rules`;
  const hint = guess === undefined ? "" : ` Did you mean ${guess}?`;
  return `${profile}: there is no ${path}.${hint}`;
}

function stoppedLines({ stopped }: Explanation, sources: Sources): readonly string[] {
  if (stopped === undefined) return [];
  return [
    `  The templates ended with an error at ${spot(stopped.place, sources)}; this is what happened up to there.`,
  ];
}

function writeBlocks(
  { writes, value, path, stopped }: Explanation,
  hasTable: boolean,
  sources: Sources,
): readonly (readonly string[])[] {
  const told = hasTable ? writes.filter(({ reach }) => reach !== "below") : writes;
  if (told.length > 0) return told.map((write) => indented(writeLines(write, sources), "  "));
  if (value === undefined) {
    return [
      [
        `  No statement ${stopped === undefined ? "has" : "had"} written it${stopped === undefined ? "" : " by then"}.`,
      ],
    ];
  }
  return hasTable ? [[`  No statement wrote ${path} itself: it came with what is in it.`]] : [];
}

function table(
  { path }: Explanation,
  leaves: readonly Explanation[],
  sources: Sources,
): readonly string[] {
  const below = path === "/" ? 1 : path.length + 1;
  return rowLines(
    leaves.map((leaf) => ({ ...leaf, shown: leaf.path.slice(below) })),
    sources,
  ).map((line) => `  ${line}`);
}

type Row = Explanation & { readonly shown: string };

function rowLines(rows: readonly Row[], sources: Sources): readonly string[] {
  const cells = rows.map((row) => {
    const winner = winnerOf(row);
    return [row.shown, row.value?.text ?? "", winner === undefined ? "" : origin(winner, sources)];
  });
  const widths = [0, 1].map((column) =>
    Math.min(60, Math.max(0, ...cells.map((row) => (row[column] ?? "").length))),
  );
  return cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

function origin({ kind, place, at, type }: ExplainedWrite, sources: Sources): string {
  if (kind === "initial") return "--initial-data";
  const where = spot(at ?? type?.place ?? place, sources);
  return kind === "default" ? `${where} (default)` : where;
}

function finalLines({ final, path }: Explanation, sources: Sources): readonly string[] {
  if (final === undefined) return [];
  const what = final.path === path ? "" : ` (${final.path})`;
  return [`  final since ${spot(final.place, sources)}${what}`];
}

/** The types that are bound to a path and above it. */
export function checkLines(checks: readonly Check[], sources: Sources): readonly string[] {
  return checks.length === 0
    ? []
    : ["  checked by", ...checks.flatMap((check) => indented(oneCheck(check, sources), "    "))];
}

function oneCheck(
  { path, type, validates, place, steps }: Check,
  sources: Sources,
): readonly string[] {
  const own = validates ? ", with a validation" : "";
  const head = `bind '${path}' = ${type}${own}`;
  return [
    `${head}${parenthesized(spot(place, sources))}`,
    ...steps.map((step) => `  ${stepText(step)}${parenthesized(spot(step.place, sources))}`),
  ];
}

function stepText({ name, field, isRequired, type, validates, defaultValue }: TypeStep): string {
  const declared = type.endsWith("{…}") ? `type ${name ?? ""}` : `type ${name ?? ""} = ${type}`;
  const what = field === undefined ? declared : `field ${field}: ${type}`;
  return [
    what,
    ...(isRequired === undefined ? [] : [isRequired ? "required" : "optional"]),
    ...(defaultValue === undefined ? [] : [`default ${defaultValue.text}`]),
    ...(validates ? ["with a validation"] : []),
  ].join(", ");
}

/** Laws of machines speak of much; `--output json` has them all. */
const mostRules = 5;
const longestRule = 110;

function ruleLines(
  { because, mentions }: PathRules,
  completed: ShownValue | undefined,
  sources: Sources,
): readonly string[] {
  // That the description says it is told by its writes.
  const told =
    completed === undefined && because.length < 2 ? [] : reasons(because, sources.places);
  if (told.length === 0 && mentions.length === 0) return [];
  const order = ["suggest", "valid", "conflict"];
  const sorted = mentions.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const rest = sorted.length - mostRules;
  return [
    "  rules",
    ...indented(told, "    "),
    ...sorted.slice(0, mostRules).map((mention) => `    ${mentionText(mention, sources)}`),
    ...(rest > 0 ? [`    and ${rest} more speak of it`] : []),
  ];
}

function mentionText({ id, kind, text, span }: RuleMention, sources: Sources): string {
  const short = text.length > longestRule ? `${text.slice(0, longestRule)} …` : text;
  return `${id}: ${kind} ${short}${parenthesized(spot(span, sources))}`;
}

function parenthesized(text: string): string {
  return text === "" ? "" : ` (${text})`;
}
