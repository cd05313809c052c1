/**
 * The token types of Pan.
 *
 * They have no patterns: the lexer of this folder makes the tokens, Chevrotain only parses them. The order is
 * the grammar's; contextual words (`when`, `in`, …) are identifiers everywhere except in rule statements.
 */

import { createToken, EOF, type TokenType } from "chevrotain";

/** Chevrotain's own. */
export const endOfFile: TokenType = EOF;

const types: TokenType[] = [];
const reserved = new Map<string, TokenType>();
const contextuals = new Map<string, TokenType>();

/** Every token type the parser may meet. */
export const vocabulary: readonly TokenType[] = types;

/** Reserved words. */
export const keywords: ReadonlyMap<string, TokenType> = reserved;

/** Words with a meaning in rule statements only. */
export const contextualWords: ReadonlyMap<string, TokenType> = contextuals;

function token(name: string, label: string, ...categories: readonly TokenType[]): TokenType {
  const type = createToken({ name, label, categories: [...categories] });
  types.push(type);
  return type;
}

function keyword(name: string): TokenType {
  const word = name.toLowerCase();
  const type = token(name, `\`${word}\``);
  reserved.set(word, type);
  return type;
}

function contextual(name: string, ...categories: readonly TokenType[]): TokenType {
  const word = name.toLowerCase();
  const type = token(name, `\`${word}\``, Identifier, ...categories);
  contextuals.set(word, type);
  return type;
}

// ---------------------------------------------------------------------------------------- categories

export const BinaryOperator = token("BinaryOperator", "an operator");
export const UnaryOperator = token("UnaryOperator", "`+`, `-`, `!` or `~`");
export const RuleOperator = token("RuleOperator", "a comparison");
export const QuotedString = token("QuotedString", "a quoted string");
export const LongNumber = token("LongNumber", "a whole number");
export const Identifier = token("Identifier", "a name");

// ------------------------------------------------------------------------------------------- literals

export const SingleQuotedString = token("SingleQuotedString", "a quoted string", QuotedString);
export const DoubleQuotedString = token("DoubleQuotedString", "a quoted string", QuotedString);
export const Heredoc = token("Heredoc", "a heredoc");
export const DecimalLong = token("DecimalLong", "a whole number", LongNumber);
export const HexadecimalLong = token("HexadecimalLong", "a whole number", LongNumber);
export const OctalLong = token("OctalLong", "a whole number", LongNumber);
export const DoubleNumber = token("DoubleNumber", "a number");

/** The name after `template`: letters, digits and `_ - + . /`. */
export const TemplateName = token("TemplateName", "the template's name");

/** Characters that begin no token; the lexer has reported them. */
export const Unexpected = token("Unexpected", "an unexpected character");

// ---------------------------------------------------------------------------------------- punctuation

export const Question = token("Question", "`?`");
export const Colon = token("Colon", "`:`");
export const Semicolon = token("Semicolon", "`;`");
export const Comma = token("Comma", "`,`");
export const LeftParen = token("LeftParen", "`(`");
export const RightParen = token("RightParen", "`)`");
export const LeftBracket = token("LeftBracket", "`[`");
export const RightBracket = token("RightBracket", "`]`");
export const LeftBrace = token("LeftBrace", "`{`");
export const RightBrace = token("RightBrace", "`}`");
export const Assign = token("Assign", "`=`");
export const AssignDefault = token("AssignDefault", "`?=`");
export const Range = token("Range", "`..`");
/** `<<` without a name; it begins nothing. */
export const HeredocMark = token("HeredocMark", "`<<`");

export const Plus = token("Plus", "`+`", BinaryOperator, UnaryOperator);
export const Minus = token("Minus", "`-`", BinaryOperator, UnaryOperator);
export const Asterisk = token("Asterisk", "`*`", BinaryOperator);
export const Slash = token("Slash", "`/`", BinaryOperator);
export const Percent = token("Percent", "`%`", BinaryOperator);
export const Not = token("Not", "`!`", UnaryOperator);
export const Tilde = token("Tilde", "`~`", UnaryOperator, RuleOperator);
export const Or = token("Or", "`||`", BinaryOperator);
export const And = token("And", "`&&`", BinaryOperator);
export const BitOr = token("BitOr", "`|`", BinaryOperator);
export const BitXor = token("BitXor", "`^`", BinaryOperator);
export const BitAnd = token("BitAnd", "`&`", BinaryOperator);
export const Equal = token("Equal", "`==`", BinaryOperator, RuleOperator);
export const NotEqual = token("NotEqual", "`!=`", BinaryOperator, RuleOperator);
export const Greater = token("Greater", "`>`", BinaryOperator, RuleOperator);
export const GreaterEqual = token("GreaterEqual", "`>=`", BinaryOperator, RuleOperator);
export const Less = token("Less", "`<`", BinaryOperator, RuleOperator);
export const LessEqual = token("LessEqual", "`<=`", BinaryOperator, RuleOperator);

// ------------------------------------------------------------------------------------------- keywords

export const Bind = keyword("Bind");
export const Choice = keyword("Choice");
export const Declaration = keyword("Declaration");
export const Else = keyword("Else");
export const Extensible = keyword("Extensible");
export const False = keyword("False");
export const Final = keyword("Final");
export const For = keyword("For");
export const Foreach = keyword("Foreach");
export const FunctionKeyword = keyword("Function");
export const If = keyword("If");
export const Include = keyword("Include");
export const Null = keyword("Null");
export const ObjectKeyword = keyword("Object");
export const Prefix = keyword("Prefix");
export const Structure = keyword("Structure");
export const Template = keyword("Template");
export const True = keyword("True");
export const Type = keyword("Type");
export const Undef = keyword("Undef");
export const Unique = keyword("Unique");
export const Valid = keyword("Valid");
export const Variable = keyword("Variable");
export const While = keyword("While");
export const With = keyword("With");

export const Conflict = contextual("Conflict");
export const Suggest = contextual("Suggest");
export const When = contextual("When");
export const Priority = contextual("Priority");
export const Message = contextual("Message");
contextual("In", RuleOperator);

types.push(endOfFile);
