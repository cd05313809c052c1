/** Instructions that choose and that look: alternatives, groups, look-around, atomic parts. */

import { codePointBefore } from "./instructions-simple.ts";
import { Instruction, type Machine } from "./machine.ts";

/** Tries alternatives in their order. */
export class Branch extends Instruction {
  private readonly alternatives: readonly Instruction[];

  constructor(alternatives: readonly Instruction[], next: Instruction) {
    super(next);
    this.alternatives = alternatives;
  }

  step(machine: Machine): Instruction | undefined {
    for (let i = this.alternatives.length - 1; i > 0; i--) {
      machine.pushChoice(this.alternatives[i] as Instruction, machine.at);
    }
    return this.alternatives[0];
  }
}

/** The beginning of a group. */
export class GroupBegin extends Instruction {
  private readonly local: number;

  constructor(local: number, next: Instruction) {
    super(next);
    this.local = local;
  }

  step(machine: Machine): Instruction {
    machine.recordLocal(this.local, machine.at);
    return this.next;
  }
}

/** The end of a capturing group. */
export class GroupEnd extends Instruction {
  private readonly local: number;
  private readonly group: number;

  constructor(local: number, group: number, next: Instruction) {
    super(next);
    this.local = local;
    this.group = group;
  }

  step(machine: Machine): Instruction {
    machine.recordGroup(this.group, machine.locals[this.local] as number, machine.at);
    return this.next;
  }
}

/** `(?>…)`: the body in the first way that matches. */
export class Atomic extends Instruction {
  private readonly body: Instruction;

  constructor(body: Instruction, next: Instruction) {
    super(next);
    this.body = body;
  }

  step(machine: Machine): Instruction | undefined {
    return machine.run(this.body, machine.at) ? this.next : undefined;
  }
}

/** `(?=…)` and `(?!…)`. */
export class LookAhead extends Instruction {
  private readonly body: Instruction;
  private readonly negated: boolean;

  constructor(body: Instruction, negated: boolean, next: Instruction) {
    super(next);
    this.body = body;
    this.negated = negated;
  }

  step(machine: Machine): Instruction | undefined {
    const { at } = machine;
    const found = machine.run(this.body, at);
    machine.at = at;
    return found !== this.negated ? this.next : undefined;
  }
}

export interface LookBehindOptions {
  readonly negated: boolean;
  readonly byCodePoint: boolean;
  readonly min: number;
  readonly max: number;
}

/** `(?<=…)` and `(?<!…)`: tries the body from every place where it could begin, the nearest first. */
export class LookBehind extends Instruction {
  private readonly body: Instruction;
  private readonly options: LookBehindOptions;

  constructor(body: Instruction, options: LookBehindOptions, next: Instruction) {
    super(next);
    this.body = body;
    this.options = options;
  }

  step(machine: Machine): Instruction | undefined {
    const { at, lookBehindEnd } = machine;
    machine.lookBehindEnd = at;
    const found = this.search(machine, at);
    machine.lookBehindEnd = lookBehindEnd;
    machine.at = at;
    return found !== this.options.negated ? this.next : undefined;
  }

  private search(machine: Machine, at: number): boolean {
    const { byCodePoint, min, max } = this.options;
    const { text } = machine;
    const least = byCodePoint ? unitsBefore(text, at, min) : min;
    const most = byCodePoint ? unitsBefore(text, at, max) : max;
    const from = Math.max((at - most) | 0, 0);
    for (let start = (at - least) | 0; start >= from; ) {
      if (machine.run(this.body, start)) return true;
      start -= byCodePoint && start > from ? unitsBefore(text, start, 1) : 1;
    }
    return false;
  }
}

/**
 * Number of UTF-16 units of `count` code points before a position, as far as there are any. A length that overflowed is
 * negative; then Java counts forwards, so practically to the end.
 */
function unitsBefore(text: string, at: number, count: number): number {
  if (count < 0) return text.length - at;
  let position = at;
  for (let i = 0; i < count && position > 0; i++) {
    position -= codePointBefore(text, position) > 0xffff ? 2 : 1;
  }
  return at - position;
}

/** The end of a look-behind's body. */
export class LookBehindEnd extends Instruction {
  step(machine: Machine): Instruction | undefined {
    return machine.at === machine.lookBehindEnd ? this.next : undefined;
  }
}
