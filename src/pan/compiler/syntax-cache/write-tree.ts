/**
 * Syntax tree → words of 32 bits. Strings are places in the template's text where they stand there as they are.
 *
 * `read-tree.ts` is the reverse and reads each field where it is written here; a test compares the two.
 */

import { assertNever } from "../../../base/assert-never.ts";
import type { Located } from "../../../text/span.ts";
import type {
  Annotation,
  Condition,
  Expression,
  FieldNode,
  FullType,
  IncludeFieldsNode,
  Name,
  Operand,
  PathText,
  RangeNode,
  Statement,
  Template,
  TypeNode,
} from "../../syntax/ast.ts";
import {
  binaryOperators,
  comparisonOperators,
  conditionKinds,
  expressionKinds,
  numberOf,
  operandKinds,
  quotes,
  rules,
  statementKinds,
  templateKinds,
  typeKinds,
  unaryOperators,
} from "./node-numbers.ts";

/** Undefined if the tree is so deep that writing it could exhaust the stack. */
export function writeTree(template: Template, text: string): Int32Array | undefined {
  const writer = new TreeWriter(text);
  writer.template(template);
  return writer.isTooDeep ? undefined : Int32Array.from(writer.words);
}

/** What people write is about twenty deep. */
const deepest = 200;

class TreeWriter {
  readonly words: number[] = [];
  isTooDeep = false;
  private readonly source: string;
  private depth = 0;

  constructor(source: string) {
    this.source = source;
  }

  template(node: Template): void {
    this.place(node);
    this.words.push(numberOf(templateKinds, node.templateKind));
    this.name(node.name);
    this.list(node.annotations, this.annotation);
    this.list(node.comments, this.place);
    this.list(node.statements, this.statement);
  }

  private readonly place = ({ start, end }: Located): void => {
    this.words.push(start, end);
  };

  private readonly list = <Item>(items: readonly Item[], write: (item: Item) => void): void => {
    this.words.push(items.length);
    for (const item of items) write(item);
  };

  private optional<Item>(item: Item | undefined, write: (item: Item) => void): void {
    this.words.push(item === undefined ? 0 : 1);
    if (item !== undefined) write(item);
  }

  /** Most strings stand at the start of their node, or behind a quote. */
  private string(value: string, { start, end }: Located): void {
    const { source, words } = this;
    let at = start;
    if (!source.startsWith(value, at)) at++;
    if (!source.startsWith(value, at)) {
      const inside = source.slice(start, end).indexOf(value);
      at = inside < 0 ? -1 : start + inside;
    }
    words.push(at, value.length);
    for (let i = 0; at < 0 && i < value.length; i++) words.push(value.charCodeAt(i));
  }

  private readonly name = (node: Name | PathText): void => {
    this.place(node);
    this.string(node.text, node);
  };

  private readonly annotation = (node: Annotation): void => {
    this.place(node);
    this.string(node.name, node);
    this.string(node.body, node);
  };

  private readonly long = (value: bigint): void => {
    const number = Number(value);
    const isSmall = (number | 0) === number;
    this.words.push(isSmall ? 1 : 0);
    if (isSmall) this.words.push(number);
    else this.string(String(value), nowhere);
  };

  private readonly statement = (node: Statement): void => {
    this.words.push(numberOf(statementKinds, node.kind));
    this.place(node);
    switch (node.kind) {
      case "AssignStatement":
        this.words.push(Number(node.final), Number(node.conditional));
        this.name(node.path);
        this.expression(node.value);
        return this.list(node.annotations, this.annotation);
      case "VariableStatement":
        this.words.push(Number(node.final), Number(node.conditional));
        this.name(node.name);
        this.expression(node.value);
        return this.list(node.annotations, this.annotation);
      case "IncludeStatement":
        return this.expression(node.template);
      case "TypeStatement":
        this.name(node.name);
        this.fullType(node.type);
        return this.list(node.annotations, this.annotation);
      case "FunctionStatement":
        this.name(node.name);
        this.expression(node.body);
        return this.list(node.annotations, this.annotation);
      case "BindStatement":
        this.name(node.path);
        return this.fullType(node.type);
      case "PrefixStatement":
        return this.name(node.path);
      case "ValidStatement":
        this.name(node.path);
        return this.expression(node.body);
      case "RuleStatement":
        this.words.push(numberOf(rules, node.rule));
        this.condition(node.condition);
        this.optional(node.when, this.condition);
        this.optional(node.priority, this.long);
        return this.optional(node.message, (message) => this.string(message, node));
      case "EmptyStatement":
      case "InvalidStatement":
        return;
      default:
        return assertNever(node);
    }
  };

