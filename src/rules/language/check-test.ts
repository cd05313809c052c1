/** Whether a test of a rule can mean anything: its path against the model, its operator and operand against that. */

import type { Term } from "../../pan/tree/term.ts";
import { closestName } from "../../text/did-you-mean.ts";
import type { IntegerShape, Shape } from "../../vm/shape/shape.ts";
import { shapeAt } from "./model-shape.ts";
import type { RuleReport } from "./report.ts";
import { type Scalar, subjectPath, type Test } from "./rule.ts";

export function checkTest(test: Test, terms: readonly Term[], report: RuleReport): void {
  const lookup = shapeAt(terms);
  const path = subjectPath(test.subject);
  if (lookup.kind === "elsewhere") return;
  if (lookup.kind === "unknown") {
    const guess = closestName(String(lookup.term), lookup.known);
    const help = guess === undefined ? undefined : `Did you mean '${guess}'?`;
    report("rule-path-unknown", test.span, { path, term: lookup.term }, { help });
    return;
  }
  if (test.operator === "present") return;
  const wanted = operatorsFor(lookup.shape);
  if (!wanted.includes(test.operator)) {
    const args = { path, operator: test.operator, known: wanted.join(" ") || "none" };
    report("rule-operator-unfit", test.span, args);
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
    report("rule-value-of-wrong-kind", test.span, {
      path,
      value: shown(value),
      wanted: wanted.name,
    });
    return;
  }
  if (shape.kind === "choice" && typeof value === "string" && !shape.choices.includes(value)) {
    const guess = closestName(value, shape.choices);
    const help = guess === undefined ? undefined : `Did you mean '${guess}'?`;
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
