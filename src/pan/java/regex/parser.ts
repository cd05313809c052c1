/**
 * Parser of Java's regular expressions: pattern and flags in, syntax tree out.
 *
 * It refuses what `java.util.regex` refuses. What it refuses beyond that (grapheme clusters, character names,
 * Unicode blocks, canonical equivalence) is marked "unsupported".
 */

import { parseAtom } from "./atom-parser.ts";
import { type CharSet, classSet } from "./char-set.ts";
import { parseClass } from "./class-parser.ts";
import { parseFlags } from "./flag-parser.ts";
import { DOTALL, MULTILINE, UNIX_LINES } from "./flags.ts";
import { parseGroupName } from "./group-name.ts";
import { code, isBeyondBmp, ParserState } from "./parser-state.ts";
import { RegexProblem } from "./problem.ts";
import { parseQuantifier } from "./quantifier-parser.ts";
import { study } from "./study.ts";
import type { Alternatives, Anchor, GroupNode, RegexNode, RegexSyntax } from "./syntax.ts";

/** Parses a pattern under flags of `flags.ts`. */
export function parseRegex(pattern: string, flags: number): RegexSyntax | RegexProblem {
  const state = new ParserState(pattern, flags);
  try {
    const body = parseAlternatives(state);
    requireEnd(state);
    const { groupNames, hasBackReferences, byCodePoint } = state;
    return { body, groupCount: state.nextGroup - 1, groupNames, hasBackReferences, byCodePoint };
  } catch (problem) {
    if (problem instanceof RegexProblem) return problem;
    throw problem;
  }
}

/** Groups may not be nested deeper: the matcher of what they hold would run out of stack. */
const maxDepth = 250;

function requireEnd(state: ParserState): void {
  if (state.cursor === state.length) return;
  if (state.peek() === code(")")) state.fail("there is a ')' without a '('", state.cursor);
  state.fail("the pattern ends with a backslash");
}

function parseAlternatives(state: ParserState): Alternatives {
  if (++state.depth > maxDepth) state.failUnsupported(`groups nested deeper than ${maxDepth}`);
  const alternatives = [parseSequence(state)];
  while (state.peek() === code("|")) {
    state.next();
    alternatives.push(parseSequence(state));
  }
  state.depth--;
  return alternatives;
}

function parseSequence(state: ParserState): readonly RegexNode[] {
  const nodes: RegexNode[] = [];
  for (;;) {
    const char = state.peek();
    if (char === 0 && state.atEnd) return nodes;
    if (char === code("|") || char === code(")")) return nodes;
    const node = parseTerm(state, char);
    if (node !== undefined) nodes.push(parseQuantifier(state, node));
  }
}

/** One node before its quantifier; undefined for a group that only sets flags. */
function parseTerm(state: ParserState, char: number): RegexNode | undefined {
  switch (String.fromCodePoint(char)) {
    case "(":
      return parseGroup(state);
    case "[":
      return state.setNode(parseClass(state));
    case "^":
      state.next();
      return { kind: "anchor", anchor: lineBegin(state) };
    case "$":
      state.next();
      return { kind: "anchor", anchor: lineEnd(state) };
    case ".":
      state.next();
      return { kind: "set", set: anyCharacter(state) };
    case "?":
    case "*":
    case "+":
      state.next();
      return state.fail(`'${String.fromCodePoint(char)}' has nothing to repeat`);
    default:
      return parseAtom(state);
  }
}

function lineBegin(state: ParserState): Anchor {
  if (!state.has(MULTILINE)) return "begin";
  return state.has(UNIX_LINES) ? "unix-line-begin" : "line-begin";
}

function lineEnd(state: ParserState): Anchor {
  if (!state.has(MULTILINE)) return state.lastLineEnd;
  return state.has(UNIX_LINES) ? "unix-line-end" : "line-end";
}

const anything = classSet("\\u{0}-\\u{10ffff}", false);
const anythingButLineFeed = classSet("^\\u{a}", false);
const anythingButLineTerminators = classSet("^\\u{a}\\u{d}\\u{85}\\u{2028}\\u{2029}", false);

function anyCharacter(state: ParserState): CharSet {
  if (state.has(DOTALL)) return anything;
  return state.has(UNIX_LINES) ? anythingButLineFeed : anythingButLineTerminators;
}

function parseGroup(state: ParserState): RegexNode | undefined {
  const { flags } = state;
  const special = state.next() === code("?");
  const group = special ? parseSpecialGroup(state) : parseCapture(state);
  if (group === undefined) return undefined;
  state.expect(code(")"), "a group is not closed");
  state.flags = flags;
  return group;
}

function parseCapture(state: ParserState): GroupNode {
  const capture = state.nextGroup++;
  return { kind: "group", capture, body: parseAlternatives(state) };
}

function parseSpecialGroup(state: ParserState): RegexNode | undefined {
  const char = String.fromCodePoint(state.skip());
  switch (char) {
    case ":":
      return { kind: "group", capture: undefined, body: parseAlternatives(state) };
    case "=":
    case "!":
      return parseLookAhead(state, char === "!");
    case ">":
      return { kind: "atomic", body: parseAlternatives(state) };
    case "<":
      return parseNamedOrLookBehind(state);
    case "$":
    case "@":
      return state.fail(`there is no group '(?${char}'`);
    default:
      state.unread();
      return parseFlagGroup(state);
  }
}

function parseLookAhead(state: ParserState, negated: boolean): RegexNode {
  const body = parseAlternatives(state);
  return { kind: "look", ahead: true, negated, body, byCodePoint: false, min: 0, max: 0 };
}

function parseNamedOrLookBehind(state: ParserState): RegexNode {
  const char = state.read();
  if (char === code("=") || char === code("!")) return parseLookBehind(state, char === code("!"));
  const name = parseGroupName(state, char);
  if (state.groupNames.has(name)) state.fail(`the group name '${name}' is given twice`);
  state.groupNames.set(name, state.nextGroup);
  return parseCapture(state);
}

function parseLookBehind(state: ParserState, negated: boolean): RegexNode {
  const start = state.cursor;
  const body = parseAlternatives(state);
  const { min, max, maxValid } = study(body);
  if (!maxValid) state.fail("a look-behind has no greatest length");
  let byCodePoint = false;
  for (let i = start; i < state.length; i++) byCodePoint ||= isBeyondBmp(state.at(i));
  return { kind: "look", ahead: false, negated, body, byCodePoint, min, max };
}

/** `(?i)` holds until the group around it ends, `(?i:…)` inside only. */
function parseFlagGroup(state: ParserState): RegexNode | undefined {
  parseFlags(state);
  const char = state.read();
  if (char === code(")")) return undefined;
  if (char !== code(":")) state.fail("there is an unknown flag or kind of group after '(?'");
  return { kind: "group", capture: undefined, body: parseAlternatives(state) };
}
