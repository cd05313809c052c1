/** One alternative of a range, for schemes whose versions start with numbers. */
import { increment } from "./digits.ts";
import type { RangeProblem } from "./range.ts";
import type { Comparator, ParsedVersion, VersionOperator, VersionScheme } from "./version.ts";

type Parsed = readonly Comparator[] | RangeProblem;

interface Piece {
  readonly text: string;
  readonly offset: number;
}

const operators: Readonly<Record<string, VersionOperator>> = {
  "": "==",
  "=": "==",
  "==": "==",
  "!=": "!=",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
};

/** Comparators with spaces between them, or `A - B`. */
export function parseNpmAlternative(scheme: VersionScheme, text: string): Parsed {
  const hyphen = /^(\s*)(\S+)(\s+-\s+)(\S+)\s*$/.exec(text);
  if (hyphen !== null) {
    const [, space = "", from = "", dash = "", to = ""] = hyphen;
    const first = { text: from, offset: space.length };
    return joined([
      comparison(scheme, ">=", first),
      comparison(scheme, "<=", { text: to, offset: space.length + from.length + dash.length }),
    ]);
  }
  // Spaces may follow an operator.
  const pieces = [...text.matchAll(/([<>=!~^]*)\s*([^\s<>=!~^][^\s<>=!]*)|\S+/g)];
  if (pieces.length === 0) return { problem: "not-a-range", piece: text, offset: 0 };
  return joined(
    pieces.map((match) => {
      const [all, sign, version] = match;
      const piece = { text: all, offset: match.index };
      if (sign === undefined || version === undefined) return problem("not-a-range", piece);
      const at = match.index + all.length - version.length;
      return parseComparator(scheme, sign, { text: version, offset: at }, piece);
    }),
  );
}

function parseComparator(
  scheme: VersionScheme,
  sign: string,
  version: Piece,
  whole: Piece,
): Parsed {
  const wild = /^(?:(.+?)\.)?[xX*](?:\.[xX*])*$/.exec(version.text);
  if (wild !== null) {
    const [, prefix] = wild;
    if (prefix === undefined)
      return sign === "" || sign === ">=" ? [] : problem("not-a-range", whole);
    const named = { text: prefix, offset: version.offset };
    return ["", "=", "==", "~", "^"].includes(sign)
      ? between(scheme, named, sign === "^" ? "compatible" : "all")
      : problem("not-a-range", whole);
  }
  if (sign === "^") return between(scheme, version, "compatible");
  if (sign === "~") return between(scheme, version, "two");
  const operator = operators[sign];
  return operator === undefined
    ? problem("not-a-range", whole)
    : comparison(scheme, operator, version);
}

function comparison(scheme: VersionScheme, operator: VersionOperator, piece: Piece): Parsed {
  const bound = scheme.parse(piece.text);
  return bound === undefined ? problem("not-a-version", piece) : [{ operator, bound }];
}

/** From a version to before the next one in which a number that must stay changes. */
function between(scheme: VersionScheme, piece: Piece, stays: "compatible" | "two" | "all"): Parsed {
  const from = scheme.parse(piece.text);
  if (from === undefined) return problem("not-a-version", piece);
  const next = nextVersion(scheme, from, stays);
  if (next === undefined) return problem("no-numbers", piece);
  return [
    { operator: ">=", bound: from },
    { operator: "<", bound: next },
  ];
}

function nextVersion(
  scheme: VersionScheme,
  from: ParsedVersion,
  stays: "compatible" | "two" | "all",
): ParsedVersion | undefined {
  const found = scheme.numbersOf(from);
  if (found === undefined) return undefined;
  const { numbers, lowest } = found;
  const kept = numbers.slice(0, keptNumbers(numbers, stays));
  return lowest([...kept.slice(0, -1), increment(kept.at(-1) ?? "0")]);
}

/** How many numbers stay: for `^` up to the first that is not zero, for `~` two, for `x` all that are given. */
function keptNumbers(numbers: readonly string[], stays: "compatible" | "two" | "all"): number {
  if (stays === "all") return numbers.length;
  if (stays === "two") return Math.min(2, numbers.length);
  const first = numbers.findIndex((number) => !/^0*$/.test(number));
  return first < 0 ? numbers.length : first + 1;
}

function problem(kind: RangeProblem["problem"], { text, offset }: Piece): RangeProblem {
  return { problem: kind, piece: text, offset };
}

function joined(parts: readonly Parsed[]): Parsed {
  const comparators: Comparator[] = [];
  for (const part of parts) {
    if ("problem" in part) return part;
    comparators.push(...part);
  }
  return comparators;
}
