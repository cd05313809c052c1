/**
 * The smallest reason of a contradiction, with what several versions of a package say alike told as one.
 *
 * A requirement that a hundred versions of a package have in common is one line of the reason, and is left out or
 * kept as one when the smallest reason is looked for.
 */

import { formatClaim } from "../language/format-claim.ts";
import { conflictBudget } from "../resolve/resolve.ts";
import type { RuleBook, RuleOrigin } from "../resolve/rule-book.ts";
import { type Explanation, explain, type Group } from "../solver/explain.ts";
import { atomOf, isNegative } from "../solver/literal.ts";
import type { Problem, RuleId } from "../solver/problem.ts";
import type { ClauseSource, Unsatisfiable } from "../solver/solution.ts";
import { claimText, constraintText } from "./claim-text.ts";
import { packageOf, type Told, type Wording } from "./sentences.ts";

export interface Reason {
  readonly explanation: Explanation;
  /** From what holds in any case to what cannot be. */
  readonly told: readonly Told[];
}

export function reasonOf(
  wording: Wording,
  book: RuleBook,
  problem: Problem,
  found: Unsatisfiable,
): Reason {
  const groups = new RuleGroups(wording, book);
  const explanation = explain(problem, found, {
    conflicts: conflictBudget,
    groupOf: (rule) => groups.of(rule),
    rankOf: (group) => (isGiven(book.origin(group)) ? 1 : 0),
  });
  return { explanation, told: tell(explanation, book, groups) };
}

/** Lines that a reason has at most. */
const mostLines = 8;

/** Of a long reason, what stands at its ends, and in between how many lines there are. */
export function shortened<Line>(
  lines: readonly Line[],
  between: (count: number) => Line,
): readonly Line[] {
  if (lines.length <= mostLines) return lines;
  return [
    ...lines.slice(0, 4),
    between(lines.length - mostLines + 1),
    ...lines.slice(5 - mostLines),
  ];
}

export function isGiven({ kind }: RuleOrigin): boolean {
  return kind === "given-value" || kind === "missing-value" || kind === "given-package";
}

/** Rules that are told as one have the number of one of them. */
class RuleGroups {
  private readonly wording: Wording;
  private readonly book: RuleBook;
  private readonly known = new Map<RuleId, Group>();
  private readonly byKey = new Map<string, Group>();

  constructor(wording: Wording, book: RuleBook) {
    this.wording = wording;
    this.book = book;
  }

  of(rule: RuleId): Group {
    let group = this.known.get(rule);
    if (group === undefined) {
      group = this.find(rule);
      this.known.set(rule, group);
    }
    return group;
  }

  private find(rule: RuleId): Group {
    const key = keyOf(this.wording, this.book.origin(rule));
    if (key === undefined) return rule;
    const group = this.byKey.get(key);
    if (group !== undefined) return group;
    this.byKey.set(key, rule);
    return rule;
  }
}

/** The same for what is told as one; undefined for what is told alone. */
function keyOf({ universe }: Wording, origin: RuleOrigin): string | undefined {
  const [atom] = packageOf(origin);
  const name = atom === undefined ? undefined : universe.packageName(atom);
  switch (origin.kind) {
    case "requirement":
      return `${name} needs ${origin.requirement.anyOf.map(constraintText).join(" | ")}`;
    case "package-conflict":
      return `${name} conflicts`;
    case "package-rule": {
      const { kind, claim, when, message } = origin.rule;
      const condition = when === undefined ? "" : formatClaim(when);
      return `${name} ${kind} ${claimText(claim)} ${condition} ${message ?? ""}`;
    }
    default:
      return undefined;
  }
}

function tell({ clauses }: Explanation, book: RuleBook, groups: RuleGroups): readonly Told[] {
  const byGroup = new Map<Group, ClauseSource[]>();
  for (const source of clauses) {
    const group = groups.of(source.clause.rule);
    const list = byGroup.get(group);
    if (list === undefined) byGroup.set(group, [source]);
    else list.push(source);
  }
  return [...byGroup.values()].map((sources) => toldOf(sources, book));
}

function toldOf(sources: readonly ClauseSource[], book: RuleBook): Told {
  const rules = [...new Set(sources.map(({ clause }) => clause.rule))];
  const origins = rules.map((rule) => book.origin(rule));
  const excluded = sources.flatMap(({ clause }) => clause.literals.filter(isNegative).map(atomOf));
  return {
    origin: origins[0] as RuleOrigin,
    packages: [...new Set(origins.flatMap(packageOf))],
    excluded,
  };
}
