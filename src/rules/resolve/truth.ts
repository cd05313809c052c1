/** What can be told of a condition before anything is resolved. */

import { assertNever } from "../../base/assert-never.ts";
import { type Claim, isOfPackage, subjectPath, type Test } from "../language/rule.ts";
import type { Fact } from "./facts.ts";
import { holdsFor } from "./test-atoms.ts";

export interface KnownFacts {
  readonly facts: ReadonlyMap<string, Fact>;
  /** Paths without a value that may get one. */
  readonly open: ReadonlySet<string>;
  /** Whether what the description says stays as it is. */
  readonly isFixed: boolean;
}

/** Undefined where it depends on what comes out. */
export function truthOf(claim: Claim, known: KnownFacts): boolean | undefined {
  switch (claim.kind) {
    case "test":
      return truthOfTest(claim, known);
    case "not": {
      const truth = truthOf(claim.claim, known);
      return truth === undefined ? undefined : !truth;
    }
    case "and":
    case "or": {
      const truths = claim.claims.map((part) => truthOf(part, known));
      const decisive = claim.kind === "or";
      if (truths.includes(decisive)) return decisive;
      return truths.includes(undefined) ? undefined : !decisive;
    }
    default:
      return assertNever(claim);
  }
}

function truthOfTest(test: Test, { facts, open, isFixed }: KnownFacts): boolean | undefined {
  const { subject, operator, operand } = test;
  if (subject.kind === "package" && isOfPackage(subject.field)) return undefined;
  const path = subjectPath(subject);
  const fact = facts.get(path);
  switch (fact?.kind) {
    case undefined:
      return undefined;
    case "absent":
      return open.has(path) ? undefined : operator === "!=";
    case "resource":
      return isFixed ? operator === "present" : undefined;
    case "scalar":
      if (!isFixed || fact.isDefault || operand.kind === "path") return undefined;
      return operator === "!=" ? undefined : holdsFor(fact.value, test);
    default:
      return assertNever(fact);
  }
}
