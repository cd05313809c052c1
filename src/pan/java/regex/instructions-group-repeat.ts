/**
 * Repetition of a group whose body can match in one way only ("deterministic").
 *
 * Java matches such groups without remembering what the groups inside had captured before, and after success sets
 * the capture of the group once more; both show in the captures that a pattern leaves.
 */

import type { Bounds } from "./instructions-repeat.ts";
import { type Frame, Instruction, type Machine } from "./machine.ts";

/** A group's body, its bounds, and its number when it captures. */
export class RepeatGroup extends Instruction {
  readonly body: Instruction;
  readonly bounds: Bounds;
  readonly capture: number | undefined;
  private readonly lazy: boolean;

  constructor(
    body: Instruction,
    bounds: Bounds,
    capture: number | undefined,
    lazy: boolean,
    next: Instruction,
  ) {
    super(next);
    this.body = body;
    this.bounds = bounds;
    this.capture = capture;
    this.lazy = lazy;
  }

  step(machine: Machine): Instruction | undefined {
    let { at } = machine;
    if (this.capture !== undefined) machine.pushGroup(this.capture);
    for (let count = 0; count < this.bounds.min; count++) {
      if (!machine.run(this.body, at)) return undefined;
      this.record(machine, at, machine.at);
      if (machine.at === at) break;
      ({ at } = machine);
    }
    if (this.lazy) {
      machine.at = at;
      machine.push(new OneMoreGroup(this, at, this.bounds.min));
      return this.next;
    }
    return this.repeat(machine, at, this.bounds.min);
  }

  /** Takes iterations as long as they have the same width; from one of another width on it begins anew. */
  private repeat(machine: Machine, start: number, count: number): Instruction {
    let at = start;
    let done = count;
    for (;;) {
      const run = this.repeatOneWidth(machine, at, done);
      ({ at, done } = run);
      if (!run.again) {
        machine.at = at;
        return this.next;
      }
    }
  }

  private repeatOneWidth(machine: Machine, start: number, count: number): RunOfIterations {
    const before = this.captured(machine);
    if (count >= this.bounds.max || !machine.run(this.body, start)) {
      return { at: start, done: count, again: false };
    }
    const width = machine.at - start;
    // The capture of an empty iteration does not outlive it.
    if (width === 0) return { at: start, done: count, again: false };
    let at = start;
    let done = count;
    let again = false;
    while (!again) {
      this.record(machine, at, at + width);
      at += width;
      done++;
      if (done >= this.bounds.max || !machine.run(this.body, at)) break;
      again = machine.at !== at + width;
    }
    const state = { at, width, spare: done - count, waits: again };
    machine.push(new FewerGroups(this, before, state));
    return { at, done, again };
  }

  record(machine: Machine, start: number, end: number): void {
    if (this.capture !== undefined) machine.setGroup(this.capture, start, end);
  }

  restore(machine: Machine, [start, end]: Capture): void {
    this.record(machine, start, end);
  }

  private captured(machine: Machine): Capture {
    if (this.capture === undefined) return [-1, -1];
    const start = machine.groups[2 * this.capture] as number;
    return [start, machine.groups[2 * this.capture + 1] as number];
  }
}

interface RunOfIterations {
  readonly at: number;
  readonly done: number;
  /** An iteration of another width follows. */
  readonly again: boolean;
}

type Capture = readonly [start: number, end: number];

interface FewerState {
  /** Where the iterations that are left end. */
  at: number;
  readonly width: number;
  /** Iterations that may be given back. */
  spare: number;
  /** What follows has not been tried here yet: iterations of another width are tried first. */
  waits: boolean;
}

/** One iteration less. */
class FewerGroups implements Frame {
  private readonly repeat: RepeatGroup;
  private readonly before: Capture;
  private readonly state: FewerState;

  constructor(repeat: RepeatGroup, before: Capture, state: FewerState) {
    this.repeat = repeat;
    this.before = before;
    this.state = state;
  }

  resume(machine: Machine): Instruction | undefined {
    const { state, repeat } = this;
    if (state.waits) {
      state.waits = false;
    } else {
      state.at -= state.width;
      state.spare--;
      repeat.record(machine, state.at - state.width, state.at);
    }
    if (state.spare > 0) machine.push(this);
    else repeat.restore(machine, this.before);
    machine.at = state.at;
    return repeat.next;
  }

  settle(machine: Machine): void {
    const { at, width, waits } = this.state;
    if (!waits) this.repeat.record(machine, at - width, at);
  }
}

/** One iteration more, for a lazy repetition. */
class OneMoreGroup implements Frame {
  private readonly repeat: RepeatGroup;
  private at: number;
  private count: number;

  constructor(repeat: RepeatGroup, at: number, count: number) {
    this.repeat = repeat;
    this.at = at;
    this.count = count;
  }

  resume(machine: Machine): Instruction | undefined {
    const { body, bounds, next } = this.repeat;
    if (this.count >= bounds.max || !machine.run(body, this.at)) return undefined;
    if (machine.at === this.at) return undefined;
    this.repeat.record(machine, this.at, machine.at);
    this.at = machine.at;
    this.count++;
    machine.push(this);
    return next;
  }
}
