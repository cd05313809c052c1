/** Which atoms make a test of a rule true. */

import { isGlob, matchesGlob } from "../language/glob.ts";
import { isOfPackage, type Scalar, subjectPath, type Test } from "../language/rule.ts";
import type { Constraint } from "../repository/package-source.ts";
import type { Atom } from "../solver/problem.ts";
import { satisfies } from "../solver/thresholds.ts";
import { pan } from "../versions/pan.ts";
import type { Pairs, TestAtoms } from "./claim-clauses.ts";
import { meets } from "./meets.ts";
import { anyValue, type DomainValue } from "./path-domain.ts";
import type { PackageVersion, Universe } from "./universe.ts";

export function atomsOfTest(universe: Universe, test: Test): TestAtoms {
  const { subject, operand } = test;
  if (subject.kind === "package" && isOfPackage(subject.field)) {
    const { name, field } = subject;
    if (field === "release" && test.operator !== "present") {
      const isMeant = (atom: Atom): boolean => hasRelease(universe.versionOf(atom), test);
      return any(universe.versions(name).filter(isMeant));
    }
    return any(constraintsOf(name, test).flatMap((constraint) => universe.candidates(constraint)));
  }
  const values = [...universe.valuesOf(subjectPath(subject))];
  if (operand.kind === "path") {
    const others = [...universe.valuesOf(operand.path)];
    return {
      kind: "pairs",
      possible: pairsOf(values, others, (value, other) => mayCompare(value, test, other)),
      certain: pairsOf(values, others, (value, other) => compares(value, test, other)),
    };
  }
  return any(values.filter(([value]) => holdsFor(value, test)).map(([, atom]) => atom));
}

type ValueAtom = readonly [value: DomainValue, atom: Atom];

function pairsOf(
  values: readonly ValueAtom[],
  others: readonly ValueAtom[],
  isPair: (value: DomainValue, other: DomainValue) => boolean,
): Pairs {
  const pairs = values.map(([value, atom]) => {
    const seconds = others.filter(([other]) => isPair(value, other)).map(([, second]) => second);
    return [atom, seconds] as const;
  });
  return new Map(pairs.filter(([, seconds]) => seconds.length > 0));
}

function any(atoms: readonly Atom[]): TestAtoms {
  return { kind: "any", atoms: [...new Set(atoms)] };
}

/** Whether the release of a package is as a test wants it; order is that of the scheme for one version's releases. */
function hasRelease(found: PackageVersion | undefined, test: Test): boolean {
  const { operator, operand } = test;
  if (found?.release === undefined || operand.kind === "none" || operand.kind === "path") {
    return false;
  }
  if (operand.kind === "list") return operand.values.includes(found.release);
  const { scheme, version = "", release } = found;
  const isEquality = operator === "==" || operator === "!=";
  if (isEquality) return holdsFor(release, test);
  const one = scheme.parsePackage(version, release);
  const other = scheme.parsePackage(version, String(operand.value));
  if (one === undefined || other === undefined || !scheme.isOrdered) return false;
  return (
    operator !== "present" &&
    operator !== "in" &&
    operator !== "~" &&
    satisfies(scheme.compare(one, other), { operator, bound: 0 })
  );
}

/** One for each value of `in`. */
function constraintsOf(name: string, { operator, operand }: Test): readonly Constraint[] {
  if (operator === "present" || operand.kind === "none" || operand.kind === "path") {
    return [{ name, operator: undefined, version: undefined }];
  }
  if (operand.kind === "list") {
    return operand.values.map((value) => ({ name, operator: "==", version: String(value) }));
  }
  const version = String(operand.value);
  return [{ name, operator: operator === "in" ? "==" : operator, version }];
}

/** Whether a test that compares with literals is true of a value. */
export function holdsFor(value: DomainValue, { operator, operand }: Test): boolean {
  if (operator === "present") return true;
  if (typeof value === "symbol") return false;
  if (operand.kind === "list") return operand.values.includes(value);
  return operand.kind === "value" && compareScalars(value, operator, operand.value);
}

function mayCompare(value: DomainValue, test: Test, other: DomainValue): boolean {
  return value === anyValue || other === anyValue || compares(value, test, other);
}

function compares(value: DomainValue, { operator }: Test, other: DomainValue): boolean {
  if (typeof value === "symbol" || typeof other === "symbol") return false;
  return compareScalars(value, operator, other);
}

/** Numbers by value; texts for equality as they are, for order as versions, by `~` as places or versions. */
function compareScalars(left: Scalar, operator: Test["operator"], right: Scalar): boolean {
  if (operator === "==" || operator === "!=") return (left === right) === (operator === "==");
  if (typeof left === "string" && typeof right === "string") {
    if (operator === "~" && isGlob(right)) return matchesGlob(right, left);
    if (operator === "present" || operator === "in") return false;
    const version = { version: left, release: undefined };
    return meets(pan, version, { name: "", operator, version: right });
  }
  const isNumber = typeof left !== "string" && typeof left !== "boolean";
  if (!isNumber || typeof right === "string" || typeof right === "boolean") return false;
  if (operator === "present" || operator === "in" || operator === "~") return false;
  return satisfies(left, { operator, bound: right });
}