  private readonly condition = (node: Condition): void => {
    this.words.push(numberOf(conditionKinds, node.kind));
    this.place(node);
    if (!this.descend()) return;
    switch (node.kind) {
      case "Comparison":
        this.name(node.path);
        this.optional(node.operator, (operator) => {
          this.words.push(numberOf(comparisonOperators, operator));
        });
        this.optional(node.operand, this.operand);
        break;
      case "NotCondition":
        this.condition(node.operand);
        break;
      case "AndCondition":
      case "OrCondition":
        this.condition(node.left);
        this.condition(node.right);
        break;
      default:
        assertNever(node);
    }
    this.depth--;
  };

  private readonly operand = (node: Operand): void => {
    this.words.push(numberOf(operandKinds, node.kind));
    switch (node.kind) {
      case "LiteralOperand":
        return this.expression(node.value);
      case "ListOperand":
        return this.list(node.items, this.expression);
      case "PathOperand":
        return this.name(node.path);
      default:
        return assertNever(node);
    }
  };

  private readonly fullType = (node: FullType): void => {
    this.place(node);
    this.type(node.type);
    this.optional(node.defaultValue, this.expression);
    this.optional(node.validation, this.expression);
  };

  private readonly type = (node: TypeNode): void => {
    this.words.push(numberOf(typeKinds, node.kind));
    this.place(node);
    if (!this.descend()) return;
    switch (node.kind) {
      case "NamedType":
        this.string(node.name, node);
        this.optional(node.range, this.range);
        break;
      case "RecordType":
        this.words.push(Number(node.extensible));
        this.list(node.fields, this.field);
        this.optional(node.range, this.range);
        break;
      case "ListType":
      case "DictType":
        this.type(node.element);
        this.optional(node.range, this.range);
        break;
      case "ChoiceType":
        this.list(node.choices, this.expression);
        break;
      case "LinkType":
        this.type(node.element);
        break;
      default:
        assertNever(node);
    }
    this.depth--;
  };

  private readonly range = (node: RangeNode): void => {
    this.place(node);
    this.optional(node.minimum, this.long);
    this.optional(node.maximum, this.long);
  };

  private readonly field = (node: FieldNode | IncludeFieldsNode): void => {
    this.words.push(node.kind === "Field" ? 1 : 0);
    this.place(node);
    if (node.kind === "IncludeFields") return this.name(node.type);
    this.words.push(Number(node.required));
    this.name(node.key);
    this.fullType(node.type);
    this.list(node.annotations, this.annotation);
  };

  private readonly expression = (node: Expression): void => {
    this.words.push(numberOf(expressionKinds, node.kind));
    this.place(node);
    if (!this.descend()) return;
    this.expressionFields(node);
    this.depth--;
  };

  private expressionFields(node: Expression): void {
    switch (node.kind) {
      case "StringLiteral":
        this.words.push(numberOf(quotes, node.quote));
        return this.string(node.value, node);
      case "LongLiteral":
        return this.long(node.value);
      case "DoubleLiteral":
        this.words.push(...new Int32Array(Float64Array.of(node.value).buffer));
        return;
      case "BooleanLiteral":
        this.words.push(Number(node.value));
        return;
      case "VariableReference":
        this.name(node.name);
        return this.list(node.indexes, this.expression);
      case "Assignment":
        this.expression(node.target);
        return this.expression(node.value);
      case "UnaryExpression":
        this.words.push(numberOf(unaryOperators, node.operator));
        return this.expression(node.operand);
      case "BinaryExpression":
        this.words.push(numberOf(binaryOperators, node.operator));
        this.expression(node.left);
        return this.expression(node.right);
      case "CallExpression":
        this.name(node.name);
        return this.list(node.args, this.expression);
      case "Block":
        return this.list(node.expressions, this.expression);
      case "IfExpression":
        this.expression(node.condition);
        this.expression(node.consequence);
        return this.optional(node.alternative, this.expression);
      case "WhileExpression":
        this.expression(node.condition);
        return this.expression(node.body);
      case "ForExpression":
        this.expression(node.initialization);
        this.expression(node.condition);
        this.expression(node.increment);
        return this.expression(node.body);
      case "ForeachExpression":
        this.expression(node.key);
        this.expression(node.value);
        this.expression(node.resource);
        return this.expression(node.body);
      case "UndefLiteral":
      case "NullLiteral":
      case "MissingExpression":
        return;
      default:
        return assertNever(node);
    }
  }

  private descend(): boolean {
    if (this.depth >= deepest) this.isTooDeep = true;
    else this.depth++;
    return !this.isTooDeep;
  }
}

const nowhere: Located = { start: 0, end: 0 };
