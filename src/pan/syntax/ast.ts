/**
 * The syntax tree of a template: plain readonly data, told apart by `kind`.
 *
 * Every node has offsets into the text of its template. The tree holds what is written, nothing that is found
 * out later: a heredoc is already its text, a path is still a string. A gap in the source (editor mode) is a
 * `MissingExpression`.
 */

import type { Located } from "../../text/span.ts";

export type TemplateKind = "ordinary" | "object" | "structure" | "unique" | "declaration";

export interface Template extends Located {
  readonly kind: "Template";
  readonly templateKind: TemplateKind;
  readonly name: Name;
  /** Annotations in front of the declaration. */
  readonly annotations: readonly Annotation[];
  readonly statements: readonly Statement[];
  readonly comments: readonly Comment[];
}

/** A name as written: a template's, a variable's, a type's, a function's. */
export interface Name extends Located {
  readonly text: string;
}

/** `# …` to the end of the line; offsets include the `#`. */
export interface Comment extends Located {
  readonly kind: "Comment";
}

/** `@name{ … }`, `@( … )` or `@[ … ]`; documentation, without effect on the result. */
export interface Annotation extends Located {
  readonly kind: "Annotation";
  /** The name after `@`; the empty string if there is none. */
  readonly name: string;
  /** What stands between the brackets, as written. */
  readonly body: string;
}

// ---------------------------------------------------------------------------------------- statements

export type Statement =
  | IncludeStatement
  | PrefixStatement
  | ValidStatement
  | BindStatement
  | AssignStatement
  | VariableStatement
  | TypeStatement
  | FunctionStatement
  | RuleStatement
  | EmptyStatement
  | InvalidStatement;

/** A lone `;`. */
export interface EmptyStatement extends Located {
  readonly kind: "EmptyStatement";
}

/** What the parser skipped after a syntax error. */
export interface InvalidStatement extends Located {
  readonly kind: "InvalidStatement";
}

export interface IncludeStatement extends Located {
  readonly kind: "IncludeStatement";
  readonly template: Expression;
}

export interface PrefixStatement extends Located {
  readonly kind: "PrefixStatement";
  /** The empty text ends the prefix. */
  readonly path: PathText;
}

/** `valid '/path' = dml;` : a validation of a path. */
export interface ValidStatement extends Located {
  readonly kind: "ValidStatement";
  readonly path: PathText;
  readonly body: Expression;
}

/** `bind '/path' = type;`, and the 2009 spelling `type "/path" = type;`. */
export interface BindStatement extends Located {
  readonly kind: "BindStatement";
  readonly path: PathText;
  readonly type: FullType;
}

export interface AssignStatement extends Located {
  readonly kind: "AssignStatement";
  readonly final: boolean;
  readonly path: PathText;
  /** `?=` : only if there is no value yet. */
  readonly conditional: boolean;
  readonly value: Expression;
  readonly annotations: readonly Annotation[];
}

export interface VariableStatement extends Located {
  readonly kind: "VariableStatement";
  readonly final: boolean;
  readonly name: Name;
  readonly conditional: boolean;
  readonly value: Expression;
  readonly annotations: readonly Annotation[];
}

export interface TypeStatement extends Located {
  readonly kind: "TypeStatement";
  readonly name: Name;
  readonly type: FullType;
  readonly annotations: readonly Annotation[];
}

export interface FunctionStatement extends Located {
  readonly kind: "FunctionStatement";
  readonly name: Name;
  readonly body: Expression;
  readonly annotations: readonly Annotation[];
}

/** A path as written between quotes, with its escape sequences resolved. */
export interface PathText extends Located {
  readonly text: string;
}

// ------------------------------------------------------------------- rule statements (dialect `vmcs`)

/** `valid PATH OP OPERAND …`, `conflict CONDITION …`, `suggest PATH OP OPERAND …`. */
export interface RuleStatement extends Located {
  readonly kind: "RuleStatement";
  readonly rule: "valid" | "conflict" | "suggest";
  /** The condition that must hold, must not hold, or is best. */
  readonly condition: Condition;
  readonly when: Condition | undefined;
  readonly priority: bigint | undefined;
  readonly message: string | undefined;
}

export type Condition = Comparison | NotCondition | AndCondition | OrCondition;

export type ComparisonOperator = "==" | "!=" | "<" | "<=" | ">" | ">=" | "~" | "in" | "=";

export interface Comparison extends Located {
  readonly kind: "Comparison";
  readonly path: PathText;
  /** Undefined: the path is present. */
  readonly operator: ComparisonOperator | undefined;
  readonly operand: Operand | undefined;
}

/** A literal, a list of literals, or `value('/path')`. */
export type Operand =
  | { readonly kind: "LiteralOperand"; readonly value: Expression }
  | { readonly kind: "ListOperand"; readonly items: readonly Expression[] }
  | { readonly kind: "PathOperand"; readonly path: PathText };

export interface NotCondition extends Located {
  readonly kind: "NotCondition";
  readonly operand: Condition;
}

export interface AndCondition extends Located {
  readonly kind: "AndCondition";
  readonly left: Condition;
  readonly right: Condition;
}

export interface OrCondition extends Located {
  readonly kind: "OrCondition";
  readonly left: Condition;
  readonly right: Condition;
}

// ------------------------------------------------------------------------------------------- types

