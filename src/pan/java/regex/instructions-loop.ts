/**
 * Loops: repetition of a group whose body may match in several ways.
 *
 * The body ends in the loop itself, which decides on another iteration. An iteration that consumes nothing is
 * accepted and ends the loop.
 */

import type { Bounds } from "./instructions-repeat.ts";
import { type Frame, Instruction, type Machine } from "./machine.ts";

export interface LoopRegisters {
  /** Local that holds where the current iteration began. */
  readonly begin: number;
  /** Local that counts iterations. */
  readonly count: number;
  /** Which set of known failures belongs to the loop; undefined when none may be kept. */
  readonly memo: number | undefined;
}

/** The end of a loop's body. */
export class Loop extends Instruction {
  body: Instruction;
  readonly bounds: Bounds;
  readonly registers: LoopRegisters;
  private readonly lazy: boolean;

  /** The body is set once it is built, as it leads back here. */
  constructor(bounds: Bounds, lazy: boolean, registers: LoopRegisters, next: Instruction) {
    super(next);
    this.body = next;
    this.bounds = bounds;
    this.registers = registers;
    this.lazy = lazy;
  }

  step(machine: Machine): Instruction | undefined {
    const { at, locals } = machine;
    if (at <= (locals[this.registers.begin] as number)) return this.next;
    const count = locals[this.registers.count] as number;
    if (count < this.bounds.min) return this.iterate(machine, count);
    return this.lazy ? this.leaveFirst(machine, count) : this.iterateFirst(machine, count);
  }

  /** The first decision, before any iteration. */
  enter(machine: Machine): Instruction | undefined {
    const { min, max } = this.bounds;
    if (min > 0) return this.iterate(machine, 0);
    if (this.lazy) {
      if (max > 0) machine.push(new LaterIteration(this, machine.at, 0));
      return this.next;
    }
    if (max === 0) return this.next;
    machine.pushChoice(this.next, machine.at);
    return this.iterate(machine, 0);
  }

  iterate(machine: Machine, count: number): Instruction {
    machine.recordLocal(this.registers.count, count + 1);
    return this.body;
  }

  private iterateFirst(machine: Machine, count: number): Instruction | undefined {
    const { memo } = this.registers;
    const failures = memo === undefined ? undefined : machine.failures[memo];
    if (count >= this.bounds.max || failures?.has(machine.at) === true) return this.next;
    machine.push(new LeaveLoop(this.next, machine.at, failures));
    return this.iterate(machine, count);
  }

  private leaveFirst(machine: Machine, count: number): Instruction {
    if (count < this.bounds.max) machine.push(new LaterIteration(this, machine.at, count));
    return this.next;
  }
}

/** The beginning of a loop. */
export class LoopBegin extends Instruction {
  private readonly loop: Loop;

  constructor(loop: Loop) {
    super(loop.body);
    this.loop = loop;
  }

  step(machine: Machine): Instruction | undefined {
    return this.loop.enter(machine);
  }
}

/** What follows the loop, when another iteration leads nowhere. */
class LeaveLoop implements Frame {
  private readonly next: Instruction;
  private readonly at: number;
  private readonly failures: Set<number> | undefined;

  constructor(next: Instruction, at: number, failures: Set<number> | undefined) {
    this.next = next;
    this.at = at;
    this.failures = failures;
  }

  resume(machine: Machine): Instruction {
    this.failures?.add(this.at);
    machine.at = this.at;
    return this.next;
  }
}

/** Another iteration of a lazy loop. */
class LaterIteration implements Frame {
  private readonly loop: Loop;
  private readonly at: number;
  private readonly count: number;

  constructor(loop: Loop, at: number, count: number) {
    this.loop = loop;
    this.at = at;
    this.count = count;
  }

  resume(machine: Machine): Instruction {
    machine.at = this.at;
    return this.loop.iterate(machine, this.count);
  }
}
