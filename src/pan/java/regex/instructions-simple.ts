/** Instructions that match in one way only: characters, anchors, boundaries. */

import { asciiLower, foldCase, isLetterOrDigit, isNonSpacingMark } from "../character.ts";
import type { CharSet } from "./char-set.ts";
import { Instruction, type Machine } from "./machine.ts";
import { isLineTerminator } from "./scanner.ts";
import type { Anchor, Casing } from "./syntax.ts";

/** One character of a set. */
export class OneOf extends Instruction {
  readonly set: CharSet;

  constructor(set: CharSet, next: Instruction) {
    super(next);
    this.set = set;
  }

  step(machine: Machine): Instruction | undefined {
    const code = machine.text.codePointAt(machine.at);
    if (code === undefined || !this.set.has(code)) return undefined;
    machine.at += code > 0xffff ? 2 : 1;
    return this.next;
  }
}

/** A run of characters. */
export class Literal extends Instruction {
  private readonly codes: readonly number[];
  private readonly fold: (code: number) => number;

  constructor(codes: readonly number[], casing: Casing, next: Instruction) {
    super(next);
    this.fold = foldOf(casing);
    this.codes = codes.map(this.fold);
  }

  step(machine: Machine): Instruction | undefined {
    let { at } = machine;
    for (const wanted of this.codes) {
      const code = machine.text.codePointAt(at);
      if (code === undefined || (code !== wanted && this.fold(code) !== wanted)) return undefined;
      at += code > 0xffff ? 2 : 1;
    }
    machine.at = at;
    return this.next;
  }
}

function foldOf(casing: Casing): (code: number) => number {
  if (casing === "exact") return (code) => code;
  return casing === "ascii" ? asciiLower : foldCase;
}

/** A position that a predicate accepts. */
export class AnchorAt extends Instruction {
  private readonly holds: (machine: Machine) => boolean;

  constructor(anchor: Anchor, next: Instruction) {
    super(next);
    this.holds = anchors[anchor];
  }

  step(machine: Machine): Instruction | undefined {
    return this.holds(machine) ? this.next : undefined;
  }
}

const CR = 0x0d;
const LF = 0x0a;

const anchors: Readonly<Record<Anchor, (machine: Machine) => boolean>> = {
  begin: ({ at }) => at === 0,
  end: ({ at, text }) => at === text.length,
  "previous-match": ({ at, previousEnd }) => at === previousEnd,
  "line-begin": ({ at, text }) => {
    if (at === text.length) return false;
    if (at === 0) return true;
    const before = text.charCodeAt(at - 1);
    return isLineTerminator(before) && !(before === CR && text.charCodeAt(at) === LF);
  },
  "unix-line-begin": ({ at, text }) =>
    at !== text.length && (at === 0 || text.charCodeAt(at - 1) === LF),
  "line-end": ({ at, text }) => at === text.length || isBeforeTerminator(text, at),
  "unix-line-end": ({ at, text }) => at === text.length || text.charCodeAt(at) === LF,
  "last-line-end": ({ at, text }) => {
    const rest = text.length - at;
    if (rest > 2) return false;
    if (rest === 2) return text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF;
    return rest === 0 || isBeforeTerminator(text, at);
  },
  "unix-last-line-end": ({ at, text }) =>
    at === text.length || (at === text.length - 1 && text.charCodeAt(at) === LF),
};

/** Before a line terminator, but not inside of CR LF. */
function isBeforeTerminator(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === LF) return at === 0 || text.charCodeAt(at - 1) !== CR;
  return isLineTerminator(code);
}

/** `\b` and `\B`. A non-spacing mark counts as part of a word when it stands on a letter or digit. */
export class Boundary extends Instruction {
  private readonly negated: boolean;
  private readonly word: CharSet | undefined;

  /** Without a set, letters and digits of every script and `_` make words. */
  constructor(negated: boolean, word: CharSet | undefined, next: Instruction) {
    super(next);
    this.negated = negated;
    this.word = word;
  }

  step(machine: Machine): Instruction | undefined {
    const { text, at } = machine;
    const left = at > 0 && this.isPart(text, codePointBefore(text, at), at - 1);
    const right = at < text.length && this.isPart(text, text.codePointAt(at) as number, at);
    return (left !== right) !== this.negated ? this.next : undefined;
  }

  private isPart(text: string, code: number, at: number): boolean {
    const isWord = this.word?.has(code) ?? (code === 0x5f || isLetterOrDigit(code));
    return isWord || (isNonSpacingMark(code) && hasBase(text, at));
  }
}

function hasBase(text: string, from: number): boolean {
  for (let at = from; at >= 0; at--) {
    const code = text.codePointAt(at) as number;
    if (isLetterOrDigit(code)) return true;
    if (!isNonSpacingMark(code)) return false;
  }
  return false;
}

/** The code point that ends at a position. */
export function codePointBefore(text: string, at: number): number {
  const low = text.charCodeAt(at - 1);
  if (low < 0xdc00 || low > 0xdfff || at < 2) return low;
  const pair = text.codePointAt(at - 2) as number;
  return pair > 0xffff ? pair : low;
}

/** `\R`: CR LF together, or failing that any single line terminator. */
export class LineBreak extends Instruction {
  step(machine: Machine): Instruction | undefined {
    const { text, at } = machine;
    const code = text.charCodeAt(at);
    if (code === CR) {
      machine.at = at + 1;
      if (text.charCodeAt(at + 1) !== LF) return this.next;
      machine.pushChoice(this.next, at + 1);
      machine.at = at + 2;
      return this.next;
    }
    if (!isLineTerminator(code) && code !== 0x0b && code !== 0x0c) return undefined;
    machine.at = at + 1;
    return this.next;
  }
}
