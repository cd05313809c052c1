/** Threads that break off, with threads that are only told what to do. */
import { describe, expect, it } from "vitest";
import { memoryHost } from "../../../../src/host/memory/memory-host.ts";
import type { ThreadEnd, ThreadEvents } from "../../../../src/host/threads.ts";
import type { BuildResult, FromThread, Job, ToThread } from "../../../../src/pan/compiler/job.ts";
import { serveJobs } from "../../../../src/pan/compiler/serve-jobs.ts";
import { ThreadPool } from "../../../../src/pan/compiler/thread-pool.ts";
import { WorkQueue } from "../../../../src/pan/compiler/work-queue.ts";

interface FakeThread {
  readonly given: string[];
  readonly answer: (references?: readonly string[]) => void;
  readonly end: (reason: ThreadEnd["reason"]) => void;
  readonly fail: (text: string) => void;
}

function poolOf(names: readonly string[]) {
  const threads: FakeThread[] = [];
  const built: string[] = [];
  const exhausted: string[] = [];
  const start = (_memory: number, events: ThreadEvents) => {
    const given: string[] = [];
    const send = (message: FromThread): void => events.onMessage(message);
    threads.push({
      given,
      answer: (references = []) => {
        const report = { name: given.shift(), references };
        send({ kind: "built", result: { report } as unknown as BuildResult });
      },
      end: (reason) => events.onEnd({ reason, text: "It is over." }),
      fail: (text) => send({ kind: "failure", text }),
    });
    return {
      post: (message: unknown) => {
        const order = message as ToThread;
        if (order.kind === "build") given.push(order.name);
      },
      end: () => undefined,
    };
  };
  const queue = new WorkQueue(names);
  const pool = new ThreadPool(
    {
      threads: { processors: 2, memory: 1000, start, pause: () => Promise.resolve() },
      job: {} as Job,
      memory: 100,
      onResult: ({ report }) => built.push(report.name),
      onExhausted: (name) => exhausted.push(name),
    },
    queue,
  );
  return { pool, queue, threads, built, exhausted };
}

describe("a pool of threads", () => {
  it("gives what a thread has built on the way to that thread, and takes it from one that is busy", () => {
    const { pool, threads, built, queue } = poolOf(["a", "b", "c", "d", "e", "f"]);
    pool.grow(2);
    const [first, second] = threads;
    expect([first?.given, second?.given]).toEqual([["a", "b"], ["c"]]);
    // To build `a` the first thread has built two others, which are no longer for all.
    first?.answer(["d", "e"]);
    expect(queue.size).toBe(1);
    second?.answer();
    expect(second?.given).toEqual(["f"]);
    second?.answer();
    // The first thread is still busy with `b`.
    expect(second?.given).toEqual(["e"]);
    second?.answer();
    second?.answer();
    first?.answer();
    expect(built).toEqual(["a", "c", "f", "e", "d", "b"]);
  });

  it("gives a profile that memory did not suffice for a second chance, and no third one", async () => {
    const { pool, threads, built, exhausted } = poolOf(["large", "small"]);
    pool.grow(1);
    threads[0]?.end("memory");
    expect(threads[1]?.given).toEqual(["large"]);
    threads[1]?.end("memory");
    expect(exhausted).toEqual(["large"]);
    threads[2]?.answer();
    await pool.drain();
    expect(built).toEqual(["small"]);
  });

  it.each<[string, (thread: FakeThread | undefined) => void]>([
    ["says that it has failed", (thread) => thread?.fail("It is over.")],
    ["ends by itself", (thread) => thread?.end("failure")],
  ])("throws where a thread %s", async (_, happen) => {
    const { pool, threads } = poolOf(["a"]);
    pool.grow(1);
    happen(threads[0]);
    await expect(pool.drain()).rejects.toThrow("It is over.");
    await expect(pool.pause()).rejects.toThrow("It is over.");
  });
});

describe("the program of a thread", () => {
  it("answers with what it could not do", async () => {
    const messages: unknown[] = [];
    let take: (message: unknown) => unknown = () => undefined;
    const port = {
      post: (message: unknown) => messages.push(message),
      onMessage: (taker: (message: unknown) => unknown) => {
        take = taker;
      },
    };
    serveJobs(port, memoryHost(), () => Promise.reject(new Error("There is no such work.")));
    const job = { settings: {}, output: { formats: [] }, offers: [], work: {} } as unknown as Job;
    await take({ kind: "job", job });
    expect(messages).toMatchObject([
      { kind: "failure", text: expect.stringContaining("There is no such work.") },
    ]);
  });
});
