/** Whether a test of a rule can mean anything: its path against the model, its operator and operand against that. */

import { invariant } from "../../base/invariant.ts";
import { lookUp } from "../../base/lookup.ts";
import type { Term } from "../../pan/tree/term.ts";
import { closestName, didYouMean } from "../../text/did-you-mean.ts";
import type { IntegerShape, Shape } from "../../vm/shape/shape.ts";
import { machineRoots, type ShapeLookup, shapeAt } from "./model-shape.ts";
import type { RuleReport } from "./report.ts";
import { isOfPackage, type Scalar, type Subject, subjectPath, type Test } from "./rule.ts";
import { rulePath, subjectOf } from "./rule-path.ts";

export function checkTest(test: Test, terms: readonly Term[], report: RuleReport): void {
  if (test.operand.kind === "path") checkOtherPath(test, test.operand.path, report);
  const path = subjectPath(test.subject);
  const lookup = checkPath(test, path, terms, report);
  if (lookup === undefined || test.operator === "present") return;
  const wanted = operatorsFor(lookup.shape);
  if (!wanted.includes(test.operator)) {
    const args = { path, operator: test.operator, known: wanted.join(" ") || "none" };
    const help = whatToCompare(test.subject, lookup.shape);
    report("rule-operator-unfit", test.span, args, { help });
    return;
  }
  if (test.operand.kind === "none" || test.operand.kind === "path") return;
  const isList = test.operand.kind === "list";
  if (isList !== (test.operator === "in")) {
    report("rule-operand-unfit", test.span, { operator: test.operator });
    return;
  }
  const values = test.operand.kind === "list" ? test.operand.values : [test.operand.value];
  for (const value of values) checkValue(test, lookup.shape, value, report);
}

/** What the model has at a path; undefined where it has nothing, which is told, or no such root. */
function checkPath(
  { span }: Test,
  path: string,
  terms: readonly Term[],
  report: RuleReport,
): Extract<ShapeLookup, { kind: "shape" }> | undefined {
  const lookup = shapeAt(terms);
  if (lookup.kind === "shape") return lookup;
  if (lookup.kind === "unknown") {
    const help = whatThereIs(lookup);
    report("rule-path-unknown", span, { path, term: lookup.term }, { help });
    return undefined;
  }
  // A site may have roots of its own, but hardly one that is a letter away from the model's.
  const guess = closestName(String(terms[0]), machineRoots);
  if (guess === undefined) return undefined;
  report("rule-root-unknown", span, { path }, { help: `Did you mean '/${guess}'?` });
  return undefined;
}

/** The path whose value is compared with that of the subject. */
function checkOtherPath(test: Test, path: string, report: RuleReport): void {
  const found = rulePath(path, undefined);
  invariant(typeof found === "object" && "terms" in found, `${path} is a path`);
  const lookup = checkPath(test, path, found.terms, report);
  const { operator } = test;
  const other = subjectOf(found.terms);
  if ([test.subject, other].some(tellsVersions)) {
    const help = "A version is compared with a text such as '1.2', not with what another path has.";
    report("rule-operand-unfit", test.span, { operator }, { help });
  } else if (lookup !== undefined && operatorsFor(lookup.shape).length === 0) {
    const help = whatToCompare(other, lookup.shape);
    report("rule-operator-unfit", test.span, { path, operator, known: "none" }, { help });
  }
}

/** Which version of a package there is, is for the rules to find: it has no value that others could be compared with. */
function tellsVersions(subject: Subject): boolean {
  return subject.kind === "package" && isOfPackage(subject.field);
}

/** What could stand in the place of a step that leads nowhere. */
function whatThereIs({ term, known, form }: Extract<ShapeLookup, { kind: "unknown" }>): string {
  const guess = didYouMean(String(term), known);
  if (guess !== undefined) return guess;
  if (form !== undefined) return `What stands there is ${form}.`;
  if (known.length === 0) return "A single value is there, and nothing below it.";
  return `There is ${known.map((name) => `'${name}'`).join(", ")}.`;
}

/** A dict is no value; undefined where the operators that fit say enough. */
function whatToCompare(subject: Subject, shape: Shape): string | undefined {
  if (operatorsFor(shape).length > 0) return undefined;
  const path = subjectPath(subject);
  if (subject.kind === "package") return `Compare ${path}/version.`;
  const parts = shape.kind === "record" ? Object.keys(shape.fields) : [];
  const few = parts.slice(0, 6).map((name) => `'${name}'`);
  const others = parts.length > few.length ? " and others" : "";
  return parts.length === 0
    ? "It has no single value: a rule can ask whether it is there, by its path alone."
    : `Compare a part of it: there is ${few.join(", ")}${others}.`;
}

const equality = ["==", "!=", "in"] as const;
const order = ["<", "<=", ">", ">="] as const;

/** Texts can be versions, whose order is not that of texts; `~` has a range of versions. */
function operatorsFor(shape: Shape): readonly string[] {
  switch (shape.kind) {
    case "integer":
      return [...equality, ...order];
    case "text":
      return [...equality, ...order, "~"];
    case "choice":
    case "boolean":
      return equality;
    default:
      return [];
  }
}

function checkValue(test: Test, shape: Shape, value: Scalar, report: RuleReport): void {
  const path = subjectPath(test.subject);
  const wanted = kindOf(shape);
  if (typeof value !== wanted.type) {
    const args = { path, value: shown(value), wanted: wanted.name };
    report("rule-value-of-wrong-kind", test.span, args, { help: howToWrite(shape, value) });
    return;
  }
  if (shape.kind === "choice" && typeof value === "string" && !shape.choices.includes(value)) {
    const help = didYouMean(value, shape.choices);
    const args = { path, value: shown(value), wanted: shape.choices.join(", ") };
    report("rule-value-never", test.span, args, { help });
  }
  if (shape.kind === "integer" && typeof value === "bigint") checkRange(test, shape, value, report);
}

/** A comparison that the bounds of the model decide beforehand says something else than its author thinks. */
function checkRange(test: Test, shape: IntegerShape, value: bigint, report: RuleReport): void {
  const isOutside = value < shape.minimum || value > shape.maximum;
  if (!isOutside) return;
  const unit = shape.unit === undefined ? "" : ` ${shape.unit}`;
  const wanted = `${shape.minimum} to ${shape.maximum}${unit}`;
  report("rule-value-never", test.span, {
    path: subjectPath(test.subject),
    value: shown(value),
    wanted,
  });
}

/** The same value as one of the right kind; undefined where it is none. */
function howToWrite(shape: Shape, value: Scalar): string | undefined {
  const text = String(value);
  const isText = typeof value === "string";
  if (shape.kind === "integer")
    return isText && /^-?\d+$/.test(text) ? `Write ${text}.` : undefined;
  if (shape.kind === "boolean") {
    const words = { yes: "true", no: "false", true: "true", false: "false" };
    const word = lookUp(words, text.toLowerCase());
    return isText && word !== undefined ? `Write ${word}.` : "Write true or false.";
  }
  return isText ? undefined : `Write '${text}'.`;
}

function kindOf(shape: Shape): { readonly type: string; readonly name: string } {
  switch (shape.kind) {
    case "integer":
      return { type: "bigint", name: "a long" };
    case "boolean":
      return { type: "boolean", name: "a boolean" };
    default:
      return { type: "string", name: "a string" };
  }
}

function shown(value: Scalar): string {
  return typeof value === "string" ? `'${value}'` : String(value);
}
