/** The paths that rules speak of, and the values that each may take. */

import { type Rule, type Test, testsOf } from "../language/rule.ts";
import { expanded, type Fact, factAt } from "./facts.ts";
import { domainOf } from "./path-domain.ts";
import type { ResolutionInput } from "./resolution-input.ts";
import { fieldPath, isOfPackage } from "./test-atoms.ts";
import type { Universe } from "./universe.ts";

/** Every path that a rule speaks of gets its values; gives what the description says of each. */
export function addPaths(input: ResolutionInput, universe: Universe): ReadonlyMap<string, Fact> {
  const tests = new Map<string, Test[]>();
  const note = (path: string, test: Test): void => {
    const known = tests.get(path);
    if (known === undefined) tests.set(path, [test]);
    else known.push(test);
  };
  const rules = [
    ...input.rules,
    ...[...input.packageRules.values()].flat(),
    ...input.sources.flatMap((source) => source.allRules()),
  ];
  for (const test of expanded(input.description, rules).flatMap(testsIn)) {
    const path = pathOf(test);
    if (path !== undefined) note(path, withOtherValue(input, test));
    if (path !== undefined && test.operand.kind === "path") {
      note(test.operand.path, mirrored(input, test, path));
    }
  }
  const facts = new Map<string, Fact>();
  for (const path of [...tests.keys()].toSorted()) {
    const fact = factAt(input.description, path);
    facts.set(path, fact);
    universe.addPath(path, domainOf(path, tests.get(path) ?? [], fact));
  }
  return facts;
}

function testsIn({ claim, when }: Rule): readonly Test[] {
  return [...testsOf(claim), ...(when === undefined ? [] : testsOf(when))];
}

/** The path whose values are atoms; packages and their versions are atoms of their own. */
function pathOf({ subject }: Test): string | undefined {
  if (subject.kind === "path") return subject.path;
  return isOfPackage(subject.field) ? undefined : fieldPath(subject.name, subject.field);
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
