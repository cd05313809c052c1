/** A compiler on real profiles, run with several numbers of threads. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCompiler } from "../run-compiler.ts";
import type { ThreadsJudgement } from "./judge-sites.ts";
import { shuffled } from "./shuffled.ts";

export interface CommandInput {
  readonly command: string;
  readonly formats: string;
  readonly seed: number;
  readonly includePath: readonly string[];
  readonly files: readonly string[];
}

export function judgeCommand(input: CommandInput): ThreadsJudgement {
  const directory = mkdtempSync(join(tmpdir(), "vmcs-threads-"));
  const run = (threads: number, files: readonly string[]) =>
    runCompiler({
      ...input,
      outputDirectory: directory,
      options: ["--nthread", String(threads), "--warnings", "off"],
      files,
      timeLimitSeconds: 600,
    });
  const one = run(1, input.files);
  const wrong: string[] = [];
  for (const threads of [1, 2, 8]) {
    const other = run(threads, shuffled(input.files, input.seed + threads));
    if (other.status !== one.status) wrong.push(`${threads} threads: status ${other.status}`);
    for (const name of new Set([...one.files.keys(), ...other.files.keys()])) {
      const [a, b] = [one.files.get(name), other.files.get(name)];
      if (a === undefined || b === undefined || !a.equals(b))
        wrong.push(`${threads} threads: ${name} differs`);
    }
  }
  rmSync(directory, { recursive: true });
  return { compared: one.files.size, wrong };
}
