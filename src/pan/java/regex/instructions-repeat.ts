/** Repetition of single atoms: what is repeated matches in one way only and captures nothing of its own. */

import type { CharSet } from "./char-set.ts";
import { codePointBefore } from "./instructions-simple.ts";
import { type Frame, Instruction, type Machine } from "./machine.ts";
import type { RepeatMode } from "./syntax.ts";

export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** Greedy repetition of one character of a set. */
export class RepeatSet extends Instruction {
  private readonly set: CharSet;
  private readonly bounds: Bounds;

  constructor(set: CharSet, bounds: Bounds, next: Instruction) {
    super(next);
    this.set = set;
    this.bounds = bounds;
  }

  step(machine: Machine): Instruction | undefined {
    const { text, at: start } = machine;
    const { min, max } = this.bounds;
    let at = start;
    let count = 0;
    while (count < max) {
      const code = text.codePointAt(at);
      if (code === undefined || !this.set.has(code)) break;
      at += code > 0xffff ? 2 : 1;
      count++;
    }
    if (count < min) return undefined;
    machine.at = at;
    if (count > min) machine.push(new ShorterSet(this.next, start, at, count - min));
    return this.next;
  }
}

/** One character less, until none may be given back. */
class ShorterSet implements Frame {
  private readonly next: Instruction;
  private readonly start: number;
  private at: number;
  private spare: number;

  constructor(next: Instruction, start: number, at: number, spare: number) {
    this.next = next;
    this.start = start;
    this.at = at;
    this.spare = spare;
  }

  resume(machine: Machine): Instruction {
    const width = codePointBefore(machine.text, this.at) > 0xffff ? 2 : 1;
    this.at = Math.max(this.start, this.at - width);
    this.spare--;
    if (this.spare > 0) machine.push(this);
    machine.at = this.at;
    return this.next;
  }
}

/** An optional atom. */
export class OptionalAtom extends Instruction {
  private readonly atom: Instruction;
  private readonly mode: RepeatMode;

  constructor(atom: Instruction, mode: RepeatMode, next: Instruction) {
    super(next);
    this.atom = atom;
    this.mode = mode;
  }

  step(machine: Machine): Instruction | undefined {
    const { at } = machine;
    if (this.mode === "lazy") {
      machine.push(new LaterAtom(this.atom, this.next, at));
      return this.next;
    }
    if (!machine.run(this.atom, at)) machine.at = at;
    else if (this.mode === "greedy") machine.pushChoice(this.next, at);
    return this.next;
  }
}

/** The atom of a lazy option, when nothing matches without it. */
class LaterAtom implements Frame {
  private readonly atom: Instruction;
  private readonly next: Instruction;
  private readonly at: number;

  constructor(atom: Instruction, next: Instruction, at: number) {
    this.atom = atom;
    this.next = next;
    this.at = at;
  }

  resume(machine: Machine): Instruction | undefined {
    return machine.run(this.atom, this.at) ? this.next : undefined;
  }
}

/** Lazy or possessive repetition of an atom, and every repetition of what is no set. */
export class RepeatAtom extends Instruction {
  readonly atom: Instruction;
  readonly bounds: Bounds;
  private readonly mode: RepeatMode;

  constructor(atom: Instruction, bounds: Bounds, mode: RepeatMode, next: Instruction) {
    super(next);
    this.atom = atom;
    this.bounds = bounds;
    this.mode = mode;
  }

  step(machine: Machine): Instruction | undefined {
    let { at } = machine;
    for (let count = 0; count < this.bounds.min; count++) {
      if (!machine.run(this.atom, at)) return undefined;
      if (machine.at === at) break;
      ({ at } = machine);
    }
    switch (this.mode) {
      case "greedy":
        return this.repeatGreedily(machine, at);
      case "lazy":
        machine.at = at;
        machine.push(new OneMore(this, at, this.bounds.min));
        return this.next;
      default:
        return this.repeatPossessively(machine, at);
    }
  }

  private repeatGreedily(machine: Machine, start: number): Instruction {
    const ends = [start];
    let at = start;
    for (let count = this.bounds.min; count < this.bounds.max; count++) {
      if (!machine.run(this.atom, at) || machine.at === at) break;
      ({ at } = machine);
      ends.push(at);
    }
    machine.at = ends.pop() as number;
    if (ends.length > 0) machine.push(new ShorterAtoms(this.next, ends));
    return this.next;
  }

  private repeatPossessively(machine: Machine, start: number): Instruction {
    let at = start;
    for (let count = this.bounds.min; count < this.bounds.max; count++) {
      if (!machine.run(this.atom, at) || machine.at === at) break;
      ({ at } = machine);
    }
    machine.at = at;
    return this.next;
  }
}

/** One atom less. */
class ShorterAtoms implements Frame {
  private readonly next: Instruction;
  private readonly ends: number[];

  constructor(next: Instruction, ends: number[]) {
    this.next = next;
    this.ends = ends;
  }

  resume(machine: Machine): Instruction {
    machine.at = this.ends.pop() as number;
    if (this.ends.length > 0) machine.push(this);
    return this.next;
  }
}

/** One atom more, for a lazy repetition. */
class OneMore implements Frame {
  private readonly repeat: RepeatAtom;
  private at: number;
  private count: number;

  constructor(repeat: RepeatAtom, at: number, count: number) {
    this.repeat = repeat;
    this.at = at;
    this.count = count;
  }

  resume(machine: Machine): Instruction | undefined {
    const { atom, bounds, next } = this.repeat;
    if (this.count >= bounds.max || !machine.run(atom, this.at)) return undefined;
    if (machine.at === this.at) return undefined;
    this.at = machine.at;
    this.count++;
    machine.push(this);
    return next;
  }
}
