/**
 * Sets of characters: what one step of a pattern may consume.
 *
 * A set is written as a class of JavaScript's `v` mode, which has the union, intersection and complement that
 * Java's classes have. The same text serves the translation and, one character at a time, the matcher.
 */

import { asciiLower, asciiUpper, foldCase, lowerCase, upperCase } from "../character.ts";

export class CharSet {
  /** Whether Java knows that no member is beyond U+FFFF nor half a surrogate pair. */
  readonly bmp: boolean;
  private readonly write: () => string;
  private text: string | undefined;
  private pattern: RegExp | undefined;
  private readonly latin = new Uint8Array(256);

  /** `write` gives the class, brackets included; it is called once, when the set is first used. */
  constructor(bmp: boolean, write: () => string) {
    this.bmp = bmp;
    this.write = write;
  }

  get source(): string {
    this.text ??= this.write();
    return this.text;
  }

  has(codePoint: number): boolean {
    if (codePoint > 0xff) return this.test(codePoint);
    const known = this.latin[codePoint] as number;
    if (known !== 0) return known === 1;
    const found = this.test(codePoint);
    this.latin[codePoint] = found ? 1 : 2;
    return found;
  }

  union(other: CharSet): CharSet {
    return new CharSet(this.bmp && other.bmp, () => `[${this.source}${other.source}]`);
  }

  intersection(other: CharSet): CharSet {
    return new CharSet(this.bmp && other.bmp, () => `[${this.source}&&${other.source}]`);
  }

  complement(): CharSet {
    return new CharSet(false, () => `[^${this.source}]`);
  }

  private test(codePoint: number): boolean {
    this.pattern ??= new RegExp(`^${this.source}$`, "v");
    return this.pattern.test(String.fromCodePoint(codePoint));
  }
}

/** A set given by the inside of a class in `v` mode. */
export function classSet(inside: string, bmp: boolean): CharSet {
  return new CharSet(bmp, () => `[${inside}]`);
}

/** The set of some code points. */
export function pointSet(points: readonly number[], bmp: boolean): CharSet {
  return classSet(points.map(writeCodePoint).join(""), bmp);
}

export function rangeSet(low: number, high: number): CharSet {
  const bmp = high < 0xd800 || (low > 0xdfff && high <= 0xffff);
  return classSet(writeRange(low, high), bmp);
}

/** A range that also takes what differs from a member in the case of an ASCII letter. */
export function asciiCaseRangeSet(low: number, high: number): CharSet {
  const within = (code: number): boolean => low <= code && code <= high;
  let inside = writeRange(low, high);
  for (let code = 0x41; code <= 0x7a; code++) {
    if (within(asciiLower(code)) || within(asciiUpper(code))) inside += writeCodePoint(code);
  }
  return classSet(inside, false);
}

/** A range that also takes what differs from a member in case. */
export function unicodeCaseRangeSet(low: number, high: number): CharSet {
  const within = (code: number): boolean => low <= code && code <= high;
  const variants = casedCodePoints().filter(
    (code) => within(upperCase(code)) || within(foldCase(code)),
  );
  return classSet(writeRange(low, high) + variants.map(writeCodePoint).join(""), false);
}

/** The code points that differ from `folded` only in case; `folded` is a folded one. */
export function unicodeCaseSet(folded: number): CharSet {
  const variants = casedCodePoints().filter((code) => foldCase(code) === folded);
  return pointSet([folded, ...variants], false);
}

/** What a class collects of single code points; it may still grow after it became part of a set. */
export class PointCollector {
  private readonly points = new Set<number>();

  add(...points: readonly number[]): void {
    for (const point of points) this.points.add(point);
  }

  /** A set that shows what is collected by the time it is first used. */
  asSet(): CharSet {
    return new CharSet(
      true,
      () =>
        pointSet(
          [...this.points].sort((a, b) => a - b),
          true,
        ).source,
    );
  }
}

export function writeCodePoint(code: number): string {
  return `\\u{${code.toString(16)}}`;
}

function writeRange(low: number, high: number): string {
  return `${writeCodePoint(low)}-${writeCodePoint(high)}`;
}

let cased: readonly number[] | undefined;

/** Every code point that has another case; made once, when a pattern first asks for the case of all letters. */
function casedCodePoints(): readonly number[] {
  cased ??= findCasedCodePoints();
  return cased;
}

function findCasedCodePoints(): readonly number[] {
  const points: number[] = [];
  for (let code = 0; code < 0x20000; code++) {
    if (upperCase(code) !== code || lowerCase(code) !== code) points.push(code);
  }
  return points;
}
