/** Threads that are Node's workers. */

import { availableParallelism, totalmem } from "node:os";
import { Worker } from "node:worker_threads";
import type { Thread, ThreadEnd, ThreadEvents, Threads } from "../threads.ts";

const megabyte = 1024 * 1024;

/** What the first thread of a process has, with what V8 keeps back of a worker's: the same input ends the same. */
const stackMegabytes = (984 + 192) / 1024;

/** `program` is the file of a bundled worker. */
export function nodeThreads(program: URL): Threads {
  return {
    processors: availableParallelism(),
    memory: Math.floor(totalmem() / megabyte),
    start: (memory, events) => startThread(program, memory, events),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  };
}

function startThread(program: URL, memory: number, events: ThreadEvents): Thread {
  const worker = new Worker(program, {
    resourceLimits: { maxOldGenerationSizeMb: memory, stackSizeMb: stackMegabytes },
  });
  let hasEnded = false;
  const end = (how: ThreadEnd): void => {
    if (hasEnded) return;
    hasEnded = true;
    events.onEnd(how);
  };
  worker.on("message", events.onMessage);
  worker.on("error", (error: Error & { readonly code?: string }) => {
    const isMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
    end({ reason: isMemory ? "memory" : "failure", text: error.stack ?? String(error) });
  });
  worker.on("exit", (status) => {
    end({ reason: "failure", text: `A thread ended with status ${status}.` });
  });
  return {
    post: (message) => worker.postMessage(message),
    end() {
      hasEnded = true;
      void worker.terminate();
    },
  };
}
