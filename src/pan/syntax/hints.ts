/**
 * What people mean by what is not Pan: the help of a syntax error, from the tokens around it.
 *
 * A hint is given only where the mistake is recognised; otherwise the message must do.
 */

import type { TokenType } from "chevrotain";
import { closestName } from "../../text/did-you-mean.ts";
import { hintInRule, hintOfSlash, implication } from "./rule-hints.ts";
import type { Token } from "./token.ts";
import { numbers, quotedStrings } from "./token-groups.ts";
import { tokenSet } from "./token-set.ts";
import * as t from "./tokens.ts";

/** The tokens around an error. */
export interface ErrorContext {
  /** The token before `before`. */
  readonly earlier: Token;
  readonly before: Token;
  readonly found: Token;
  readonly after: Token;
  /** The name of the call that ends just before, if one does. */
  readonly call: string | undefined;
  /** The first word of the rule statement that it is in; undefined in DML, where other things are meant. */
  readonly rule: string | undefined;
}

const controlWords = ["if", "else", "for", "foreach", "while", "with"];

/** Words of other languages. */
const foreignWords: ReadonlyMap<string, string> = new Map([
  ["and", "&&"],
  ["or", "||"],
  ["elif", "else if"],
  ["elseif", "else if"],
  ["elsif", "else if"],
  ["var", "variable"],
  ["let", "variable"],
  ["const", "final variable"],
  ["def", "function"],
  ["func", "function"],
  ["import", "include"],
]);

const operands = tokenSet([
  t.Identifier,
  t.RightParen,
  t.RightBracket,
  t.LongNumber,
  t.DoubleNumber,
]);
const beforeValue = tokenSet([t.BinaryOperator, t.UnaryOperator, t.Assign]);
const controlKeywords = tokenSet([t.If, t.For, t.Foreach, t.While]);
const longs = tokenSet([t.LongNumber]);
const beforeElement = tokenSet([t.Assign, t.AssignDefault, t.LeftParen, t.Comma]);
const opensDict = tokenSet([t.LeftBrace, t.Comma]);

export function hintFor(ctx: ErrorContext): string | undefined {
  const hint = hintOfOperator(ctx) ?? hintOfComment(ctx);
  if (hint !== undefined) return hint;
  if (ctx.rule !== undefined) return hintInRule(ctx);
  return hintOfName(ctx) ?? hintOfPair(ctx) ?? hintsOfFound.get(ctx.found.tokenType)?.(ctx);
}

/** The help where a statement should begin. */
export function hintForStatement(found: Token, after: Token): string | undefined {
  if (controlKeywords.has(found.tokenTypeIdx)) {
    return `\`${found.image}\` is an expression: it stands on the right of \`=\`, or inside a block.`;
  }
  if (found.tokenType === t.RightBrace || found.tokenType === t.RightParen) {
    return "No bracket is open here: remove it, or look for one that is closed too early above.";
  }
  if (found.tokenType !== t.Identifier) return undefined;
  if (after.tokenType === t.LeftParen) {
    return "A call is an expression: it stands on the right of `=`, or inside a block.";
  }
  if (after.tokenType !== t.Assign) return undefined;
  return `A variable is set by \`variable ${found.image} = …\`, a value of the tree by \`'/path' = …\`.`;
}

/** "Did you mean …?", for a name that looks like one of the words. */
export function didYouMean(name: Token, words: readonly string[]): string | undefined {
  if (name.tokenType !== t.Identifier) return undefined;
  const word = foreignWords.get(name.image) ?? closestName(name.image, words);
  return word === undefined ? undefined : `Did you mean \`${word}\`?`;
}

function hintOfName(ctx: ErrorContext): string | undefined {
  const { before, found, call } = ctx;
  if (before.image === "return" && found.tokenType !== t.Semicolon) {
    return "`return` is a function: write `return(value)`.";
  }
  if (before.image === "not") return "Did you mean `!`?";
  const word = call === undefined ? undefined : closestName(call, controlWords);
  if (word !== undefined) return `Did you mean \`${word}\` instead of \`${call}\`?`;
  return didYouMean(found, controlWords);
}

/** What other languages write for an operator of ours, as its two tokens. */
const foreignOperators: ReadonlyMap<string, string> = new Map([
  ["===", "=="],
  ["!==", "!="],
  ["<>", "!="],
  ["=>", ">="],
  ["=<", "<="],
  ["~=", "~"],
]);

function hintOfOperator(ctx: ErrorContext): string | undefined {
  const { earlier, before, found, after, rule } = ctx;
  if (before.end !== found.startOffset) return undefined;
  const written = `${before.image}${found.image}`;
  if (written === "=>" && rule !== undefined && quotedStrings.has(after.tokenTypeIdx)) {
    return implication(after.image, earlier.image);
  }
  const operator = foreignOperators.get(written);
  return operator === undefined ? undefined : `Did you mean \`${operator}\`?`;
}

