/**
 * Profiles on several threads, the first one among them.
 *
 * There is one queue, and a thread that is done takes from it; a few profiles wait at each thread, so that none is
 * idle while the first one is busy. A profile that a thread had to build because another one refers to it goes to
 * that thread, where it is finished already. Nothing of this shows in the result.
 */

import { InvariantError, invariant } from "../../base/invariant.ts";
import type { Thread, ThreadEnd, Threads } from "../../host/threads.ts";
import type { BuildResult, FromThread, Job, ToThread } from "./job.ts";
import type { WorkQueue } from "./work-queue.ts";

export interface PoolInput {
  readonly threads: Threads;
  readonly job: Job;
  /** Takes each result, and may add names to the queue. */
  readonly onResult: (result: BuildResult) => void;
  /** A profile for which the memory did not suffice, twice. */
  readonly onExhausted: (name: string) => void;
  /** Memory of a thread in MB. */
  readonly memory: number;
}

interface Member {
  readonly thread: Thread;
  /** What it was given and has not answered, the one it works at first. */
  readonly given: string[];
  /** Profiles that it has built on the way. */
  readonly own: string[];
}

/** More than one, so that a thread need not wait for the first one to answer. */
const mostGiven = 4;

export class ThreadPool {
  private readonly input: PoolInput;
  private readonly queue: WorkQueue;
  private readonly members = new Set<Member>();
  private readonly retried = new Set<string>();
  private failure: string | undefined;
  private wake: () => void = () => undefined;

  constructor(input: PoolInput, queue: WorkQueue) {
    this.input = input;
    this.queue = queue;
  }

  /** Lets so many threads more work at the queue. */
  grow(count: number): void {
    for (let i = 0; i < count; i++) this.startMember();
  }

  get size(): number {
    return this.members.size;
  }

  /** Handles what has arrived; throws what a thread has thrown. */
  async pause(): Promise<void> {
    if (this.members.size > 0) await this.input.threads.pause();
    this.rethrow();
  }

  /** Waits until all threads have answered, and the queue is empty. */
  async drain(): Promise<void> {
    while (this.failure === undefined && (this.isBusy() || this.queue.size > 0)) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    this.rethrow();
  }

  /** Ends all threads. */
  end(): void {
    for (const { thread } of this.members) thread.end();
    this.members.clear();
  }

  private isBusy(): boolean {
    return [...this.members].some(({ given }) => given.length > 0);
  }

  private rethrow(): void {
    if (this.failure !== undefined) throw new InvariantError(this.failure);
  }

  private startMember(): void {
    const { threads, job, memory } = this.input;
    const thread = threads.start(memory, {
      onMessage: (message) => this.take(member, message as FromThread),
      onEnd: (end) => this.bury(member, end),
    });
    const member: Member = { thread, given: [], own: [] };
    this.members.add(member);
    send(thread, { kind: "job", job });
    this.feed(member);
  }

  private take(member: Member, message: FromThread): void {
    if (message.kind === "failure") {
      this.failure = message.text;
      this.wake();
      return;
    }
    const { result } = message;
    const { name, references } = result.report;
    invariant(member.given.shift() === name, "a thread answered out of order");
    member.own.push(...references.filter((reference) => this.queue.remove(reference)));
    this.input.onResult(result);
    for (const one of this.members) this.feed(one);
    this.wake();
  }

  private feed({ thread, given, own }: Member): void {
    const share = Math.ceil(this.queue.size / (2 * this.members.size + 2));
    const wanted = Math.max(1, Math.min(mostGiven, share));
    while (given.length < wanted) {
      const name = own.shift() ?? this.queue.take() ?? this.steal();
      if (name === undefined) return;
      given.push(name);
      send(thread, { kind: "build", name });
    }
  }

  /** What another thread has set aside for itself. */
  private steal(): string | undefined {
    for (const { own } of this.members) {
      const name = own.pop();
      if (name !== undefined) return name;
    }
    return undefined;
  }

  /** Memory that did not suffice may have been taken by earlier profiles: the one in work gets a second chance. */
  private bury(member: Member, { reason, text }: ThreadEnd): void {
    this.members.delete(member);
    const [inWork, ...waiting] = member.given;
    if (reason === "failure") this.failure = text;
    else {
      this.queue.add(...waiting, ...member.own);
      if (inWork !== undefined && this.retried.has(inWork)) {
        this.input.onExhausted(inWork);
      } else if (inWork !== undefined) {
        this.retried.add(inWork);
        this.queue.addFirst(inWork);
      }
      if (this.queue.size > 0 || this.isBusy()) this.startMember();
    }
    this.wake();
  }
}

function send(thread: Thread, message: ToThread): void {
  thread.post(message);
}
