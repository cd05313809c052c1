/** Whole processes, measured from outside: time, processor time and memory of a command. */

import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";

export interface ProcessRun {
  /** Milliseconds from the start to the end. */
  readonly wall: number;
  /** Milliseconds of processor time, to about 10 ms; undefined where the system does not tell. */
  readonly cpu: number | undefined;
  /** Largest resident memory in MiB; undefined where the system does not tell. */
  readonly peak: number | undefined;
}

export interface ProcessCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** Variables besides those of the benchmark. */
  readonly env?: Readonly<Record<string, string>>;
  /** What is done before, and not measured. */
  readonly before?: () => void;
}

/** Between two looks at the process, in milliseconds. */
const interval = 10;

/** Runs a command to its end; a command that fails is a mistake of the benchmark. */
export async function runProcess({
  command,
  args,
  cwd,
  env,
  before,
}: ProcessCommand): Promise<ProcessRun> {
  before?.();
  const start = performance.now();
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaint = "";
  child.stderr.on("data", (text: Buffer) => {
    complaint = `${complaint}${text}`.slice(-2000);
  });
  const usage = watch(child);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", resolve);
  });
  const wall = performance.now() - start;
  if (status !== 0)
    throw new Error(`${command} ${args.join(" ")}\nended with ${status}: ${complaint}`);
  return { wall, ...usage() };
}

/** Runs each command once a round, one after the other, so that other load meets all of them alike. */
export async function alternate<Name extends string>(
  commands: Readonly<Record<Name, ProcessCommand>>,
  rounds: number,
): Promise<ReadonlyMap<Name, readonly ProcessRun[]>> {
  const entries = Object.entries(commands) as [Name, ProcessCommand][];
  const runs = new Map(entries.map(([name]): [Name, ProcessRun[]] => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, command] of entries) runs.get(name)?.push(await runProcess(command));
  }
  return runs;
}

/** Looks at a process until it ends; gives the last that was seen. */
function watch(child: ChildProcess): () => Pick<ProcessRun, "cpu" | "peak"> {
  let seen: Pick<ProcessRun, "cpu" | "peak"> = { cpu: undefined, peak: undefined };
  const timer = setInterval(() => {
    const now = usageOf(child.pid);
    if (now !== undefined) seen = now;
  }, interval);
  child.on("exit", () => clearInterval(timer));
  return () => seen;
}

/** From Linux' /proc; undefined elsewhere, and when the process has ended. */
function usageOf(pid: number | undefined): Pick<ProcessRun, "cpu" | "peak"> | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const kilobytes = /^VmHWM:\s+(\d+)/m.exec(status)?.[1];
    if (kilobytes === undefined) return undefined;
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The fields after the name, which is in parentheses and may contain anything.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = Number(fields[11]) + Number(fields[12]);
    return { cpu: ticks * 10, peak: Number(kilobytes) / 1024 };
  } catch {
    return undefined;
  }
}