function hintOfComment({ before, found, after }: ErrorContext): string | undefined {
  const isComment = beginsComment(found, after) || beginsComment(before, found);
  return isComment ? "A comment begins with `#`." : undefined;
}

function beginsComment(slash: Token, next: Token): boolean {
  return slash.end === next.startOffset && /^\/[/*]$/.test(`${slash.image}${next.image}`);
}

function hintOfPair({ earlier, before, found, after }: ErrorContext): string | undefined {
  if (found.end === after.startOffset) {
    const pair = `${found.image}${after.image}`;
    if (compoundAssignment.test(pair)) return noCompound(pair);
  }
  if (earlier.end === before.startOffset && isStep(`${earlier.image}${before.image}`)) {
    return noCompound(`${earlier.image}${before.image}`);
  }
  if (before.end !== found.startOffset) return undefined;
  const pair = `${before.image}${found.image}`;
  if (pair === "!!") return "Signs do not repeat: write `!(!x)`.";
  if (compoundAssignment.test(pair)) return noCompound(pair);
  return hintOfNumber(before, found);
}

function isStep(pair: string): boolean {
  return pair === "++" || pair === "--";
}

const compoundAssignment = /^[-+*/%|&^]=$/;

function noCompound(operator: string): string {
  return `Pan has no \`${operator}\`: write the whole assignment, \`x = x ${operator[0]} …\`.`;
}

function hintOfNumber(before: Token, found: Token): string | undefined {
  if (before.tokenType !== t.OctalLong) return undefined;
  if (longs.has(found.tokenTypeIdx)) {
    return "A number that begins with 0 is octal: it has the digits 0 to 7 only.";
  }
  return /^x/i.test(found.image) ? "Hexadecimal digits follow `0x`." : undefined;
}

type Hint = (ctx: ErrorContext) => string | undefined;

const hintsOfFound: ReadonlyMap<TokenType, Hint> = new Map<TokenType, Hint>([
  [t.Assign, hintOfAssign],
  [t.Equal, () => "`==` compares; `=` assigns."],
  [
    t.HeredocMark,
    () => "The name of a heredoc follows `<<` without a space; Pan has no shift operator.",
  ],
  [t.LeftBrace, hintOfLeftBrace],
  [t.LeftBracket, hintOfLeftBracket],
  [t.Colon, hintOfColon],
  [t.If, () => "Among operators it stands in parentheses: `1 + (if (x) 2 else 3)`."],
  [t.SingleQuotedString, hintOfString],
  [t.DoubleQuotedString, hintOfString],
  [t.RightBrace, hintOfRightBrace],
  [t.Identifier, hintOfIdentifier],
  [t.Slash, hintOfSlash],
]);

function hintOfAssign({ before }: ErrorContext): string | undefined {
  if (quotedStrings.has(before.tokenTypeIdx)) {
    return "Inside an expression only variables are assigned to: `SELF['key'] = value`; to compare, write `==`.";
  }
  if (!operands.has(before.tokenTypeIdx)) return undefined;
  return "Only a variable, perhaps with indexes, can be assigned to; to compare, write `==`.";
}

function hintOfLeftBrace({ before }: ErrorContext): string | undefined {
  return beforeValue.has(before.tokenTypeIdx)
    ? "Among operators a block stands in parentheses: `({ … })`."
    : undefined;
}

function hintOfLeftBracket({ before }: ErrorContext): string | undefined {
  return beforeElement.has(before.tokenTypeIdx)
    ? "A list is written with its name: `list(1, 2)`; brackets stand behind a variable only."
    : undefined;
}

function hintOfColon({ earlier, before }: ErrorContext): string | undefined {
  if (!quotedStrings.has(before.tokenTypeIdx)) return undefined;
  return opensDict.has(earlier.tokenTypeIdx)
    ? `A dict is written with its name: \`dict(${before.image}, value)\`.`
    : "A value is assigned by `=`.";
}

function hintOfString({ before }: ErrorContext): string | undefined {
  return before.tokenType === t.Template
    ? "A template's name is written without quotes."
    : undefined;
}

function hintOfRightBrace({ before }: ErrorContext): string | undefined {
  return before.tokenType === t.LeftBrace
    ? "A block has a value, so it is not empty; an empty dict is `dict()`."
    : undefined;
}

/** After `"a\\" + "` the reference reads on: the quote after two backslashes belongs to the string. */
function hintOfIdentifier({ before, found }: ErrorContext): string | undefined {
  const [, prefix] = /^([kmgt])i?b?$/i.exec(found.image) ?? [];
  if (prefix !== undefined && numbers.has(before.tokenTypeIdx)) {
    return `Units are variables, and multiplied by: \`${before.image} * ${prefix.toUpperCase()}iB\`.`;
  }
  return before.tokenType === t.DoubleQuotedString && /\\\\"./.test(before.image)
    ? `The string goes on after \`\\\\"\`: it is ${before.image}. Write it between single quotes.`
    : undefined;
}
