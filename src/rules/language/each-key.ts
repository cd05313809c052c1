/**
 * Rules about each thing of a kind: with a star for xvda, `/storage/disks/xvda/size` speaks of every disk.
 *
 * A rule with a wildcard becomes one rule for each key, in which the same beginning stands for the same key: so
 * `when` can speak of the disk that the rule is about. Where there is no key, there is no rule.
 */

import { assertNever } from "../../base/assert-never.ts";
import { parsePath } from "../../pan/tree/path.ts";
import type { Term } from "../../pan/tree/term.ts";
import { type Claim, type Operand, type Rule, type Test, testsIn } from "./rule.ts";
import { eachKey, subjectOf } from "./rule-path.ts";

/** The keys of the dict, or the indices of the list, at a path; none where there is neither. */
export type KeysAt = (terms: readonly Term[]) => readonly Term[];

/** The rule itself if it has no wildcard. */
export function forEachKey(rule: Rule, keysAt: KeysAt): readonly Rule[] {
  const place = firstWildcard(rule);
  if (place === undefined) return [rule];
  return keysAt(termsOf(place)).flatMap((key) => {
    const from = `${place}/${eachKey}`;
    const to = `${place === "/" ? "" : place}/${key}`;
    const replace = (path: string): string =>
      path === from || path.startsWith(`${from}/`) ? to + path.slice(from.length) : path;
    return forEachKey(
      {
        ...rule,
        id: `${rule.id} ${key}`,
        claim: mapPaths(rule.claim, replace),
        when: rule.when === undefined ? undefined : mapPaths(rule.when, replace),
      },
      keysAt,
    );
  });
}

/** The path before the first wildcard of the first path that has one. */
function firstWildcard(rule: Rule): string | undefined {
  for (const { subject, operand } of testsIn(rule)) {
    const paths = [
      ...(subject.kind === "path" ? [subject.path] : []),
      ...(operand.kind === "path" ? [operand.path] : []),
    ];
    for (const path of paths) {
      const at = `${path}/`.indexOf(`/${eachKey}/`);
      if (at >= 0) return path.slice(0, at);
    }
  }
  return undefined;
}

function mapPaths(claim: Claim, replace: (path: string) => string): Claim {
  switch (claim.kind) {
    case "test":
      return mapTest(claim, replace);
    case "not":
      return { ...claim, claim: mapPaths(claim.claim, replace) };
    case "and":
    case "or":
      return { ...claim, claims: claim.claims.map((part) => mapPaths(part, replace)) };
    default:
      return assertNever(claim);
  }
}

function mapTest(test: Test, replace: (path: string) => string): Test {
  const { subject } = test;
  return {
    ...test,
    subject: subject.kind === "path" ? subjectOf(termsOf(replace(subject.path))) : subject,
    operand: mapOperand(test.operand, replace),
  };
}

function mapOperand(operand: Operand, replace: (path: string) => string): Operand {
  return operand.kind === "path" ? { ...operand, path: replace(operand.path) } : operand;
}

/** The terms of a path, of which some may still be wildcards. */
function termsOf(path: string): readonly Term[] {
  return path.split(`/${eachKey}`).flatMap((part, i): readonly Term[] => {
    const parsed = parsePath(part === "" ? "/" : part);
    const terms = "terms" in parsed ? parsed.terms : [];
    return i === 0 ? terms : [eachKey, ...terms];
  });
}
