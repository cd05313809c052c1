/** What a resolution comes to, as data for people and programs: what is added, changed, given up, and why. */

import type { Span } from "../../text/span.ts";
import type { Scalar } from "../language/rule.ts";
import type { GivenPackage } from "../resolve/facts.ts";
import type { ResolutionInput } from "../resolve/resolution-input.ts";
import type { Resolved, ResolvedPackage, ValueChange } from "../resolve/resolve.ts";
import { conflictBudget } from "../resolve/resolve.ts";
import type { RuleOrigin } from "../resolve/rule-book.ts";
import type { Atom, RuleId } from "../solver/problem.ts";
import type { WishResult } from "../solver/solution.ts";
import { solve } from "../solver/solve.ts";
import { why } from "../solver/why.ts";
import { valueAtText } from "./claim-text.ts";
import { demanding } from "./demanding.ts";
import { reasonOf, shortened } from "./reason.ts";
import { packageText, sentence, sentenceOf, spanOfOrigin, type Wording } from "./sentences.ts";

/** One step of an explanation. */
export interface Step {
  readonly text: string;
  /** Where it is written; undefined for lists of packages. */
  readonly span: Span | undefined;
}

export interface ReportedPackage {
  readonly path: string;
  readonly name: string;
  readonly version: string | undefined;
  readonly release: string | undefined;
  /** Whether the description does not have it. */
  readonly isAdded: boolean;
  /** The version, with its release, that the description wants and that had to go. */
  readonly before: string | undefined;
  readonly because: readonly Step[];
}

export interface ReportedValue {
  readonly path: string;
  readonly before: Scalar | undefined;
  readonly after: Scalar | undefined;
  readonly because: readonly Step[];
}

/** A suggestion, or something that the description says, that had to be given up. */
export interface ReportedLoss extends Step {
  readonly kind: "suggestion" | "description";
  /** What the description says it of; undefined for suggestions. */
  readonly path: string | undefined;
  /** What outranks it. */
  readonly because: readonly Step[];
}

export interface ResolutionReport {
  readonly packages: readonly ReportedPackage[];
  readonly values: readonly ReportedValue[];
  readonly losses: readonly ReportedLoss[];
}

export function reportResolution(input: ResolutionInput, resolved: Resolved): ResolutionReport {
  const reporter = new Reporter(input, resolved);
  return {
    packages: resolved.packages.map((item) => reporter.package(item)),
    values: resolved.changes.map((change) => reporter.value(change)),
    losses: resolved.unfulfilled.flatMap((wish) => reporter.loss(wish)),
  };
}

/** Why a package or a value is in the result; undefined if nothing of it is. */
export function whyPath(
  input: ResolutionInput,
  resolved: Resolved,
  path: string,
): readonly Step[] | undefined {
  const { universe } = resolved.built;
  const values = new Set(universe.valuesOf(path).values());
  const item = resolved.packages.find(({ name, key }) => {
    const base = `/software/packages/${key ?? name}`;
    return path === base || path.startsWith(`${base}/`);
  });
  const atom = item?.atom ?? resolved.solution.atoms.find((candidate) => values.has(candidate));
  return atom === undefined ? undefined : new Reporter(input, resolved).chain(atom);
}

/** Why a package has not the version that was locked. */
export function whyMoved(
  input: ResolutionInput,
  resolved: Resolved,
  name: string,
  atom: Atom,
): readonly Step[] {
  return new Reporter(input, resolved).moved(name, atom);
}

class Reporter {
  private readonly resolved: Resolved;
  private readonly wording: Wording;

  constructor(input: ResolutionInput, resolved: Resolved) {
    this.resolved = resolved;
    this.wording = { input, universe: resolved.built.universe };
  }

  /** From what the description says to the atom. */
  chain(atom: Atom): readonly Step[] {
    return why(this.resolved.solution, atom).map(({ cause }) => this.step(cause.rule));
  }

  /** Where it was not even wished for, what matters is why there is another one. */
  moved(name: string, atom: Atom): readonly Step[] {
    const lost = this.lost(({ rule }) => {
      const origin = this.origin(rule);
      return origin.kind === "locked" && origin.name === name;
    });
    return lost === undefined ? this.chain(atom) : this.outranking(lost);
  }

