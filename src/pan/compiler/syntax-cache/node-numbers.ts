/**
 * The words of syntax trees as numbers: the place in a list.
 *
 * The lists may change at will, as a stored tree is read only by the very build of the compiler that has written it.
 */

import { invariant } from "../../../base/invariant.ts";
import type {
  BinaryOperator,
  ComparisonOperator,
  Condition,
  Expression,
  Operand,
  RuleStatement,
  Statement,
  StringLiteral,
  TemplateKind,
  TypeNode,
  UnaryOperator,
} from "../../syntax/ast.ts";

/** A list that does not compile while a word is missing. */
function words<Word extends string>(all: Readonly<Record<Word, true>>): readonly Word[] {
  return Object.keys(all) as Word[];
}

export function numberOf<Word extends string>(list: readonly Word[], word: Word): number {
  const number = list.indexOf(word);
  invariant(number >= 0, `there is no number for ${word}`);
  return number;
}

export const templateKinds = words<TemplateKind>({
  ordinary: true,
  object: true,
  structure: true,
  unique: true,
  declaration: true,
});

export const statementKinds = words<Statement["kind"]>({
  AssignStatement: true,
  IncludeStatement: true,
  VariableStatement: true,
  TypeStatement: true,
  FunctionStatement: true,
  BindStatement: true,
  PrefixStatement: true,
  ValidStatement: true,
  RuleStatement: true,
  EmptyStatement: true,
  InvalidStatement: true,
});

export const expressionKinds = words<Expression["kind"]>({
  StringLiteral: true,
  VariableReference: true,
  CallExpression: true,
  BinaryExpression: true,
  LongLiteral: true,
  Assignment: true,
  Block: true,
  IfExpression: true,
  BooleanLiteral: true,
  UnaryExpression: true,
  UndefLiteral: true,
  NullLiteral: true,
  ForeachExpression: true,
  DoubleLiteral: true,
  WhileExpression: true,
  ForExpression: true,
  MissingExpression: true,
});

export const typeKinds = words<TypeNode["kind"]>({
  NamedType: true,
  RecordType: true,
  ListType: true,
  DictType: true,
  ChoiceType: true,
  LinkType: true,
});

export const conditionKinds = words<Condition["kind"]>({
  Comparison: true,
  NotCondition: true,
  AndCondition: true,
  OrCondition: true,
});

export const operandKinds = words<Operand["kind"]>({
  LiteralOperand: true,
  ListOperand: true,
  PathOperand: true,
});

export const rules = words<RuleStatement["rule"]>({ valid: true, conflict: true, suggest: true });

export const quotes = words<StringLiteral["quote"]>({ single: true, double: true, heredoc: true });

export const unaryOperators = words<UnaryOperator>({ "+": true, "-": true, "!": true, "~": true });

export const binaryOperators = words<BinaryOperator>({
  "||": true,
  "&&": true,
  "|": true,
  "^": true,
  "&": true,
  "==": true,
  "!=": true,
  "<": true,
  ">": true,
  "<=": true,
  ">=": true,
  "+": true,
  "-": true,
  "*": true,
  "/": true,
  "%": true,
});

export const comparisonOperators = words<ComparisonOperator>({
  "==": true,
  "!=": true,
  "<": true,
  "<=": true,
  ">": true,
  ">=": true,
  "~": true,
  in: true,
  "=": true,
});
