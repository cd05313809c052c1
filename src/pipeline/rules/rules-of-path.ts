/** What rules do with one path of a resolved profile, and which of them speak of it. */

import { reportResolution, type Step, whyPath } from "../../rules/explain/resolution-report.ts";
import { formatClaim } from "../../rules/language/format-claim.ts";
import { type Rule, subjectPath, testsOf } from "../../rules/language/rule.ts";
import type { Span } from "../../text/span.ts";
import type { ResolutionResult } from "./resolve-profile.ts";

export interface PathRules {
  /** Why it is there, where rules have a part in it: from what the description says to the result. */
  readonly because: readonly Step[];
  /** Rules and suggestions that speak of the path or of a part of it, whatever came of it. */
  readonly mentions: readonly RuleMention[];
}

export interface RuleMention {
  readonly kind: Rule["kind"];
  /** `python#2`: the second rule of the template python. */
  readonly id: string;
  /** The rule as its author could have written it. */
  readonly text: string;
  readonly span: Span;
}

export function rulesOfPath(result: ResolutionResult, path: string): PathRules {
  return {
    because: stepsToPath(result, path) ?? [],
    mentions: rulesInForce(result)
      .filter((rule) => speaksOf(rule, path))
      .map(mention),
  };
}

/** Why something is at the path, where rules have a part in it; undefined where they have none. */
export function stepsToPath(
  { input, resolved }: ResolutionResult,
  path: string,
): readonly Step[] | undefined {
  const changes = resolved.changes.filter((change) => change.path === path);
  const reported = { ...resolved, packages: [], changes, unfulfilled: [] };
  const [value] = reportResolution(input, reported).values;
  return value?.because ?? whyPath(input, resolved, path);
}

/** Those of packages first: the others hold for every machine. */
function rulesInForce({ input, resolved }: ResolutionResult): readonly Rule[] {
  const ofPackages = resolved.packages.flatMap(({ name, version, release }) =>
    input.sources.flatMap((source) =>
      source
        .named(name)
        .filter((one) => source.versionOf(one) === version && source.releaseOf(one) === release)
        .flatMap((one) => source.rulesOf(one)),
    ),
  );
  const own = [...input.packageRules.values()].flat();
  const byId = new Map([...own, ...ofPackages, ...input.rules].map((rule) => [rule.id, rule]));
  return [...byId.values()];
}

function speaksOf({ claim, when }: Rule, path: string): boolean {
  const tests = [...testsOf(claim), ...(when === undefined ? [] : testsOf(when))];
  return tests.some(({ subject, operand }) => {
    const paths = [subjectPath(subject), ...(operand.kind === "path" ? [operand.path] : [])];
    return paths.some((one) => isAround(one, path));
  });
}

/** A rule of a package is one of its fields as well. */
function isAround(one: string, path: string): boolean {
  return one === path || one.startsWith(`${path}/`);
}

function mention({ kind, id, claim, when, span }: Rule): RuleMention {
  const condition = when === undefined ? "" : ` when ${formatClaim(when)}`;
  return { kind, id, text: `${formatClaim(claim)}${condition}`, span };
}
