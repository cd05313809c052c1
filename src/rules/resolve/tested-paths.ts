/** The paths that rules speak of, and the values that each may take. */

import {
  claimedTests,
  isOfPackage,
  type Rule,
  subjectPath,
  type Test,
  testsIn,
  testsOf,
} from "../language/rule.ts";
import { expanded, type Fact, factAt } from "./facts.ts";
import { anyValue, domainOf } from "./path-domain.ts";
import type { ResolutionInput } from "./resolution-input.ts";
import { type KnownFacts, truthOf } from "./truth.ts";
import type { Universe } from "./universe.ts";

export interface TestedPaths {
  /** What the description says of each path that a rule speaks of. */
  readonly facts: ReadonlyMap<string, Fact>;
  /** The paths that suggestions are about. */
  readonly suggested: ReadonlySet<string>;
  /** The paths that suggestions depend on. */
  readonly conditions: ReadonlySet<string>;
}

/**
 * Every path that a rule speaks of gets its values. One that the description does not have, and that no rule claims,
 * has none: it is not made up to get out of a condition.
 */
export function addPaths(input: ResolutionInput, universe: Universe): TestedPaths {
  const rules = expanded(input.description, [
    ...input.rules,
    ...[...input.packageRules.values()].flat(),
    ...input.sources.flatMap((source) => source.allRules()),
  ]);
  const tests = new Map<string, Test[]>();
  const note = (path: string, test: Test): void => {
    const known = tests.get(path);
    if (known === undefined) tests.set(path, [test]);
    else known.push(test);
  };
  for (const test of rules.flatMap(testsIn)) {
    const path = pathOf(test);
    if (path !== undefined) note(path, withOtherValue(input, test));
    if (path !== undefined && test.operand.kind === "path") {
      note(test.operand.path, mirrored(input, test, path));
    }
  }
  const facts = new Map(
    [...tests.keys()].toSorted().map((path) => [path, factAt(input.description, path)] as const),
  );
  const open = openPaths(input, rules, facts);
  const compared = new Set(comparedPaths(rules));
  for (const [path, fact] of facts) {
    const isOpen = fact.kind !== "absent" || open.has(path);
    const domain = isOpen ? domainOf(path, tests.get(path) ?? [], fact) : [];
    const isUnknown = isOpen && fact.kind === "absent" && compared.has(path);
    universe.addPath(path, isUnknown ? [...domain, anyValue] : domain);
  }
  const suggestions = rules.filter(({ kind }) => kind === "suggest");
  return {
    facts,
    suggested: new Set(suggestions.flatMap(claimedTests).flatMap(pathsOf)),
    conditions: new Set(
      suggestions.flatMap(({ when }) => (when === undefined ? [] : testsOf(when))).flatMap(pathsOf),
    ),
  };
}

/** The paths without a value that rules may give one: those that a rule claims which may apply. */
function openPaths(
  { mode }: ResolutionInput,
  rules: readonly Rule[],
  facts: ReadonlyMap<string, Fact>,
): ReadonlySet<string> {
  if (mode === "anything") return new Set(facts.keys());
  const open = new Set<string>();
  const known: KnownFacts = { facts, open, isFixed: mode === "strict" };
  let waiting = rules.filter((rule) => claimedTests(rule).length > 0);
  // What one rule brings in may be what another one waits for.
  for (let found = true; found; ) {
    const applying = waiting.filter(
      ({ when }) => when === undefined || truthOf(when, known) !== false,
    );
    waiting = waiting.filter((rule) => !applying.includes(rule));
    for (const path of applying.flatMap(claimedTests).flatMap(pathsOf)) open.add(path);
    found = applying.length > 0;
  }
  return open;
}

/** The paths that are compared with other paths. */
function comparedPaths(rules: readonly Rule[]): readonly string[] {
  return rules
    .flatMap(testsIn)
    .filter(({ operand }) => operand.kind === "path")
    .flatMap(pathsOf);
}

function pathsOf(test: Test): readonly string[] {
  const path = pathOf(test);
  const other = test.operand.kind === "path" ? [test.operand.path] : [];
  return path === undefined ? other : [path, ...other];
}

/** The path whose values are atoms; packages and their versions are atoms of their own. */
function pathOf({ subject }: Test): string | undefined {
  return subject.kind === "package" && isOfPackage(subject.field)
    ? undefined
    : subjectPath(subject);
}

/** A comparison of two paths makes the value of the one a threshold of the other. */
function withOtherValue(input: ResolutionInput, test: Test): Test {
  if (test.operand.kind !== "path") return test;
  const fact = factAt(input.description, test.operand.path);
  return fact.kind === "scalar"
    ? { ...test, operand: { kind: "value", value: fact.value } }
    : { ...test, operator: "present", operand: { kind: "none" } };
}

function mirrored(input: ResolutionInput, test: Test, path: string): Test {
  const mirror = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;
  const { operator } = test;
  const other = operator in mirror ? mirror[operator as keyof typeof mirror] : operator;
  return withOtherValue(input, { ...test, operator: other, operand: { kind: "path", path } });
}
