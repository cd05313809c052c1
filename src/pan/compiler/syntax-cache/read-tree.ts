/**
 * Words → syntax tree: what `write-tree.ts` has written, field by field.
 *
 * It runs once for each template, before anything is warm, so it is plain: a cursor, and an object literal for each
 * kind of node.
 */

import { assertNever } from "../../../base/assert-never.ts";
import type {
  Annotation,
  Comment,
  Condition,
  Expression,
  FieldNode,
  FullType,
  IncludeFieldsNode,
  Name,
  Operand,
  RangeNode,
  Statement,
  StringLiteral,
  Template,
  TypeNode,
  VariableReference,
} from "../../syntax/ast.ts";
import {
  binaryOperators,
  comparisonOperators,
  conditionKinds,
  expressionKinds,
  operandKinds,
  quotes,
  rules,
  statementKinds,
  templateKinds,
  typeKinds,
  unaryOperators,
} from "./node-numbers.ts";

/** Takes words that are known to be what was written for this text. */
export function readTree(words: Int32Array, text: string): Template {
  return new TreeReader(words, text).template();
}

class TreeReader {
  private readonly words: Int32Array;
  private readonly source: string;
  private at = 0;

  constructor(words: Int32Array, source: string) {
    this.words = words;
    this.source = source;
  }

  template(): Template {
    const start = this.next();
    const end = this.next();
    const templateKind = this.word(templateKinds);
    const name = this.name();
    const annotations = this.annotations();
    const comments: Comment[] = [];
    for (let left = this.next(); left > 0; left--) {
      comments.push({ kind: "Comment", start: this.next(), end: this.next() });
    }
    const statements: Statement[] = [];
    for (let left = this.next(); left > 0; left--) statements.push(this.statement());
    return { kind: "Template", templateKind, name, annotations, statements, comments, start, end };
  }

  private next(): number {
    return this.words[this.at++] as number;
  }

  private flag(): boolean {
    return this.next() === 1;
  }

  private word<Word>(list: readonly Word[]): Word {
    return list[this.next()] as Word;
  }

  private string(): string {
    const at = this.next();
    const length = this.next();
    if (at >= 0) return this.source.slice(at, at + length);
    let text = "";
    for (let left = length; left > 0; left--) text += String.fromCharCode(this.next());
    return text;
  }

  private name(): Name {
    const start = this.next();
    const end = this.next();
    return { text: this.string(), start, end };
  }

  private annotations(): readonly Annotation[] {
    const found: Annotation[] = [];
    for (let left = this.next(); left > 0; left--) {
      const start = this.next();
      const end = this.next();
      found.push({ kind: "Annotation", name: this.string(), body: this.string(), start, end });
    }
    return found;
  }

  private long(): bigint {
    return BigInt(this.flag() ? this.next() : this.string());
  }

  private statement(): Statement {
    const kind = this.word(statementKinds);
    const start = this.next();
    const end = this.next();
    switch (kind) {
      case "AssignStatement": {
        const final = this.flag();
        const conditional = this.flag();
        const path = this.name();
        const value = this.expression();
        const annotations = this.annotations();
        return { kind, final, path, conditional, value, annotations, start, end };
      }
      case "VariableStatement": {
        const final = this.flag();
        const conditional = this.flag();
        const name = this.name();
        const value = this.expression();
        const annotations = this.annotations();
        return { kind, final, name, conditional, value, annotations, start, end };
      }
      case "IncludeStatement":
        return { kind, template: this.expression(), start, end };
      case "TypeStatement": {
        const name = this.name();
        const type = this.fullType();
        return { kind, name, type, annotations: this.annotations(), start, end };
      }
      case "FunctionStatement": {
        const name = this.name();
        const body = this.expression();
        return { kind, name, body, annotations: this.annotations(), start, end };
      }
      case "BindStatement":
        return { kind, path: this.name(), type: this.fullType(), start, end };
      case "PrefixStatement":
        return { kind, path: this.name(), start, end };
      case "ValidStatement":
        return { kind, path: this.name(), body: this.expression(), start, end };
      case "RuleStatement": {
        const rule = this.word(rules);
        const condition = this.condition();
        const when = this.flag() ? this.condition() : undefined;
        const priority = this.flag() ? this.long() : undefined;
        const message = this.flag() ? this.string() : undefined;
        return { kind, rule, condition, when, priority, message, start, end };
      }
      case "EmptyStatement":
      case "InvalidStatement":
        return { kind, start, end };
      default:
        return assertNever(kind);
    }
  }

