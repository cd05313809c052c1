/**
 * The thread that builds, as the page sees it. One build runs at a time; of those that wait only the last one matters.
 * One that takes too long is ended together with its thread.
 */

import type { AnswerMessage, Answers, BuildRequest, Built, Description } from "../messages.ts";

/** A build that something newer waits for may take this long, in milliseconds. */
const patience = 2_000;
/** And one that nothing waits for this long. */
const longest = 20_000;

export interface BuildEvents {
  readonly onStart: () => void;
  readonly onBuilt: (built: Built, milliseconds: number) => void;
  readonly onFailure: (message: string) => void;
}

interface Pending {
  readonly take: (answer: Answers[keyof Answers]) => void;
  readonly fail: (message: string) => void;
}

export class BuildClient {
  private readonly program: string;
  private readonly events: BuildEvents;
  private worker: Worker;
  private readonly pending = new Map<number, Pending>();
  private lastId = 0;
  private running: { readonly since: number; readonly timer: number } | undefined;
  private next: Description | undefined;

  constructor(program: string, events: BuildEvents) {
    this.program = program;
    this.events = events;
    this.worker = this.start();
  }

  build(description: Description): void {
    if (this.running === undefined) return this.begin(description);
    this.next = description;
    window.setTimeout(() => this.giveUp(), patience);
  }

  async explain(request: Exclude<BuildRequest, { readonly kind: "build" }>) {
    return (await this.ask(request)) as Answers["explain-path"];
  }

  /** Ends what runs; the page keeps what was built before. */
  stop(message: string): void {
    this.worker.terminate();
    if (this.running !== undefined) window.clearTimeout(this.running.timer);
    this.running = undefined;
    const waiting = [...this.pending.values()];
    this.pending.clear();
    this.worker = this.start();
    for (const { fail } of waiting) fail(message);
  }

  private begin(description: Description): void {
    const since = performance.now();
    const timer = window.setTimeout(() => {
      this.stop("The build took longer than 20 seconds, and was stopped.");
    }, longest);
    this.running = { since, timer };
    this.events.onStart();
    this.ask({ kind: "build", description }).then(
      (answer) => {
        this.ended();
        this.events.onBuilt(answer as Built, performance.now() - since);
        this.beginNext();
      },
      (error: Error) => {
        this.ended();
        if (this.next === undefined) this.events.onFailure(error.message);
        this.beginNext();
      },
    );
  }

  /** Ends a build that has run for some time while another one waits. */
  private giveUp(): void {
    const { running, next } = this;
    if (running === undefined || next === undefined) return;
    const time = performance.now() - running.since;
    if (time >= patience) this.stop("Something newer was to be built.");
  }

  private ended(): void {
    if (this.running !== undefined) window.clearTimeout(this.running.timer);
    this.running = undefined;
  }

  private beginNext(): void {
    const { next } = this;
    this.next = undefined;
    if (next !== undefined) this.begin(next);
  }

  private ask(request: BuildRequest): Promise<Answers[keyof Answers]> {
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      const fail = (message: string): void => reject(new Error(message));
      this.pending.set(id, { take: resolve, fail });
      this.worker.postMessage({ id, request });
    });
  }

  private start(): Worker {
    const worker = new Worker(this.program, { name: "build" });
    worker.addEventListener("message", ({ data }: MessageEvent<AnswerMessage>) => {
      const waiting = this.pending.get(data.id);
      this.pending.delete(data.id);
      if ("failure" in data) waiting?.fail(`vmcs has failed: ${data.failure}`);
      else waiting?.take(data.answer);
    });
    worker.addEventListener("error", ({ message }) => {
      const text = `The program could not be run: ${message || "it could not be loaded"}.`;
      for (const { fail } of this.pending.values()) fail(text);
      this.pending.clear();
    });
    return worker;
  }
}
