/** A process that checks inputs, and its replacement when it hangs or dies. */

import { type ChildProcess, fork } from "node:child_process";
import type { Readable } from "node:stream";
import { repositoryPath } from "../support/repository.ts";
import type { Failure } from "./check-case.ts";
import type { FuzzCase } from "./fuzz-case.ts";
import type { Reply, Request } from "./protocol.ts";

/** Longest time for one input, in milliseconds; beyond it the process is ended. */
const hangLimit = 20_000;
/** An input may need so much memory, in MiB. */
const memoryLimit = 1024;

/** The process died; the input that it was busy with is to blame. */
interface Death {
  readonly index: number;
  readonly failure: Failure;
}

export class Checker {
  private child: ChildProcess | undefined;
  /** Number of the input that the process is busy with. */
  private index = 0;
  /** What the process wrote on stderr, the last of it. */
  private complaint = "";

  /** Checks the inputs of a range. After the death of the process the rest of the range is checked by another. */
  async range(seed: number, from: number, to: number): Promise<Reply> {
    this.index = from;
    const answer = await this.ask({ kind: "range", seed, from, to });
    if (!("index" in answer)) return answer;
    // What was found before in this range is lost with the process, so the inputs before are checked again.
    const { index, failure } = answer;
    const before = index > from ? await this.range(seed, from, index) : nothing;
    const after = index + 1 < to ? await this.range(seed, index + 1, to) : nothing;
    return join([before, { ...nothing, failures: [{ index, failure }] }, after]);
  }

  async check(fuzzCase: FuzzCase): Promise<Failure | undefined> {
    const answer = await this.ask({ kind: "case", fuzzCase });
    return "index" in answer ? answer.failure : answer.failures[0]?.failure;
  }

  stop(): void {
    this.child?.removeAllListeners();
    this.child?.kill("SIGKILL");
    this.child = undefined;
  }

  private ask(request: Request): Promise<Reply | Death> {
    this.child ??= this.start();
    const { child } = this;
    this.complaint = "";
    return new Promise((resolve, reject) => {
      let seen = -1;
      const watch = setInterval(() => {
        if (this.index === seen) dead("hang", `no answer within ${hangLimit} ms`);
        seen = this.index;
      }, hangLimit);
      const settle = (): void => {
        clearInterval(watch);
        child.removeAllListeners();
      };
      const dead = (property: string, detail: string): void => {
        settle();
        this.stop();
        const failure = { property, detail, signature: `${property}: ${signatureOf(detail)}` };
        resolve({ index: this.index, failure });
      };
      child.on("message", (reply: Reply | { readonly fault: string }) => {
        settle();
        // Nothing gets out of a check, so this is the fuzzer's own mistake.
        if ("fault" in reply) reject(new Error(reply.fault));
        else resolve(reply);
      });
      child.on("exit", (code, signal) => dead("crash", `${signal ?? code} ${this.complaint}`));
      child.send(request);
    });
  }

  private start(): ChildProcess {
    const child = fork(repositoryPath("scripts/run.mjs"), [repositoryPath("test/fuzz/worker.ts")], {
      execArgv: [`--max-old-space-size=${memoryLimit}`],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "pipe", "ipc", "pipe"],
    });
    child.stderr?.on("data", (text: Buffer) => {
      this.complaint = `${this.complaint}${text}`.slice(-2000);
    });
    (child.stdio[4] as Readable).on("data", (numbers: Buffer) => {
      this.index = Number(numbers.toString().trimEnd().split("\n").at(-1));
    });
    return child;
  }
}

/** The line of what a dying process says that tells why. */
function signatureOf(complaint: string): string {
  const line = complaint.split("\n").find((each) => /fatal/i.test(each)) ?? complaint;
  return line.replaceAll(/\d+|0x[\da-f]+/g, "N").slice(0, 100);
}

const nothing: Reply = { failures: [], verdicts: {}, size: 0 };

export function join(replies: readonly Reply[]): Reply {
  const verdicts: Partial<Record<keyof Reply["verdicts"], number>> = {};
  for (const [verdict, count] of replies.flatMap((reply) => Object.entries(reply.verdicts))) {
    const key = verdict as keyof Reply["verdicts"];
    verdicts[key] = (verdicts[key] ?? 0) + count;
  }
  return {
    failures: replies.flatMap(({ failures }) => failures),
    verdicts,
    size: replies.reduce((sum, reply) => sum + reply.size, 0),
  };
}
