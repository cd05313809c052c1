/**
 * Which packages of a source meet a constraint, remembered with the source.
 *
 * A form that asks on each change resolves over and over; sources stay, and so do their answers.
 */

import type { Constraint, PackageNumber, PackageSource } from "../repository/package-source.ts";
import { meets } from "./meets.ts";

const known = new WeakMap<PackageSource, WeakMap<Constraint, readonly PackageNumber[]>>();

/** Those of that name first, the best first; then what stands for it. */
export function numbersMeeting(
  source: PackageSource,
  constraint: Constraint,
): readonly PackageNumber[] {
  let answers = known.get(source);
  if (answers === undefined) {
    answers = new WeakMap();
    known.set(source, answers);
  }
  let numbers = answers.get(constraint);
  if (numbers === undefined) {
    numbers = findNumbers(source, constraint);
    answers.set(constraint, numbers);
  }
  return numbers;
}

function findNumbers(source: PackageSource, constraint: Constraint): readonly PackageNumber[] {
  const { name, operator } = constraint;
  const direct = source.named(name).filter((number) => {
    const written = { version: source.versionOf(number), release: source.releaseOf(number) };
    return operator === undefined || meets(source.scheme, written, constraint);
  });
  const providers = source.providing(name).filter(({ version }) => {
    if (operator === undefined) return true;
    const written = { version: version ?? "", release: undefined };
    return version !== undefined && meets(source.scheme, written, constraint);
  });
  if (providers.length === 0) return direct;
  return [...new Set([...direct, ...providers.map((provider) => provider.package)])];
}