/** A type with its default value and validation: `type [= default] [with dml]`. */
export interface FullType extends Located {
  readonly kind: "FullType";
  readonly type: TypeNode;
  readonly defaultValue: Expression | undefined;
  readonly validation: Expression | undefined;
}

export type TypeNode =
  | NamedType
  | RecordTypeNode
  | ChoiceTypeNode
  | ListTypeNode
  | DictTypeNode
  | LinkTypeNode;

export interface NamedType extends Located {
  readonly kind: "NamedType";
  readonly name: string;
  readonly range: RangeNode | undefined;
}

export interface RecordTypeNode extends Located {
  readonly kind: "RecordType";
  readonly extensible: boolean;
  readonly fields: readonly (FieldNode | IncludeFieldsNode)[];
  readonly range: RangeNode | undefined;
}

export interface FieldNode extends Located {
  readonly kind: "Field";
  readonly key: PathText;
  /** `:` is required, `?` optional. */
  readonly required: boolean;
  readonly type: FullType;
  readonly annotations: readonly Annotation[];
}

/** `include TYPE` inside a record. */
export interface IncludeFieldsNode extends Located {
  readonly kind: "IncludeFields";
  readonly type: Name;
}

export interface ChoiceTypeNode extends Located {
  readonly kind: "ChoiceType";
  readonly choices: readonly StringLiteral[];
}

/** `type[range]` */
export interface ListTypeNode extends Located {
  readonly kind: "ListType";
  readonly element: TypeNode;
  readonly range: RangeNode | undefined;
}

/** `type{range}` */
export interface DictTypeNode extends Located {
  readonly kind: "DictType";
  readonly element: TypeNode;
  readonly range: RangeNode | undefined;
}

/** `type*` : a string that is the path of a value of the type. */
export interface LinkTypeNode extends Located {
  readonly kind: "LinkType";
  readonly element: TypeNode;
}

/** Bounds as written, both inclusive; undefined where open. `(5)` is `5..5`. */
export interface RangeNode extends Located {
  readonly minimum: bigint | undefined;
  readonly maximum: bigint | undefined;
}

// ------------------------------------------------------------------------------------- expressions

export type Expression =
  | StringLiteral
  | LongLiteral
  | DoubleLiteral
  | BooleanLiteral
  | UndefLiteral
  | NullLiteral
  | VariableReference
  | Assignment
  | UnaryExpression
  | BinaryExpression
  | CallExpression
  | Block
  | IfExpression
  | WhileExpression
  | ForExpression
  | ForeachExpression
  | MissingExpression;

export interface StringLiteral extends Located {
  readonly kind: "StringLiteral";
  readonly value: string;
  readonly quote: "single" | "double" | "heredoc";
}

/** A decimal, octal (`0…`) or hexadecimal (`0x…`) number that fits 64 bits. */
export interface LongLiteral extends Located {
  readonly kind: "LongLiteral";
  readonly value: bigint;
}

export interface DoubleLiteral extends Located {
  readonly kind: "DoubleLiteral";
  readonly value: number;
}

export interface BooleanLiteral extends Located {
  readonly kind: "BooleanLiteral";
  readonly value: boolean;
}

export interface UndefLiteral extends Located {
  readonly kind: "UndefLiteral";
}

export interface NullLiteral extends Located {
  readonly kind: "NullLiteral";
}

/** `NAME[index][index]…` */
export interface VariableReference extends Located {
  readonly kind: "VariableReference";
  readonly name: Name;
  readonly indexes: readonly Expression[];
}

/** `target = value`; a chain `a = b = 1` nests to the right. */
export interface Assignment extends Located {
  readonly kind: "Assignment";
  readonly target: VariableReference;
  readonly value: Expression;
}

export type UnaryOperator = "+" | "-" | "!" | "~";

export interface UnaryExpression extends Located {
  readonly kind: "UnaryExpression";
  readonly operator: UnaryOperator;
  readonly operand: Expression;
}

export type BinaryOperator =
  | "||"
  | "&&"
  | "|"
  | "^"
  | "&"
  | "=="
  | "!="
  | "<"
  | ">"
  | "<="
  | ">="
  | "+"
  | "-"
  | "*"
  | "/"
  | "%";

export interface BinaryExpression extends Located {
  readonly kind: "BinaryExpression";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface CallExpression extends Located {
  readonly kind: "CallExpression";
  readonly name: Name;
  readonly args: readonly Expression[];
}

/** `{ a; b; c }` : its value is the last one's. Always at least one expression. */
export interface Block extends Located {
  readonly kind: "Block";
  readonly expressions: readonly Expression[];
}

export interface IfExpression extends Located {
  readonly kind: "IfExpression";
  readonly condition: Expression;
  readonly consequence: Expression;
  readonly alternative: Expression | undefined;
}

export interface WhileExpression extends Located {
  readonly kind: "WhileExpression";
  readonly condition: Expression;
  readonly body: Expression;
}

export interface ForExpression extends Located {
  readonly kind: "ForExpression";
  readonly initialization: Expression;
  readonly condition: Expression;
  readonly increment: Expression;
  readonly body: Expression;
}

export interface ForeachExpression extends Located {
  readonly kind: "ForeachExpression";
  readonly key: VariableReference;
  readonly value: VariableReference;
  readonly resource: Expression;
  readonly body: Expression;
}

/** A gap: reported by the parser, evaluated by nobody. */
export interface MissingExpression extends Located {
  readonly kind: "MissingExpression";
}
