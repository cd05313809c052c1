/** A line of an emitted file for people: what is behind it, each with the statement that it comes from. */

import { assertNever } from "../base/assert-never.ts";
import { winnerOf } from "../pan/history/winner.ts";
import type { ExplainedLine, ExplainedOrigin, ExplainedSource } from "./explained-line.ts";
import { pathOf } from "./explained-line.ts";
import { explanationText } from "./explanation-text.ts";
import { reasons } from "./resolution-text.ts";
import { indented, type Sources, writeLines } from "./write-text.ts";

/** Of many origins only the first help, unless all are wanted. */
const mostOrigins = 8;

export function lineText(line: ExplainedLine, isFull: boolean, sources: Sources): string {
  const { shown, others } = choose(line.origins, isFull);
  const blocks = [
    head(line),
    relation(line),
    ...shown.map((origin) => originLines(origin, isFull, sources)),
    others.length === 0 ? [] : [`  It depends on more: ${others.map(nameOf).join(", ")}.`],
  ];
  const texts = blocks.filter((block) => block.length > 0).map((block) => block.join("\n"));
  return `${texts.join("\n\n")}\n`;
}

/** Where a line shows values, what it merely depends on is less interesting. */
function choose(
  origins: readonly ExplainedOrigin[],
  isFull: boolean,
): { readonly shown: readonly ExplainedOrigin[]; readonly others: readonly ExplainedOrigin[] } {
  if (isFull) return { shown: origins, others: [] };
  const visible = origins.filter(({ role, part }) => role !== "condition" && part !== undefined);
  const shown = (visible.length > 0 ? visible : origins).slice(0, mostOrigins);
  const all = visible.length > 0 ? visible : origins;
  return { shown, others: all.slice(mostOrigins) };
}

function head({
  file,
  line,
  current,
  stored,
  writer,
  machine,
  profile,
}: ExplainedLine): readonly string[] {
  const of = machine === undefined ? profile.name : `${machine}, of the profile ${profile.name}`;
  const moved = current.line === line ? "" : ` (line ${current.line} by its sources)`;
  return [
    `${file}:${line}: ${stored ?? current.text}`,
    ...(stored === undefined ? [] : [`  by its sources: ${current.text}`]),
    `  by the ${writer} for ${of} (${profile.file})${moved}`,
  ];
}

/** What is explained instead of the line itself. */
function relation({ relation: kind, range, origins, machine }: ExplainedLine): readonly string[] {
  const { first, last } = range;
  const isNone = origins.length === 0;
  switch (kind) {
    case "itself":
      return isNone
        ? [
            `  Every ${machine === undefined ? "profile" : "machine"} has this line: no value changes it.`,
          ]
        : [];
    case "closes":
      return [`  It ends what begins in line ${first}.`];
    case "within":
      return [`  It is a part of what begins in line ${first}.`];
    case "heads":
      return [
        isNone
          ? `  A comment that every machine has: no value changes it.`
          : `  A comment on lines ${first + 1} to ${last}.`,
      ];
    case "holds":
      return [`  No value changes the line itself. It begins lines ${first} to ${last}:`];
    case "blank":
      return [
        isNone
          ? "  A blank line between parts."
          : `  A blank line in what begins in line ${first}.`,
      ];
    default:
      return assertNever(kind);
  }
}

function originLines(
  origin: ExplainedOrigin,
  isFull: boolean,
  sources: Sources,
): readonly string[] {
  return [
    `  ${sentence(origin)}`,
    ...indented(origin.role === "absence" ? [] : history(origin, isFull, sources), "    "),
    ...origin.from.flatMap((source) => [
      `    made from ${nameOf(source)}${valueOf(source)}`,
      ...indented(history(source, isFull, sources), "      "),
    ]),
  ];
}

function sentence(origin: ExplainedOrigin): string {
  const { role, part } = origin;
  const name = nameOf(origin);
  const subject = part === undefined || part.trim() === "" ? "The line" : part.trim();
  switch (role) {
    case "value":
      return part === undefined ? `${name}${valueOf(origin)}` : `${subject} is ${name}`;
    case "name":
      return part === undefined ? name : `${subject} is the name of ${name}`;
    case "derived":
      return `${subject} follows from ${name}${valueOf(origin)}`;
    case "condition":
      return `The line is there because of ${name}${valueOf(origin)}`;
    case "absence":
      return `${subject} is so because there is no ${name}`;
    default:
      return assertNever(role);
  }
}

function nameOf(explained: ExplainedSource): string {
  const { source } = explained;
  switch (source.kind) {
    case "path":
      return pathOf(explained) ?? "";
    case "profile":
      return "the name of the object template";
    case "sources":
      return "the digest of all templates";
    case "option":
      return `the option ${source.name}`;
    case "file":
      return source.file === undefined
        ? `the template ${source.name}, which was looked for and is missing`
        : `the template ${source.name} (${source.file})`;
    default:
      return assertNever(source);
  }
}

function valueOf({ answer }: ExplainedSource): string {
  const value = answer?.completed ?? answer?.explanation.value;
  return value === undefined || value.size !== undefined ? "" : ` = ${value.text}`;
}

/** The write that the value comes from; if it is all wanted, the whole history. */
function history(
  { answer }: ExplainedSource,
  isFull: boolean,
  sources: Sources,
): readonly string[] {
  if (answer === undefined) return [];
  if (isFull) return explanationText(answer, sources).trimEnd().split("\n");
  const { explanation, rules, completed } = answer;
  if (completed !== undefined) return reasons(rules?.because ?? [], sources.places);
  if (explanation.value !== undefined) {
    const winner = winnerOf(explanation);
    if (winner !== undefined) return writeLines(winner, sources);
  }
  return explanation.value === undefined ? ["The description leaves it open."] : [];
}
