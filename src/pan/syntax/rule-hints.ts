/** What people mean by what is no rule statement: hints for those who know rules of other tools, or Pan but no rules. */

import type { TokenType } from "chevrotain";
import { closestName } from "../../text/did-you-mean.ts";
import type { ErrorContext } from "./hints.ts";
import type { Token } from "./token.ts";
import { assignments, numbers, quotedStrings } from "./token-groups.ts";
import { tokenSet } from "./token-set.ts";
import * as t from "./tokens.ts";

interface RuleWord {
  readonly word: string;
  readonly says: string;
  /** What other people write for it. */
  readonly others: string;
}

const ruleWords: readonly RuleWord[] = [
  {
    word: "valid",
    says: "what must hold",
    others: "require requires required need needs depend depends must ensure assert check rule",
  },
  {
    word: "conflict",
    says: "what must not be",
    others: "conflicts forbid forbids forbidden exclude excludes deny incompatible not",
  },
  {
    word: "suggest",
    says: "what is best",
    others: "suggests recommend recommends prefer prefers propose should",
  },
];

const clauseWords = ["when", "priority", "message"];

/** The words of others for a clause or an operator. */
const foreignWords: ReadonlyMap<string, string> = new Map([
  ["where", "when"],
  ["provided", "when"],
  ["given", "when"],
  ["because", "message"],
  ["reason", "message"],
  ["and", "&&"],
  ["or", "||"],
  ["is", "=="],
  ["like", "~"],
  ["matches", "~"],
]);

/** What an operand ends with. */
const operandEnd = tokenSet([
  t.QuotedString,
  t.Heredoc,
  t.LongNumber,
  t.DoubleNumber,
  t.True,
  t.False,
  t.RightParen,
]);
const arithmetic = tokenSet([t.Plus, t.Minus, t.Asterisk, t.Slash, t.Percent]);
const listItem = tokenSet([t.LeftParen, t.Comma]);
/** What a value follows, and not a condition. */
const beforeValue = tokenSet([t.RuleOperator, t.Assign, t.Comma, t.Message]);

/** The help where a statement should begin: the rule that is meant. */
export function hintForRule({ tokenType, image }: Token): string | undefined {
  if (clauseWords.includes(image)) {
    return `\`${image}\` stands at the end of a rule: \`valid CONDITION ${image} …;\`.`;
  }
  if (tokenType !== t.Identifier) return undefined;
  const meant =
    ruleWords.find(({ others }) => others.split(" ").includes(image)) ??
    ruleWords.find(({ word }) => closestName(image, [word]) !== undefined);
  return meant && `Did you mean \`${meant.word}\`, which says ${meant.says}?`;
}

/** The help inside a rule. */
export function hintInRule(ctx: ErrorContext): string | undefined {
  return operandEnd.has(ctx.before.tokenTypeIdx) ? hintBehindOperand(ctx) : hintForOperand(ctx);
}

/** What is written `=>` elsewhere; both are paths in their quotes. */
export function implication(needed: string, needing: string): string {
  return `That one thing needs another is written \`valid ${needed} when ${needing}\`; \`>=\` compares.`;
}

/** `/path` without quotes. */
export function hintOfSlash({ after }: ErrorContext): string | undefined {
  return after.tokenType === t.Identifier
    ? `A path is written in quotes: \`'/${after.image}'\`.`
    : undefined;
}

function hintBehindOperand(ctx: ErrorContext): string | undefined {
  const { before, found, after } = ctx;
  if (found.tokenType === t.Not || found.image === "not") {
    return after.image === "in"
      ? "What is not in a list is written `!'/path' in list(…)`."
      : "`!` stands before the path: `!'/path'`.";
  }
  if (found.tokenType === t.Minus && after.image === ">")
    return implication("'/other'", before.image);
  if (arithmetic.has(found.tokenTypeIdx)) {
    return "A rule computes nothing: it compares with a literal, `list(…)` or `value('/path')`.";
  }
  return behindOperand.get(found.tokenType)?.(ctx);
}

type Hint = (ctx: ErrorContext) => string | undefined;