  private condition(): Condition {
    const kind = this.word(conditionKinds);
    const start = this.next();
    const end = this.next();
    switch (kind) {
      case "Comparison": {
        const path = this.name();
        const operator = this.flag() ? this.word(comparisonOperators) : undefined;
        const operand = this.flag() ? this.operand() : undefined;
        return { kind, path, operator, operand, start, end };
      }
      case "NotCondition":
        return { kind, operand: this.condition(), start, end };
      case "AndCondition":
      case "OrCondition":
        return { kind, left: this.condition(), right: this.condition(), start, end };
      default:
        return assertNever(kind);
    }
  }

  private operand(): Operand {
    const kind = this.word(operandKinds);
    switch (kind) {
      case "LiteralOperand":
        return { kind, value: this.expression() };
      case "ListOperand":
        return { kind, items: this.expressions() };
      case "PathOperand":
        return { kind, path: this.name() };
      default:
        return assertNever(kind);
    }
  }

  private fullType(): FullType {
    const start = this.next();
    const end = this.next();
    const type = this.type();
    const defaultValue = this.flag() ? this.expression() : undefined;
    const validation = this.flag() ? this.expression() : undefined;
    return { kind: "FullType", type, defaultValue, validation, start, end };
  }

  private type(): TypeNode {
    const kind = this.word(typeKinds);
    const start = this.next();
    const end = this.next();
    switch (kind) {
      case "NamedType":
        return { kind, name: this.string(), range: this.range(), start, end };
      case "RecordType": {
        const extensible = this.flag();
        const fields: (FieldNode | IncludeFieldsNode)[] = [];
        for (let left = this.next(); left > 0; left--) fields.push(this.field());
        return { kind, extensible, fields, range: this.range(), start, end };
      }
      case "ListType":
      case "DictType":
        return { kind, element: this.type(), range: this.range(), start, end };
      case "ChoiceType":
        return { kind, choices: this.expressions() as readonly StringLiteral[], start, end };
      case "LinkType":
        return { kind, element: this.type(), start, end };
      default:
        return assertNever(kind);
    }
  }

  private range(): RangeNode | undefined {
    if (!this.flag()) return undefined;
    const start = this.next();
    const end = this.next();
    const minimum = this.flag() ? this.long() : undefined;
    const maximum = this.flag() ? this.long() : undefined;
    return { minimum, maximum, start, end };
  }

  private field(): FieldNode | IncludeFieldsNode {
    const isField = this.flag();
    const start = this.next();
    const end = this.next();
    if (!isField) return { kind: "IncludeFields", type: this.name(), start, end };
    const required = this.flag();
    const key = this.name();
    const type = this.fullType();
    return { kind: "Field", key, required, type, annotations: this.annotations(), start, end };
  }

  private expressions(): Expression[] {
    const found: Expression[] = [];
    for (let left = this.next(); left > 0; left--) found.push(this.expression());
    return found;
  }

  private expression(): Expression {
    const kind = this.word(expressionKinds);
    const start = this.next();
    const end = this.next();
    switch (kind) {
      case "StringLiteral": {
        const quote = this.word(quotes);
        return { kind, value: this.string(), quote, start, end };
      }
      case "VariableReference":
        return { kind, name: this.name(), indexes: this.expressions(), start, end };
      case "CallExpression":
        return { kind, name: this.name(), args: this.expressions(), start, end };
      case "BinaryExpression": {
        const operator = this.word(binaryOperators);
        return { kind, operator, left: this.expression(), right: this.expression(), start, end };
      }
      case "LongLiteral":
        return { kind, value: this.long(), start, end };
      case "Assignment":
        return { kind, target: this.reference(), value: this.expression(), start, end };
      case "Block":
        return { kind, expressions: this.expressions(), start, end };
      case "IfExpression": {
        const condition = this.expression();
        const consequence = this.expression();
        const alternative = this.flag() ? this.expression() : undefined;
        return { kind, condition, consequence, alternative, start, end };
      }
      case "BooleanLiteral":
        return { kind, value: this.flag(), start, end };
      case "UnaryExpression": {
        const operator = this.word(unaryOperators);
        return { kind, operator, operand: this.expression(), start, end };
      }
      case "ForeachExpression": {
        const key = this.reference();
        const value = this.reference();
        const resource = this.expression();
        return { kind, key, value, resource, body: this.expression(), start, end };
      }
      case "DoubleLiteral":
        return { kind, value: this.double(), start, end };
      case "WhileExpression":
        return { kind, condition: this.expression(), body: this.expression(), start, end };
      case "ForExpression": {
        const initialization = this.expression();
        const condition = this.expression();
        const increment = this.expression();
        return { kind, initialization, condition, increment, body: this.expression(), start, end };
      }
      case "UndefLiteral":
      case "NullLiteral":
      case "MissingExpression":
        return { kind, start, end };
      default:
        return assertNever(kind);
    }
  }

  private reference(): VariableReference {
    return this.expression() as VariableReference;
  }

  private double(): number {
    return new Float64Array(Int32Array.of(this.next(), this.next()).buffer)[0] as number;
  }
}
