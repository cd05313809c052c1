/** Ways to spoil a text, as data. Each gets the text, its tokens and random choices. */

import { lex } from "../../src/pan/syntax/lexer.ts";
import type { Corpus } from "./corpus.ts";
import type { Random } from "./random.ts";

export interface MutationInput {
  readonly text: string;
  /** Where each token begins and ends, in order. */
  readonly tokens: readonly Place[];
  readonly random: Random;
  readonly corpus: Corpus;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

export interface Mutation {
  readonly name: string;
  readonly weight: number;
  readonly apply: (input: MutationInput) => string;
}

export const mutations: readonly Mutation[] = [
  {
    name: "delete a token",
    weight: 6,
    apply: ({ text, tokens, random }) => replace(text, random.pick(tokens), ""),
  },
  {
    name: "duplicate a token",
    weight: 4,
    apply: ({ text, tokens, random }) => {
      const place = random.pick(tokens);
      const image = text.slice(place.start, place.end);
      return replace(text, place, `${image} ${image}`);
    },
  },
  {
    name: "swap two neighbours",
    weight: 4,
    apply: ({ text, tokens, random }) => {
      const i = random.below(tokens.length);
      return swap(text, tokens[i] as Place, tokens[i + 1] ?? (tokens[i] as Place));
    },
  },
  {
    name: "swap two tokens",
    weight: 2,
    apply: ({ text, tokens, random }) => {
      const places = [random.pick(tokens), random.pick(tokens)];
      places.sort((a, b) => a.start - b.start);
      return swap(text, places[0] as Place, places[1] as Place);
    },
  },
  {
    name: "insert a token",
    weight: 5,
    apply: ({ text, tokens, random, corpus }) => {
      const { start } = random.pick(tokens);
      return replace(text, { start, end: start }, ` ${random.pick(corpus.tokens)} `);
    },
  },
  {
    name: "replace a token",
    weight: 6,
    apply: ({ text, tokens, random, corpus }) =>
      replace(text, random.pick(tokens), ` ${random.pick(corpus.tokens)} `),
  },
  {
    name: "replace a token by one of its text's own",
    weight: 8,
    apply: ({ text, tokens, random }) => {
      const { start, end } = random.pick(tokens);
      return replace(text, random.pick(tokens), text.slice(start, end));
    },
  },
  {
    name: "delete a range of tokens",
    weight: 3,
    apply: ({ text, tokens, random }) => replace(text, range(tokens, random), ""),
  },
  {
    name: "repeat a range of tokens",
    weight: 3,
    apply: ({ text, tokens, random }) => {
      const place = range(tokens, random);
      const piece = text.slice(place.start, place.end);
      return replace(text, place, `${piece} `.repeat(2 + random.below(3)));
    },
  },
  {
    name: "move a range of tokens",
    weight: 3,
    apply: ({ text, tokens, random }) => {
      const { start, end } = range(tokens, random);
      const rest = text.slice(0, start) + text.slice(end);
      const to = Math.min(random.pick(tokens).start, rest.length);
      return `${rest.slice(0, to)} ${text.slice(start, end)} ${rest.slice(to)}`;
    },
  },
  {
    name: "put in a piece of another file",
    weight: 4,
    apply: ({ text, tokens, random, corpus }) => {
      const other = random.pick(corpus.files);
      const from = random.below(other.boundaries.length);
      const to = other.boundaries[from + 1 + random.below(12)] ?? other.text.length;
      const piece = other.text.slice(other.boundaries[from] ?? 0, to);
      return replace(text, random.pick(tokens), ` ${piece} `);
    },
  },
  {
    name: "cut at a token",
    weight: 3,
    apply: ({ text, tokens, random }) => text.slice(0, random.pick(tokens).start),
  },
  {
    name: "cut within a token",
    weight: 2,
    apply: ({ text, random }) => text.slice(0, random.below(text.length + 1)),
  },
  {
    name: "remove the space before a token",
    weight: 2,
    apply: ({ text, tokens, random }) => {
      const i = random.below(tokens.length);
      const start = i === 0 ? 0 : (tokens[i - 1] as Place).end;
      return replace(text, { start, end: (tokens[i] as Place).start }, "");
    },
  },
  {
    name: "change a character",
    weight: 4,
    apply: ({ text, random }) => {
      const start = random.below(text.length);
      return replace(text, { start, end: start + 1 }, random.pick(characters));
    },
  },
  {
    name: "insert characters",
    weight: 4,
    apply: ({ text, random }) => {
      const start = random.below(text.length + 1);
      const count = 1 + random.below(4);
      const inserted = Array.from({ length: count }, () => random.pick(characters)).join("");
      return replace(text, { start, end: start }, inserted);
    },
  },
  {
    name: "insert random code units",
    weight: 2,
    apply: ({ text, random }) => {
      const start = random.below(text.length + 1);
      const units = Array.from({ length: 1 + random.below(6) }, () => random.below(0x10000));
      return replace(text, { start, end: start }, String.fromCharCode(...units));
    },
  },
  {
    name: "another line end",
    weight: 1,
    apply: ({ text, random }) => text.replaceAll("\n", random.pick(["\r\n", "\r", "\u2028", "\f"])),
  },
  { name: "a byte order mark", weight: 1, apply: ({ text }) => `\ufeff${text}` },
];

const characters = [
  ..."'\"{}()[];:,=?@#<>\\/|&!~+-*%^.$`_0aA \n\r\t",
  "\0",
  "\u00a0",
  "\u2028",
  "\ud800",
  "\udc00",
  "😀",
  "é",
  "''",
  '\\"',
  "<<X\n",
  "/*",
];

/** The text with a few mutations applied one after the other. */
export function mutate(text: string, corpus: Corpus, random: Random): string {
  let result = text;
  for (let count = 1 + random.below(3); count > 0; count--) {
    const tokens = lex(result, "")
      .tokens.slice(0, -1)
      .map(({ startOffset, end }) => ({ start: startOffset, end }));
    if (tokens.length === 0) return result;
    result = random.pickWeighted(mutations).apply({ text: result, tokens, random, corpus });
  }
  return result;
}

function replace(text: string, { start, end }: Place, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

function swap(text: string, a: Place, b: Place): string {
  if (a.end > b.start) return text;
  const between = text.slice(a.end, b.start);
  return `${text.slice(0, a.start)}${text.slice(b.start, b.end)}${between}${text.slice(a.start, a.end)}${text.slice(b.end)}`;
}

function range(tokens: readonly Place[], random: Random): Place {
  const from = random.below(tokens.length);
  const to = Math.min(from + random.below(20), tokens.length - 1);
  return { start: (tokens[from] as Place).start, end: (tokens[to] as Place).end };
}