const joinedConditions =
  "Conditions are joined by `&&`, if all of them are meant, or by `||`, if one is enough.";
const oneSuggestion =
  "A suggestion is about one path; conditions behind `when` are joined by `&&`.";
const writtenMessage = "What a rule tells its readers is written `message 'TEXT'`.";

const behindOperand: ReadonlyMap<TokenType, Hint> = new Map<TokenType, Hint>([
  [t.If, () => "Did you mean `when`?"],
  [t.Comma, hintOfComma],
  [t.SingleQuotedString, hintOfString],
  [t.DoubleQuotedString, hintOfString],
  [t.BitAnd, () => joinedConditions],
  [t.BitOr, () => joinedConditions],
  [t.Assign, () => "Whether something is equal is written `==`."],
  [
    t.AssignDefault,
    () => "A suggestion gives way to a description anyway: it is written with `=`.",
  ],
  [t.Colon, hintOfColon],
  [t.Identifier, hintOfWord],
]);

function hintOfColon({ earlier, after }: ErrorContext): string | undefined {
  if (earlier.tokenType === t.Suggest) return "A value is suggested by `=`.";
  return quotedStrings.has(after.tokenTypeIdx) ? writtenMessage : undefined;
}

function hintOfComma({ earlier, rule }: ErrorContext): string {
  if (earlier.image === "in") return writtenList;
  return rule === "suggest" ? oneSuggestion : joinedConditions;
}

function hintOfString({ earlier, found, after, rule }: ErrorContext): string | undefined {
  // Of a list, or of the next statement.
  if (listItem.has(earlier.tokenTypeIdx) || assignments.has(after.tokenTypeIdx)) return undefined;
  if (!String(found.value).startsWith("/")) return writtenMessage;
  return rule === "suggest" ? oneSuggestion : joinedConditions;
}

function hintOfWord({ before, found }: ErrorContext): string | undefined {
  if (found.image === "unless") return "`unless` is written `when !(CONDITION)`.";
  if (numbers.has(before.tokenTypeIdx) && /^[kmgt]i?b?$/i.test(found.image)) {
    return "A number stands without its unit, in the one that the model has for the path.";
  }
  const word = foreignWords.get(found.image) ?? closestName(found.image, clauseWords);
  return word === undefined ? undefined : `Did you mean \`${word}\`?`;
}

/** What is wrong where a condition, or what it compares with, should begin. */
function hintForOperand(ctx: ErrorContext): string | undefined {
  const { earlier, before, found } = ctx;
  if (before.tokenType === t.Priority) return undefined;
  if (beforeValue.has(before.tokenTypeIdx) || earlier.tokenType === t.Identifier)
    return insteadOfValue.get(found.tokenType)?.(ctx);
  if (numbers.has(found.tokenTypeIdx)) return "The path stands on the left: `'/path' >= 512`.";
  return insteadOfCondition.get(found.tokenType)?.(ctx);
}

const writtenList = "Several values are a list, written with its name: `list('a', 'b')`.";
const absence = "Whether something is absent is written `!'/path'`.";

const insteadOfValue: ReadonlyMap<TokenType, Hint> = new Map<TokenType, Hint>([
  [t.LeftParen, ({ before }) => (before.image === "in" ? writtenList : undefined)],
  [t.LeftBracket, () => writtenList],
  [t.Undef, () => absence],
  [t.Null, () => absence],
  [t.Identifier, ({ found }) => `A text is written in quotes: \`'${found.image}'\`.`],
  [t.Slash, hintOfSlash],
]);

const insteadOfCondition: ReadonlyMap<TokenType, Hint> = new Map<TokenType, Hint>([
  [t.Identifier, hintOfUnquoted],
  [t.Slash, hintOfSlash],
]);

function hintOfUnquoted({ found, after }: ErrorContext): string {
  if (found.image === "not") return "Did you mean `!`?";
  if (after.tokenType !== t.LeftParen) {
    return `A condition begins with a path in quotes; a package is \`'/software/packages/${found.image}'\`.`;
  }
  return found.image === "list"
    ? joinedConditions
    : "A condition calls no functions: `'/path' == 'x'` compares, `'/path'` alone asks whether it is there.";
}
