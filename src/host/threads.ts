/** Threads as a parameter: programs that run beside the caller and exchange messages with it. */

export interface Threads {
  /** How many run at the same time on this machine. */
  readonly processors: number;
  /** Memory of the machine, in MB. */
  readonly memory: number;
  /** Starts a thread; `memory` bounds what it may use, in MB. */
  start(memory: number, events: ThreadEvents): Thread;
  /** Lets messages that have arrived be handled. */
  pause(): Promise<void>;
}

export interface ThreadEvents {
  readonly onMessage: (message: unknown) => void;
  /** The thread has ended by itself, and nothing else comes from it. */
  readonly onEnd: (end: ThreadEnd) => void;
}

export interface ThreadEnd {
  /** `memory`: it needed more than it was given. `failure`: a mistake of ours. */
  readonly reason: "memory" | "failure";
  readonly text: string;
}

export interface Thread {
  /** Messages are copied: plain data only. */
  post(message: unknown): void;
  /** Ends it; no event follows. */
  end(): void;
}

/** The other end: what the program in the thread sees. */
export interface ThreadPort {
  post(message: unknown): void;
  onMessage(take: (message: unknown) => void): void;
}
