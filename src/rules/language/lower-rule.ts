/** From the syntax of a rule statement to a rule, with the checks that need nothing but the model. */

import { assertNever } from "../../base/assert-never.ts";
import { type Diagnostic, hasErrors } from "../../diagnostics/diagnostic.ts";
import type { ActiveRule } from "../../pan/compiler/active-rules.ts";
import type { Comparison, Condition, Operand as WrittenOperand } from "../../pan/syntax/ast.ts";
import { literalValue } from "../../pan/syntax/literal-value.ts";
import { formatTerms } from "../../pan/tree/path.ts";
import type { Term } from "../../pan/tree/term.ts";
import { type Span, spanIn } from "../../text/span.ts";
import { checkTest } from "./check-test.ts";
import { createRuleReporter, type RuleReport } from "./report.ts";
import type { Claim, Operand, Operator, Rule, Test } from "./rule.ts";
import { rulePath, subjectOf } from "./rule-path.ts";

/** What a suggestion without `priority` has. */
const defaultPriority = 100;

export interface LoweredRule {
  /** Undefined if there are errors. */
  readonly rule: Rule | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** `ordinal` counts the rules of the template from 1. */
export function lowerRule(active: ActiveRule, ordinal: number): LoweredRule {
  const { statement, template, file, at } = active;
  const reporter = createRuleReporter();
  const ctx: Lowering = { file, at, report: reporter.report };
  const claim = lowerCondition(ctx, statement.condition);
  const when = statement.when === undefined ? undefined : lowerCondition(ctx, statement.when);
  const { diagnostics } = reporter;
  if (claim === undefined || hasErrors(diagnostics)) {
    return { rule: undefined, diagnostics };
  }
  const rule: Rule = {
    kind: statement.rule,
    id: `${template}#${ordinal}`,
    span: spanIn(file, statement),
    claim,
    when,
    priority: Number(statement.priority ?? defaultPriority),
    message: statement.message,
  };
  return { rule, diagnostics };
}

interface Lowering {
  readonly file: string;
  readonly at: readonly Term[] | undefined;
  readonly report: RuleReport;
}

/** Undefined if something in it was refused. */
function lowerCondition(ctx: Lowering, condition: Condition): Claim | undefined {
  switch (condition.kind) {
    case "Comparison":
      return lowerComparison(ctx, condition);
    case "NotCondition": {
      const claim = lowerCondition(ctx, condition.operand);
      return claim === undefined ? undefined : { kind: "not", claim };
    }
    case "AndCondition":
    case "OrCondition": {
      const left = lowerCondition(ctx, condition.left);
      const right = lowerCondition(ctx, condition.right);
      if (left === undefined || right === undefined) return undefined;
      const kind = condition.kind === "AndCondition" ? "and" : "or";
      return { kind, claims: [...partsOf(kind, left), ...partsOf(kind, right)] };
    }
    default:
      return assertNever(condition);
  }
}

/** `a || b || c` is one claim of three parts. */
function partsOf(kind: "and" | "or", claim: Claim): readonly Claim[] {
  return claim.kind === kind ? claim.claims : [claim];
}

function lowerComparison(ctx: Lowering, comparison: Comparison): Test | undefined {
  // A gap in the source, which the parser has reported.
  if (comparison.path.text === "") return undefined;
  const span = spanIn(ctx.file, comparison);
  const terms = pathTerms(ctx, comparison.path.text, spanIn(ctx.file, comparison.path));
  if (terms === undefined) return undefined;
  const operand = lowerOperand(ctx, comparison.operand);
  if (operand === undefined) return undefined;
  const test: Test = {
    kind: "test",
    subject: subjectOf(terms),
    operator: operatorOf(comparison),
    operand,
    span,
  };
  checkTest(test, terms, ctx.report);
  return test;
}

function operatorOf({ operator }: Comparison): Operator {
  if (operator === undefined) return "present";
  return operator === "=" ? "==" : operator;
}

/** The terms of a path; undefined if it is none, which is reported. */
function pathTerms(ctx: Lowering, text: string, span: Span): readonly Term[] | undefined {
  const path = rulePath(text, ctx.at);
  if (path === "relative-outside") {
    ctx.report("rule-path-relative", span, { path: text });
    return undefined;
  }
  if ("problem" in path) {
    const help = quotedCondition.test(text) ? onlyPathsInQuotes : undefined;
    ctx.report("rule-path-malformed", span, { path: text }, { help });
    return undefined;
  }
  return path.terms;
}

/** What a path does not have. */
const quotedCondition = /==|!=|[<>~]|&&|\|\|/;
const onlyPathsInQuotes =
  "Of a condition only the paths and the texts stand in quotes: `'/path' == 'value'`.";

function lowerOperand(ctx: Lowering, operand: WrittenOperand | undefined): Operand | undefined {
  switch (operand?.kind) {
    case undefined:
      return { kind: "none" };
    case "LiteralOperand": {
      const value = literalValue(operand.value);
      return value === undefined ? undefined : { kind: "value", value };
    }
    case "ListOperand": {
      const values = operand.items.map(literalValue);
      return values.includes(undefined)
        ? undefined
        : { kind: "list", values: values.filter((value) => value !== undefined) };
    }
    case "PathOperand": {
      const terms = pathTerms(ctx, operand.path.text, spanIn(ctx.file, operand.path));
      return terms === undefined ? undefined : { kind: "path", path: formatTerms(terms) };
    }
    default:
      return assertNever(operand);
  }
}
