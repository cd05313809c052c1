/** Threads that are none: each message is copied and handled some turns later, in an order that a number decides. */

import type { ThreadEvents, ThreadPort, Threads } from "../../src/host/threads.ts";
import type { ToThread } from "../../src/pan/compiler/job.ts";
import type { JobHost } from "../../src/pan/compiler/job-session.ts";
import { serveJobs } from "../../src/pan/compiler/serve-jobs.ts";

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** `exhausted` are profiles for which the memory of a thread does not suffice. */
export function threadsInProcess(
  host: JobHost,
  seed: number,
  exhausted: readonly string[] = [],
): Threads {
  let state = seed >>> 0;
  const fewTurns = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 16) % 4;
  };
  return {
    processors: 2,
    memory: 1000,
    pause: turn,
    start(_memory, events) {
      const { port, post, end } = connect(events, fewTurns);
      serveJobs(port, host);
      return {
        end,
        post(message) {
          const order = message as ToThread;
          if (order.kind !== "build" || !exhausted.includes(order.name)) return post(message);
          end();
          setImmediate(() => events.onEnd({ reason: "memory", text: "" }));
        },
      };
    },
  };
}

function connect(
  events: ThreadEvents,
  fewTurns: () => number,
): { port: ThreadPort; post: (message: unknown) => void; end: () => void } {
  let take: (message: unknown) => void = () => undefined;
  let last = Promise.resolve();
  let isOpen = true;
  /** One after the other, as a thread does. */
  const later = (action: () => void): void => {
    const turns = fewTurns();
    last = last.then(async () => {
      for (let i = 0; i < turns; i++) await turn();
      if (isOpen) action();
    });
  };
  return {
    port: {
      post: (message) => {
        const copy = structuredClone(message);
        later(() => events.onMessage(copy));
      },
      onMessage: (handler) => {
        take = handler;
      },
    },
    post: (message) => {
      const copy = structuredClone(message);
      later(() => take(copy));
    },
    end: () => {
      isOpen = false;
    },
  };
}
