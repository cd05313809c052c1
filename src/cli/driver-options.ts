/** The options of commands that build many profiles: threads, memory, and what earlier builds have left. */

import type { Command } from "commander";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Threads } from "../host/threads.ts";
import type { Threading } from "../pan/compiler/build-profiles.ts";
import type { TreePlace } from "../pan/compiler/syntax-cache/syntax-cache.ts";
import { noSpan } from "../text/span.ts";
import type { Environment } from "./command.ts";
import { wholeNumber } from "./common-options.ts";
import type { RawCompileOptions } from "./compile-options.ts";
import { inGroup } from "./option-groups.ts";
import { UsageError } from "./usage-error.ts";
import { cacheDirectory } from "./user-directories.ts";

export interface RawDriverOptions extends RawCompileOptions {
  readonly maxMemory?: string;
  readonly incremental: boolean;
  readonly stateDir?: string;
  readonly cache?: boolean;
}

/** `isIncremental` says what holds where the command line says nothing. */
export function addDriverOptions(command: Command, isIncremental: boolean): Command {
  return inGroup(command, "effort", (group) =>
    group
      .option("--max-memory <mb>", "memory of all threads together, in MB")
      .option("--incremental", "build only what has changed", isIncremental)
      .option("--no-incremental", "build everything")
      .option("--state-dir <dir>", "where it is kept what was built (default: in the user's cache)")
      .option("--no-cache", "parse all templates, whatever is kept of earlier runs"),
  );
}

const leastMemory = 32;

export async function threadingOf(
  raw: RawDriverOptions,
  environment: Environment,
  worker: Worker,
): Promise<Threading | undefined> {
  const said = wholeNumber("--nthread", raw.nthread);
  const memory = memoryOf(raw);
  // One line of debugging or of a log follows the other, so these are for one thread.
  if (isTalkative(raw) || (said === 1 && memory === undefined)) return undefined;
  const threads = environment.threads ?? (await threadsOfMachine(worker));
  const most = memory === undefined ? Infinity : Math.max(1, Math.floor(memory / leastMemory));
  return { threads, count: Math.min(said > 0 ? said : threads.processors, most), memory };
}

/** A bundled program of threads. */
export type Worker = "compile-worker" | "build-worker";

async function threadsOfMachine(worker: Worker): Promise<Threads> {
  const { nodeThreads } = await import("../host/node/node-threads.ts");
  return nodeThreads(new URL(`../../dist/workers/${worker}.js`, import.meta.url));
}

/** Whether the build says more than its diagnostics. */
export function isTalkative({ debug, debugNsInclude, logging }: RawCompileOptions): boolean {
  return debug === true || debugNsInclude !== undefined || (logging ?? "none") !== "none";
}

/** Where the state of builds into a directory is; undefined if there is no place for it. */
export function stateFile(
  raw: RawDriverOptions,
  outputDirectory: string,
  { host }: Environment,
): string | undefined {
  const cache = cacheDirectory(host);
  const directory = raw.stateDir ?? (cache === undefined ? undefined : `${cache}/builds`);
  if (directory === undefined) return undefined;
  return host.resolve(`${directory}/${host.digest(outputDirectory).slice(0, 20)}.state`);
}

/**
 * Where syntax trees are kept for an include path; undefined if there is no place for them, or nobody wants them. Only
 * a bundled program can tell whether it is the one that has kept them.
 */
export function treePlace(
  { cache, dialect }: RawDriverOptions,
  includePath: readonly string[],
  compiler: string,
  { host }: Environment,
): TreePlace | undefined {
  const directory = cacheDirectory(host);
  const isBundled = compiler.endsWith(".cjs");
  if (cache === false || !isBundled || directory === undefined) return undefined;
  const key = JSON.stringify([compiler, dialect, ...includePath]);
  return { file: `${directory}/trees/${shortHash(key)}.trees`, key };
}

/** A digest would load a library, and what has the same name has another key. */
function shortHash(text: string): string {
  let [first, second] = [5381, 0];
  for (let i = 0; i < text.length; i++) {
    first = (Math.imul(first, 33) ^ text.charCodeAt(i)) | 0;
    second = (Math.imul(second, 31) + text.charCodeAt(i)) | 0;
  }
  return [first, second].map((part) => (part >>> 0).toString(36)).join("-");
}

function memoryOf({ maxMemory }: RawDriverOptions): number | undefined {
  if (maxMemory === undefined) return undefined;
  const memory = wholeNumber("--max-memory", maxMemory);
  if (memory === 0) return undefined;
  if (memory >= leastMemory) return memory;
  throw new UsageError(
    diagnostic(
      "wrong-usage",
      noSpan,
      { problem: `--max-memory needs at least ${leastMemory} MB`, command: "vmcs compile" },
      { help: "Name more, or 0 for no limit." },
    ),
  );
}
