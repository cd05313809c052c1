/**
 * Claims in words: `openssl >= 0.9.6`, `/hardware/memory/size >= 512 MiB`, `no postfix`.
 *
 * All of them are things that one can need, exclude or suggest, so that sentences are made of them by one verb.
 */

import { assertNever } from "../../base/assert-never.ts";
import { formatScalar } from "../language/format-claim.ts";
import { isGlob } from "../language/glob.ts";
import { shapeAt } from "../language/model-shape.ts";
import { type Claim, type Scalar, subjectPath, type Test, testsOf } from "../language/rule.ts";
import type { Constraint } from "../repository/package-source.ts";
import { termsOf } from "../resolve/facts.ts";

export function claimText(claim: Claim): string {
  return inWords(claim, "loose");
}

/** `tight`: in parentheses if it has parts, as it is one of several. */
function inWords(claim: Claim, place: "loose" | "tight"): string {
  switch (claim.kind) {
    case "test":
      return testText(claim);
    case "not":
      return negated(claim.claim);
    case "and":
    case "or": {
      const parts = claim.kind === "and" ? withoutPresence(claim.claims) : claim.claims;
      const text = joined(
        parts.map((part) => inWords(part, "tight")),
        claim.kind,
      );
      return parts.length > 1 && place === "tight" ? `(${text})` : text;
    }
    default:
      return assertNever(claim);
  }
}

/** That a value is there need not be said where something else is said of it. */
export function withoutPresence(claims: readonly Claim[]): readonly Claim[] {
  const compared = new Set(
    claims
      .flatMap(testsOf)
      .flatMap(({ operator, subject }) => (operator === "present" ? [] : [subjectPath(subject)])),
  );
  return claims.filter(
    (claim) =>
      claim.kind !== "test" ||
      claim.operator !== "present" ||
      !compared.has(subjectPath(claim.subject)),
  );
}

/** `a, b and c`. */
export function joined(parts: readonly string[], word: "and" | "or"): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} ${word} ${last}`;
}

/** Enough of many to see what is meant: `a, b, c, d and others`. */
export function fewOf(texts: readonly string[]): string {
  const few = texts.slice(0, mostTexts);
  return joined(texts.length > few.length ? [...few, "others"] : few, "and");
}

const mostTexts = 4;

function negated(claim: Claim): string {
  switch (claim.kind) {
    case "test":
      if (claim.operator === "==") return testText({ ...claim, operator: "!=" });
      if (claim.operator === "!=") return testText({ ...claim, operator: "==" });
      return claim.operator === "present" ? `no ${testText(claim)}` : testText(claim, "not ");
    case "not":
      return inWords(claim.claim, "tight");
    default:
      return `not ${inWords(claim, "tight")}`;
  }
}

/** `not` stands before the sign. */
function testText(test: Test, not: "" | "not " = ""): string {
  const { subject, operator, operand } = test;
  if (subject.kind === "package" && (subject.field === undefined || subject.field === "version")) {
    return `${not}${packageTestText(subject.name, test)}`;
  }
  const path = subjectPath(subject);
  const unit = unitOf(path);
  switch (operand.kind) {
    case "none":
      return path;
    case "path":
      return `${path} ${signOf(operator)} ${operand.path}`;
    case "list":
      return `${path} ${not === "" ? "=" : "other than"} ${joined(
        operand.values.map((value) => valueText(value, unit)),
        "or",
      )}`;
    case "value":
      return `${path} ${not}${signOf(operator, operand.value)} ${valueText(operand.value, unit)}`;
    default:
      return assertNever(operand);
  }
}

function packageTestText(name: string, { operator, operand }: Test): string {
  switch (operand.kind) {
    case "none":
      return name;
    case "path":
      return `${name} ${signOf(operator)} ${operand.path}`;
    case "list":
      return `${name} ${joined(operand.values.map(String), "or")}`;
    case "value":
      return constraintText({
        name,
        operator: operator === "present" || operator === "in" ? undefined : operator,
        version: String(operand.value),
      });
    default:
      return assertNever(operand);
  }
}

/** `openssl >= 0.9.6`, `gcc 3.3.5`, `gcc in the range ^3.3`. */
export function constraintText({ name, operator, version = "" }: Constraint): string {
  switch (operator) {
    case undefined:
      return name;
    case "==":
      return `${name} ${version}`;
    case "!=":
      return `${name} other than ${version}`;
    case "~":
      return `${name} in the range ${version}`;
    default:
      return `${name} ${operator} ${version}`;
  }
}

function signOf(operator: Test["operator"], value?: Scalar): string {
  switch (operator) {
    case "==":
      return "=";
    case "!=":
      return "other than";
    case "~":
      return typeof value === "string" && isGlob(value) ? "like" : "in the range";
    default:
      return operator;
  }
}

function valueText(value: Scalar, unit: string | undefined): string {
  const text = formatScalar(value);
  return unit === undefined || typeof value === "string" ? text : `${text} ${unit}`;
}

/** A value of a path with its unit, as a sentence shows it. */
export function valueAtText(path: string, value: Scalar): string {
  return valueText(value, unitOf(path));
}

function unitOf(path: string): string | undefined {
  const lookup = shapeAt(termsOf(path));
  return lookup.kind === "shape" && lookup.shape.kind === "integer" ? lookup.shape.unit : undefined;
}
