/**
 * The grammar as text, in the notation of ISO 14977, from what Chevrotain recorded of the parser.
 *
 * Rules, categories and keywords come from the code; what the lexer does by hand is told in `lexical-rules.ts`.
 */

import {
  Alternation,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  type Rule,
  Terminal,
  type TokenType,
} from "chevrotain";
import { invariant } from "../../src/base/invariant.ts";
import { operatorLevels } from "../../src/pan/syntax/operator-precedence.ts";
import { sharedParser } from "../../src/pan/syntax/pan-parser.ts";
import * as tokens from "../../src/pan/syntax/tokens.ts";
import { lexicalRules, notes } from "./lexical-rules.ts";

export function renderEbnf(): string {
  const rules = grammarRules();
  return [
    "(* The grammar of Pan, generated from the parser: do not edit, run `npm run grammar`.",
    "   Notation: ISO 14977. Rules marked `vmcs` belong to that dialect only. *)",
    "",
    "(* ---------------------------------------------------------------- rules of the parser *)",
    "",
    ...rules.flatMap((rule) => [
      ...note(rule.name),
      `${production(rule.name, choices(rule.definition))}`,
      "",
    ]),
    "(* ----------------------------------------------------------------------- operators *)",
    "",
    "(* Binary operators, from the weakest to the strongest; all group to the left:",
    ...operatorLevels.map((level) => `     ${level.join("  ")}`),
    "   Unary operators bind more strongly, and do not repeat. *)",
    "",
    ...categories().flatMap((category) => [production(category.name, members(category)), ""]),
    "(* -------------------------------------------------------------------------- tokens *)",
    "",
    ...Object.entries(lexicalRules).flatMap(([name, { note: text, definition }]) => [
      ...(text === undefined ? [] : [`(* ${text} *)`]),
      `${name} = ${definition} ;`,
      "",
    ]),
  ]
    .join("\n")
    .trimEnd()
    .concat("\n");
}

/** The rules of the parser, each before those that only it needs. */
export function grammarRules(): readonly Rule[] {
  const all = sharedParser().getGAstProductions();
  const names = new Set(["template"]);
  for (const name of names) {
    for (const used of usedRules(all[name]?.definition ?? [])) names.add(used);
  }
  return [...names, ...Object.keys(all)]
    .filter((name, index, every) => every.indexOf(name) === index)
    .flatMap((name) => all[name] ?? []);
}

function usedRules(definition: readonly IProduction[]): readonly string[] {
  return definition.flatMap((part) => {
    if (part instanceof NonTerminal) return [part.nonTerminalName];
    return usedRules(partsOf(part));
  });
}

function note(name: string): readonly string[] {
  const text = notes[name];
  return text === undefined ? [] : [`(* ${text} *)`];
}

/** `name = a | b ;`, one alternative a line if there are several. */
function production(name: string, alternatives: readonly string[]): string {
  const [first, ...others] = alternatives;
  if (others.length === 0) return `${name} = ${first} ;`;
  return [`${name} =`, `    ${first}`, ...others.map((other) => `  | ${other}`), "  ;"].join("\n");
}

function choices(definition: readonly IProduction[]): readonly string[] {
  const [only] = definition;
  if (definition.length === 1 && only instanceof Alternation) {
    return only.definition.map((alternative) => sequence(partsOf(alternative)));
  }
  return [sequence(definition)];
}

function sequence(definition: readonly IProduction[]): string {
  return definition.map(term).join(" , ");
}

function term(part: IProduction): string {
  if (part instanceof NonTerminal) return part.nonTerminalName;
  if (part instanceof Terminal) return terminal(part.terminalType);
  if (part instanceof Alternation) return `( ${choices([part]).join(" | ")} )`;
  const inner = sequence(partsOf(part));
  if (part instanceof Option) return `[ ${inner} ]`;
  invariant(part instanceof Repetition, "the notation knows every production of the parser");
  return `{ ${inner} }`;
}

/** The parts of a production that has any: of a rule's words and names the list is empty. */
function partsOf(part: IProduction): readonly IProduction[] {
  return "definition" in part ? (part.definition as readonly IProduction[]) : [];
}

/** Words and punctuation as themselves, other tokens by name. */
function terminal(type: TokenType): string {
  const literal = /^`(.+)`$/.exec(type.LABEL ?? "")?.[1];
  const isCategory = (type.categoryMatches ?? []).length > 0;
  return literal === undefined || isCategory ? type.name : `"${literal}"`;
}

/** Categories of tokens that rules refer to; a name is more than its contextual words. */
function categories(): readonly TokenType[] {
  return [
    tokens.BinaryOperator,
    tokens.UnaryOperator,
    tokens.RuleOperator,
    tokens.QuotedString,
    tokens.LongNumber,
  ];
}

function members(category: TokenType): readonly string[] {
  const indexes = new Set(category.categoryMatches ?? []);
  return tokens.vocabulary.filter((type) => indexes.has(type.tokenTypeIdx ?? 0)).map(terminal);
}
