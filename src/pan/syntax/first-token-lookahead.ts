/**
 * How the parser decides by one token: sets of first tokens, each computed when it is first asked for.
 *
 * Chevrotain's own strategy computes all of them, for any number of tokens, when the parser is made, which takes
 * longer than reading a small template. A test compares the answers of both for each place of the grammar and each
 * token.
 */

import {
  Alternation,
  Alternative,
  type BaseParser,
  type ILookaheadStrategy,
  type IOrAlt,
  type IProduction,
  LLkLookaheadStrategy,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  type Rule,
  Terminal,
} from "chevrotain";
import { invariant } from "../../base/invariant.ts";
import { lazily } from "../../base/lazily.ts";

type AlternationOptions = Parameters<ILookaheadStrategy["buildLookaheadForAlternation"]>[0];
type OptionalOptions = Parameters<ILookaheadStrategy["buildLookaheadForOptional"]>[0];
type Alternatives = readonly Pick<IOrAlt<unknown>, "GATE">[];

export class FirstTokenLookahead extends LLkLookaheadStrategy {
  constructor() {
    super({ maxLookahead: 1 });
  }

  override buildLookaheadForAlternation({
    prodOccurrence,
    rule,
    hasPredicates,
  }: AlternationOptions): (this: BaseParser, alternatives?: Alternatives) => number | undefined {
    const firstSets = lazily(() =>
      branches(rule, Alternation, prodOccurrence).map((branch) => firstOf([branch])),
    );
    if (hasPredicates) {
      return function (alternatives = []) {
        const next = this.LA(1).tokenTypeIdx;
        const chosen = firstSets().findIndex(
          (first, i) => alternatives[i]?.GATE?.call(this) !== false && begins(first, next),
        );
        return chosen < 0 ? undefined : chosen;
      };
    }
    const choices = lazily(() => choicesOf(firstSets()));
    return function () {
      const { chosen, otherwise } = choices();
      return chosen[this.LA(1).tokenTypeIdx] ?? otherwise;
    };
  }

  override buildLookaheadForOptional({
    prodOccurrence,
    prodType,
    rule,
  }: OptionalOptions): (this: BaseParser) => boolean {
    const first = lazily(() => firstOf(branches(rule, optionals[prodType], prodOccurrence)));
    return function () {
      return begins(first(), this.LA(1).tokenTypeIdx);
    };
  }
}

const optionals = {
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
};

/** What a piece of the grammar can begin with. */
interface First {
  /** True at the numbers of token types. */
  readonly tokens: readonly (true | undefined)[];
  /** Whether there may be nothing of it at all. */
  readonly isOptional: boolean;
}

function begins({ tokens, isOptional }: First, token: number): boolean {
  return isOptional || tokens[token] === true;
}

/** Of alternatives that begin alike the first one is taken. */
function choicesOf(firstSets: readonly First[]): {
  readonly chosen: readonly (number | undefined)[];
  readonly otherwise: number | undefined;
} {
  const chosen: (number | undefined)[] = [];
  for (const [i, { tokens, isOptional }] of firstSets.entries()) {
    for (const token of tokens.keys()) if (tokens[token] === true) chosen[token] ??= i;
    if (isOptional) return { chosen, otherwise: i };
  }
  return { chosen, otherwise: undefined };
}

/** Of the production of a kind with a number in a rule. */
function branches(
  rule: Rule,
  kind: abstract new (...args: never[]) => WithDefinition & { readonly idx: number },
  index: number,
): readonly IProduction[] {
  const pending: IProduction[] = [...rule.definition];
  for (const production of pending) {
    if (production instanceof kind && production.idx === index) return production.definition;
    if (!(production instanceof NonTerminal)) pending.push(...definitionOf(production));
  }
  invariant(false, `the rule ${rule.name} has no production ${kind.name} ${index}`);
}

interface WithDefinition extends IProduction {
  readonly definition: readonly IProduction[];
}

function definitionOf(production: IProduction): readonly IProduction[] {
  return (production as Partial<WithDefinition>).definition ?? [];
}

function firstOf(sequence: readonly IProduction[]): First {
  const tokens: (true | undefined)[] = [];
  return { tokens, isOptional: addSequence(sequence, tokens) };
}

/** Whether there may be nothing of it. */
function addSequence(sequence: readonly IProduction[], tokens: (true | undefined)[]): boolean {
  return sequence.every((production) => addFirst(production, tokens));
}

function addFirst(production: IProduction, tokens: (true | undefined)[]): boolean {
  if (production instanceof Terminal) {
    const { tokenTypeIdx, categoryMatches = [] } = production.terminalType;
    for (const token of [tokenTypeIdx as number, ...categoryMatches]) tokens[token] = true;
    return false;
  }
  if (production instanceof NonTerminal) {
    return addSequence(production.referencedRule.definition, tokens);
  }
  const definition = definitionOf(production);
  if (production instanceof Alternation) {
    return definition.map((branch) => addFirst(branch, tokens)).includes(true);
  }
  const isOptional = addSequence(definition, tokens);
  const mustBeThere =
    production instanceof Alternative ||
    production instanceof RepetitionMandatory ||
    production instanceof RepetitionMandatoryWithSeparator;
  return isOptional || !mustBeThere;
}
