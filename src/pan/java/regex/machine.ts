/**
 * The matching machine: steps through a graph of instructions with its own stack of choices, so that neither a long
 * text nor a deep repetition can exhaust the stack of JavaScript.
 *
 * A frame says what to try when everything after it has failed. Frames also undo what was recorded (captures,
 * counters). A part that may match in one way only ("atomic": look-around, possessive repetition, …) is run by a
 * nested `run`; when it succeeds its frames are dropped without being undone, which is why captures made there stay,
 * as they do in Java.
 */

/** One instruction; `next` is what follows it. */
export abstract class Instruction {
  next: Instruction;

  constructor(next: Instruction) {
    this.next = next;
  }

  /** Goes on from `machine.at`; gives what to do next, or undefined on failure. */
  abstract step(machine: Machine): Instruction | undefined;
}

/** A choice that is open, or a record to undo. */
export interface Frame {
  /** Everything after this frame has failed: gives what to do next, or undefined if nothing is left. */
  resume(machine: Machine): Instruction | undefined;
  /** The match has succeeded while this frame was open. */
  settle?(machine: Machine): void;
}

/** The end of a match or of an atomic part. */
class Accept extends Instruction {
  constructor() {
    super(undefined as unknown as Instruction);
    this.next = this;
  }

  step(): Instruction {
    return this;
  }
}

export const accept: Instruction = new Accept();

/** The matching takes more steps or memory than is allowed. */
export class RegexBudgetExceeded {
  readonly kind = "regex-budget-exceeded";
}

const maxSteps = 30_000_000;
const maxFrames = 2_000_000;

export class Machine {
  text = "";
  /** Position in the text, in UTF-16 units. */
  at = 0;
  /** Where the previous match ended, for `\G`. */
  previousEnd = 0;
  /** Where a look-behind must end. */
  lookBehindEnd = -1;
  /** Start and end of each group, -1 when it has not matched. */
  readonly groups: Int32Array;
  /** Beginnings of open groups, and counters of loops. */
  readonly locals: Int32Array;
  /** Positions at which another iteration of a loop is known to fail, by loop. */
  readonly failures: Set<number>[];
  private readonly frames: Frame[] = [];
  private steps = 0;

  constructor(groupCount: number, localCount: number, memoCount: number) {
    this.groups = new Int32Array(2 * (groupCount + 1));
    this.locals = new Int32Array(localCount);
    this.failures = Array.from({ length: memoCount }, () => new Set<number>());
  }

  /** Makes ready for a search. */
  reset(text: string): void {
    this.text = text;
    this.groups.fill(-1);
    this.locals.fill(-1);
    for (const positions of this.failures) positions.clear();
    this.frames.length = 0;
    this.steps = 0;
  }

  /** What the groups captured in a match that began at `start` and ends here. */
  captures(start: number): readonly (string | undefined)[] {
    this.setGroup(0, start, this.at);
    const captures: (string | undefined)[] = [];
    for (let i = 0; i < this.groups.length; i += 2) {
      const from = this.groups[i] as number;
      captures.push(from < 0 ? undefined : this.text.slice(from, this.groups[i + 1]));
    }
    return captures;
  }

  push(frame: Frame): void {
    if (this.frames.length >= maxFrames) throw new RegexBudgetExceeded();
    this.frames.push(frame);
  }

  /** Runs from a position to `accept`; on success `at` is where the match ends. */
  run(start: Instruction, position: number): boolean {
    const base = this.frames.length;
    let instruction: Instruction | undefined = start;
    this.at = position;
    for (;;) {
      if (++this.steps > maxSteps) throw new RegexBudgetExceeded();
      if (instruction === accept) {
        this.settle(base);
        return true;
      }
      if (instruction !== undefined) {
        instruction = instruction.step(this);
      } else {
        if (this.frames.length === base) return false;
        instruction = (this.frames.pop() as Frame).resume(this);
      }
    }
  }

  setGroup(group: number, start: number, end: number): void {
    this.groups[2 * group] = start;
    this.groups[2 * group + 1] = end;
  }

  /** Sets a group and sees to it that failure sets it back. */
  recordGroup(group: number, start: number, end: number): void {
    this.pushGroup(group);
    this.setGroup(group, start, end);
  }

  /** Makes failure set a group back to what it is. */
  pushGroup(group: number): void {
    const start = this.groups[2 * group] as number;
    const end = this.groups[2 * group + 1] as number;
    this.push(new UndoGroup(group, start, end));
  }

  recordLocal(local: number, value: number): void {
    this.push(new UndoLocal(local, this.locals[local] as number));
    this.locals[local] = value;
  }

  /** Makes `instruction` at a position the next thing to try. */
  pushChoice(instruction: Instruction, position: number): void {
    this.push(new Choice(instruction, position));
  }

  private settle(base: number): void {
    for (let i = this.frames.length - 1; i >= base; i--) this.frames[i]?.settle?.(this);
    this.frames.length = base;
  }
}

class UndoGroup implements Frame {
  private readonly group: number;
  private readonly start: number;
  private readonly end: number;

  constructor(group: number, start: number, end: number) {
    this.group = group;
    this.start = start;
    this.end = end;
  }

  resume(machine: Machine): undefined {
    machine.setGroup(this.group, this.start, this.end);
  }
}

class UndoLocal implements Frame {
  private readonly local: number;
  private readonly value: number;

  constructor(local: number, value: number) {
    this.local = local;
    this.value = value;
  }

  resume(machine: Machine): undefined {
    machine.locals[this.local] = this.value;
  }
}

class Choice implements Frame {
  private readonly instruction: Instruction;
  private readonly position: number;

  constructor(instruction: Instruction, position: number) {
    this.instruction = instruction;
    this.position = position;
  }

  resume(machine: Machine): Instruction {
    machine.at = this.position;
    return this.instruction;
  }
}
