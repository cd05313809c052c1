/** Our strategy decides as Chevrotain's does, at each place of the grammar, for each token and each set of gates. */
import {
  type BaseParser,
  type ILookaheadStrategy,
  type IOrAlt,
  LLkLookaheadStrategy,
} from "chevrotain";
import { describe, expect, it } from "vitest";
import { FirstTokenLookahead } from "../../../../src/pan/syntax/first-token-lookahead.ts";
import { PanParser } from "../../../../src/pan/syntax/pan-parser.ts";
import * as t from "../../../../src/pan/syntax/tokens.ts";

type Decide = (this: BaseParser, alternatives?: IOrAlt<unknown>[]) => unknown;

/** Each place of the grammar, with how both strategies decide there. */
const places: {
  readonly name: string;
  readonly ours: Decide;
  readonly theirs: Decide;
  readonly hasGates: boolean;
}[] = [];

class BothStrategies extends LLkLookaheadStrategy {
  private readonly ours: ILookaheadStrategy = new FirstTokenLookahead();

  override buildLookaheadForAlternation(
    options: Parameters<ILookaheadStrategy["buildLookaheadForAlternation"]>[0],
  ): ReturnType<ILookaheadStrategy["buildLookaheadForAlternation"]> {
    const ours = this.ours.buildLookaheadForAlternation(options);
    const theirs = super.buildLookaheadForAlternation(options);
    const name = `${options.rule.name}: alternation ${options.prodOccurrence}`;
    places.push({ name, ours, theirs, hasGates: options.hasPredicates });
    return theirs;
  }

  override buildLookaheadForOptional(
    options: Parameters<ILookaheadStrategy["buildLookaheadForOptional"]>[0],
  ): ReturnType<ILookaheadStrategy["buildLookaheadForOptional"]> {
    const ours = this.ours.buildLookaheadForOptional(options);
    const theirs = super.buildLookaheadForOptional(options);
    const name = `${options.rule.name}: ${options.prodType} ${options.prodOccurrence}`;
    places.push({ name, ours, theirs, hasGates: false });
    return theirs;
  }
}

new PanParser({
  skipValidations: true,
  lookaheadStrategy: new BothStrategies({ maxLookahead: 1 }),
});

describe("deciding by the first token", () => {
  it("looks at all of the grammar", () => {
    expect(places.length).toBeGreaterThan(50);
    expect(places.some(({ hasGates }) => hasGates)).toBe(true);
  });

  it.each(places)("decides as Chevrotain does: $name", ({ ours, theirs, hasGates }) => {
    const most = hasGates ? 2 ** mostAlternatives : 1;
    const decided = new Set<unknown>();
    for (const type of [...t.vocabulary, t.endOfFile]) {
      const token = { tokenType: type, tokenTypeIdx: type.tokenTypeIdx };
      const parser = { LA: () => token, LA_FAST: () => token } as unknown as BaseParser;
      for (let gates = 0; gates < most; gates++) {
        const alternatives = Array.from({ length: mostAlternatives }, (_, i) => ({
          GATE: () => (gates & (1 << i)) === 0,
          ALT: () => undefined,
        }));
        const decision = theirs.call(parser, alternatives);
        decided.add(decision);
        expect([type.name, gates, ours.call(parser, alternatives)]).toEqual([
          type.name,
          gates,
          decision,
        ]);
      }
    }
    expect(decided.size).toBeGreaterThan(0);
  });
});

/** With so many alternatives all sets of closed gates can be tried. */
const mostAlternatives = 5;