  package({ atom, name, version, release, key }: ResolvedPackage): ReportedPackage {
    const path = `/software/packages/${key ?? name}`;
    const item = { path, name, version, release, isAdded: key === undefined };
    const lost = this.lost(({ rule }) => {
      const origin = this.origin(rule);
      return origin.kind === "given-package" && origin.given.key === key;
    });
    const origin = lost === undefined ? undefined : this.origin(lost.rule);
    return lost === undefined || origin?.kind !== "given-package"
      ? { ...item, before: undefined, because: this.chain(atom) }
      : { ...item, before: versionText(origin.given), because: this.outranking(lost) };
  }

  /** Where the description has another value, what matters is why that had to go. */
  value({ path, before, after, atom }: ValueChange): ReportedValue {
    const given = this.lost(({ rule }) => {
      const origin = this.origin(rule);
      return origin.kind === "given-value" && origin.path === path;
    });
    const chain = atom === undefined ? [] : this.chain(atom);
    return { path, before, after, because: given === undefined ? chain : this.outranking(given) };
  }

  loss(wish: WishResult): readonly ReportedLoss[] {
    const origin = this.origin(wish.rule);
    // A default that gives way, and another version than before, are shown as changes.
    if (origin.kind === "locked") return [];
    if (origin.kind === "given-value" && origin.isDefault) return [];
    const isSuggestion = origin.kind === "rule" || origin.kind === "package-rule";
    const { text, span } = this.step(wish.rule);
    const kind = isSuggestion ? "suggestion" : "description";
    return [{ kind, path: pathOf(origin), text, span, because: this.outranking(wish) }];
  }

  /**
   * What it contradicts: asked for together with all that comes before it and was fulfilled, it cannot be had, and the
   * smallest reason of that is what outranks it.
   */
  private outranking(wish: WishResult): readonly Step[] {
    const { built, solution } = this.resolved;
    const earlier = solution.wishes.slice(0, solution.wishes.indexOf(wish));
    const hard = demanding(built.problem, [
      ...earlier.filter(({ isFulfilled }) => isFulfilled),
      wish,
    ]);
    const answer = solve(hard, { conflicts: conflictBudget });
    if (answer.kind !== "unsatisfiable") return [];
    const { told } = reasonOf(this.wording, built.book, hard, answer);
    const own = this.origin(wish.rule);
    const steps = told
      .filter(({ origin }) => !isSame(origin, own))
      .map((one) => ({
        text: sentenceOf(this.wording, one),
        span: spanOfOrigin(this.wording, one.origin),
      }));
    return shortened(steps, (count) => ({ text: `(${count} more in between)`, span: undefined }));
  }

  private lost(isMeant: (wish: WishResult) => boolean): WishResult | undefined {
    return this.resolved.solution.wishes.find((wish) => !wish.isFulfilled && isMeant(wish));
  }

  private step(rule: RuleId): Step {
    const origin = this.origin(rule);
    return { text: sentence(this.wording, origin), span: spanOfOrigin(this.wording, origin) };
  }

  private origin(rule: RuleId): RuleOrigin {
    return this.resolved.built.book.origin(rule);
  }
}

function pathOf(origin: RuleOrigin): string | undefined {
  if (origin.kind === "given-package") return `/software/packages/${origin.given.key}`;
  return origin.kind === "given-value" || origin.kind === "missing-value" ? origin.path : undefined;
}

function versionText({ version, release }: GivenPackage): string | undefined {
  return release === undefined ? version : `${version}-${release}`;
}

/** Origins of packages are made when they are asked for, so they are told by their rules. */
function isSame(one: RuleOrigin, other: RuleOrigin): boolean {
  return "rule" in one && "rule" in other ? one.rule.id === other.rule.id : one === other;
}

/** `gcc 3.3.5`; for changes `/hardware/memory/size: 256 → 512`. */
export function packageTitle({ name, version, release, before }: ReportedPackage): string {
  const after = packageText(name, version, release);
  return before === undefined ? after : `${name} ${before} → ${after.slice(name.length + 1)}`;
}

export function valueTitle({
  path,
  before,
  after,
}: Pick<ReportedValue, "path" | "before" | "after">): string {
  const shown = (value: Scalar | undefined): string =>
    value === undefined ? "nothing" : valueAtText(path, value);
  return before === undefined
    ? `${path} = ${shown(after)}`
    : `${path}: ${shown(before)} → ${shown(after)}`;
}
