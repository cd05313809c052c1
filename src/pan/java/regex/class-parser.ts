/**
 * Character classes: `[…]` with ranges, nested classes, complements and intersections.
 *
 * Single characters of a class are collected apart and joined to the rest at an intersection and at the end; what is
 * collected later still joins what was made of the collection before, as in Java.
 */

import { asciiLower, asciiUpper, foldCase, lowerCase, upperCase } from "../character.ts";
import {
  asciiCaseRangeSet,
  type CharSet,
  PointCollector,
  pointSet,
  rangeSet,
  unicodeCaseRangeSet,
  unicodeCaseSet,
} from "./char-set.ts";
import { parseCharacterEscape } from "./character-escape.ts";
import { parseFamily } from "./family-parser.ts";
import { code, isBeyondBmp, type ParserState } from "./parser-state.ts";
import { shorthandSet } from "./shorthand.ts";

const CLOSE = code("]");
const OPEN = code("[");
const AND = code("&");

/** Reads a class; the cursor is at its `[`. */
export function parseClass(state: ParserState): CharSet {
  return parseClassBody(state, true);
}

/** Reads one character as a set, under the flags for case. */
export function singleSet(state: ParserState, char: number): CharSet {
  if (state.casing === "unicode") {
    const upper = upperCase(char);
    const lower = lowerCase(upper);
    if (upper !== lower) return unicodeCaseSet(lower);
  } else if (state.casing === "ascii") {
    return pointSet([char, asciiLower(char), asciiUpper(char)], !isBeyondBmp(char));
  }
  return pointSet([char], !isBeyondBmp(char));
}

/** What a class has so far. */
class ClassParts {
  readonly points = new PointCollector();
  hasPoints = false;
  set: CharSet | undefined;
  /** The set that an empty right side of `&&` repeats. */
  latest: CharSet | undefined;

  add(set: CharSet): void {
    this.latest = set;
    this.set = this.set === undefined ? set : this.set.union(set);
  }

  joinPoints(): void {
    if (!this.hasPoints) return;
    const points = this.points.asSet();
    if (this.set === undefined) this.latest = points;
    this.set = this.set === undefined ? points : this.set.union(points);
    this.hasPoints = false;
  }

  get isEmpty(): boolean {
    return this.set === undefined && !this.hasPoints;
  }
}

/** The cursor is before the first character; with `consume`, the closing bracket is taken. */
function parseClassBody(state: ParserState, consume: boolean): CharSet {
  const parts = new ClassParts();
  let negated = false;
  let char = state.next();
  if (char === code("^") && state.at(state.cursor - 1) === OPEN) {
    char = state.next();
    negated = true;
  }
  for (;;) {
    if (char === CLOSE && !parts.isEmpty) {
      if (consume) state.next();
      parts.joinPoints();
      const set = parts.set as CharSet;
      return negated ? set.complement() : set;
    }
    parseClassItem(state, parts, char);
    char = state.peek();
  }
}

function parseClassItem(state: ParserState, parts: ClassParts, char: number): void {
  if (char === OPEN) {
    parts.add(parseClassBody(state, true));
    return;
  }
  if (char === AND) {
    if (state.next() === AND) {
      parseIntersection(state, parts);
      return;
    }
    state.unread();
  }
  if (char === 0 && state.atEnd) state.fail("a character class is not closed");
  const set = parseRange(state, parts.points);
  if (set === undefined) {
    parts.hasPoints = true;
    parts.latest = undefined;
  } else {
    parts.add(set);
  }
}

/** What follows `&&`, up to the next `&` or the end of the class. */
function parseIntersection(state: ParserState, parts: ClassParts): void {
  let right: CharSet | undefined;
  let char = state.next();
  while (char !== CLOSE && char !== AND) {
    if (char !== OPEN) state.unread();
    const set = parseClassBody(state, char === OPEN);
    right = right === undefined ? set : right.union(set);
    char = state.peek();
  }
  parts.joinPoints();
  if (right !== undefined) parts.latest = right;
  if (parts.set === undefined) {
    if (right === undefined) state.fail("'&&' has nothing on either side");
    parts.set = right;
    return;
  }
  if (parts.latest === undefined) return state.fail("'&&' has nothing on its right side");
  parts.set = parts.set.intersection(parts.latest);
}

/** A set, or undefined when a single character went into the collection. */
function parseRange(state: ParserState, points: PointCollector): CharSet | undefined {
  let char = state.peek();
  if (char === code("\\")) {
    const escape = parseClassEscape(state);
    if (typeof escape !== "number") return escape;
    char = escape;
  } else {
    state.next();
  }
  if (state.peek() === code("-")) {
    const after = state.at(state.cursor + 1);
    if (after !== OPEN && after !== CLOSE) return parseRangeEnd(state, char);
  }
  return collect(state, points, char);
}

/** A character, or the set of a shorthand or a family. */
function parseClassEscape(state: ParserState): number | CharSet {
  const start = state.cursor;
  const letter = state.nextEscaped();
  if (letter === code("p") || letter === code("P")) return parseFamily(state, letter);
  const beginsRange = state.at(state.cursor + 1) === code("-");
  state.cursor = start;
  return parseEscapeLetter(state, beginsRange);
}

/** `\v` is the vertical tabulator when it stands in a range. */
function parseEscapeLetter(state: ParserState, inRange: boolean): number | CharSet {
  const letter = state.skip();
  if (letter === code("v") && inRange) return 0x0b;
  return shorthandSet(state, letter) ?? parseCharacterEscape(state, letter);
}

function parseRangeEnd(state: ParserState, low: number): CharSet {
  state.next();
  const char = state.peek();
  let high: number | CharSet = char;
  if (char === code("\\")) high = parseEscapeLetter(state, true);
  else state.next();
  if (typeof high !== "number" || high < low)
    return state.fail("a range of characters ends below its beginning");
  switch (state.casing) {
    case "exact":
      return rangeSet(low, high);
    case "ascii":
      return asciiCaseRangeSet(low, high);
    default:
      return unicodeCaseRangeSet(low, high);
  }
}

/** Latin characters whose other case is outside of Latin-1, or which share it with such a one. */
const crossing = new Set([0xff, 0xb5, 0x49, 0x69, 0x53, 0x73, 0x4b, 0x6b, 0xc5, 0xe5]);

function collect(state: ParserState, points: PointCollector, char: number): CharSet | undefined {
  const { casing } = state;
  if (char > 0xff || (casing === "unicode" && crossing.has(char))) return singleSet(state, char);
  points.add(char);
  if (casing !== "exact" && char < 0x80) points.add(asciiLower(char), asciiUpper(char));
  else if (casing === "unicode") points.add(upperCase(char), foldCase(char), lowerCase(char));
  return undefined;
}
