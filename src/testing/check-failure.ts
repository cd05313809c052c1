/** A `valid` statement of a test that is not true: what to say of it. */

import { type Diagnostic, diagnostic, type RelatedPlace } from "../diagnostics/diagnostic.ts";
import type { Expression, ValidStatement } from "../pan/syntax/ast.ts";
import { nodesIn } from "../pan/syntax/nodes.ts";
import { unwrapBlock } from "../pan/syntax/unwrap.ts";
import type { Value } from "../pan/tree/value.ts";
import { unifiedDiff } from "../rules/edit/unified-diff.ts";
import { type Span, spanIn } from "../text/span.ts";
import { dmlText } from "./dml-text.ts";
import { lineEdits, shortDiff } from "./line-edits.ts";
import { type Expressions, subValues } from "./sub-values.ts";
import type { TestPlan } from "./test-plan.ts";
import { diffLines, treeDifferences } from "./tree-diff.ts";

/** The check of a test that a validation's diagnostic speaks of: the validation is bound where its DML stands. */
export function checkOf(
  { related, category }: Diagnostic,
  { file, checks }: Pick<TestPlan, "file" | "checks">,
): ValidStatement | undefined {
  if (category !== "validation") return undefined;
  return checks.find(({ body }) =>
    related.some(({ span, role }) => role === "trace" && isPlace(span, file, body)),
  );
}

function isPlace(span: Span, file: string, { start, end }: Expression): boolean {
  return span.file === file && span.start === start && span.end === end;
}

export interface CheckedValue {
  /** The path of the statement, with its variables filled in. */
  readonly path: string;
  readonly value: Value | undefined;
}

/** `found` is what the validation says of the statement. */
export function checkFailure(
  { body }: ValidStatement,
  found: Diagnostic,
  { path, value }: CheckedValue,
  expressions: Expressions,
): Diagnostic {
  const span = spanIn(expressions.file, body);
  const values = subValues(body, expressions);
  const written = usesSelf(body) ? writtenAt(found, span) : [];
  const related = [...values, ...written];
  if (value === undefined)
    return diagnostic("expectation-without-value", span, { path }, { help: absence(path) });
  if (found.code === "validation-refused") {
    const { clause, help } = refusal(unwrapBlock(body), value, expressions);
    const problem = usesSelf(body)
      ? `${path} is ${dmlText(value)}, ${clause}`
      : `What is expected at ${path} is not so`;
    // Where two trees differ says more than what they are.
    const told = isComparison(body) && help !== undefined ? written : related;
    return diagnostic("expectation-failed", span, { problem }, { related: told, help });
  }
  const problem =
    found.code === "validation-not-boolean"
      ? "it gives something else than true or false."
      : (causeOf(found, span)?.message ?? found.message);
  return diagnostic("expectation-broken", span, { path, problem }, { related, help: found.help });
}

function absence(path: string): string {
  const at = path.lastIndexOf("/");
  const key = dmlText(path.slice(at + 1));
  return `If there should be none: valid '${path.slice(0, at) || "/"}' = !exists(SELF[${key}]);`;
}

/** The first place that belongs to the DML itself. */
function causeOf(found: Diagnostic, { file, start, end }: Span): RelatedPlace | undefined {
  return found.related.find(
    ({ span, role }) =>
      role === undefined && span.file === file && span.start >= start && span.end <= end,
  );
}

function writtenAt({ span }: Diagnostic, check: Span): readonly RelatedPlace[] {
  const isTheCheck = span.file === check.file && span.start <= check.start && span.end >= check.end;
  if (span.file === "" || isTheCheck) return [];
  return [{ span, message: "The value was written here." }];
}

/** Whether the expression is about the value of the path at all. */
function usesSelf(body: Expression): boolean {
  return nodesIn(body).some(
    (node) => node.kind === "VariableReference" && node.name.text === "SELF",
  );
}

interface Refusal {
  /** The rest of a sentence about the value. */
  readonly clause: string;
  readonly help: string | undefined;
}

/** Functions of `vmcs/testing` that compare whole trees. */
const comparisons: ReadonlyMap<string, { readonly allowsMore: boolean }> = new Map([
  ["same_tree", { allowsMore: false }],
  ["has_tree", { allowsMore: true }],
]);

function isComparison(body: Expression): boolean {
  const call = unwrapBlock(body);
  return call.kind === "CallExpression" && comparisons.has(call.name.text);
}

function refusal(body: Expression, value: Value, { valueOf }: Expressions): Refusal {
  if (body.kind === "CallExpression" && comparisons.has(body.name.text)) {
    const [given, expected] = body.args.map((arg) => valueOf(arg) ?? valueOf(unwrapBlock(arg)));
    const options = comparisons.get(body.name.text);
    if (given !== undefined && expected !== undefined && options !== undefined) {
      const lines = diffLines(treeDifferences(expected, given, options));
      const help = `Below it, this is expected (-) and given (+):\n${lines.join("\n")}`;
      return { clause: "which is not the tree that is expected", help };
    }
  }
  if (body.kind === "BinaryExpression" && body.operator === "==") {
    const sides = [body.left, body.right].map((side) => valueOf(side));
    const expected = sides.find((side) => side !== undefined && side !== value);
    if (sides.includes(value) && expected !== undefined) {
      return {
        clause: `but ${dmlText(expected)} is expected`,
        help: textDifference(expected, value),
      };
    }
  }
  return { clause: "which is not as expected", help: undefined };
}

/** Texts of several lines, line by line. */
function textDifference(expected: Value, given: Value): string | undefined {
  if (typeof expected !== "string" || typeof given !== "string") return undefined;
  if (!expected.includes("\n") && !given.includes("\n")) return undefined;
  const diff = shortDiff(unifiedDiff("", expected, lineEdits(expected, given)));
  return ["Expected (-) and given (+):", ...diff].join("\n");
}
