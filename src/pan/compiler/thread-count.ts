/**
 * How many threads pay.
 *
 * A thread costs its start, and reads all templates once more; what it brings is a part of the profiles that are
 * left. Both are measured on the profiles that the first thread has built meanwhile.
 */

import type { Threading } from "./build-profiles.ts";

/** Start of a thread until it can work, in milliseconds. */
const startCost = 80;

export class ThreadCount {
  private readonly threading: Threading | undefined;
  /** Of the first profile, which reads most templates. */
  private first: number | undefined;
  private others = 0;
  private count = 0;

  constructor(threading: Threading | undefined) {
    this.threading = threading;
  }

  /** Threads besides the first one, before anything is known. */
  atOnce(waiting: number): number {
    if (this.threading?.isEager !== true) return 0;
    return Math.min(this.threading.count - 1, waiting);
  }

  /** Takes the milliseconds of a profile. */
  note(duration: number): void {
    if (this.first === undefined) this.first = duration;
    else {
      this.others += duration;
      this.count++;
    }
  }

  /** Threads besides the first one that pay for so many profiles. */
  wanted(waiting: number): number {
    if (this.threading === undefined || this.first === undefined || this.count < 2) return 0;
    const left = (this.others / this.count) * waiting;
    const cost = startCost + this.first;
    return Math.min(this.threading.count - 1, Math.floor(left / (1.5 * cost)), waiting);
  }
}
