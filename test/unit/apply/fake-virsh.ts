/**
 * A host with libvirt, played: definitions, and which of them run. A rule `virsh start: message` lets commands that
 * contain the words before the colon fail with that message.
 */
import type { RunResult } from "../../../src/host/host.ts";
import type { MemoryPrograms } from "../../../src/host/memory/memory-host.ts";

export interface FakeVirsh {
  readonly run: MemoryPrograms;
  /** Definitions by name. */
  readonly defined: Map<string, string>;
  readonly active: Set<string>;
  readonly failures: string[];
  /** Names of guests that do not obey when they are to shut down. */
  readonly stubborn: Set<string>;
  /** Commands that changed something, or tried to. */
  readonly log: string[];
}

export function fakeVirsh(read: (path: string) => string | undefined): FakeVirsh {
  const defined = new Map<string, string>();
  const active = new Set<string>();
  const stubborn = new Set<string>();
  const failures: string[] = [];
  const log: string[] = [];

  const define = (path: string): Partial<RunResult> => {
    const text = read(path);
    if (text === undefined) return fail(`Failed to open file '${path}'`);
    const [name, uuid] = [elementOf(text, "name"), elementOf(text, "uuid")];
    const present = defined.get(name);
    if (present !== undefined && elementOf(present, "uuid") !== uuid) {
      return fail(`domain '${name}' already exists with uuid ${elementOf(present, "uuid")}`);
    }
    // libvirt writes definitions in its own way.
    defined.set(name, text.replace(/<!--.*?-->\n/g, "").replaceAll('"', "'"));
    return {};
  };
  const list = (args: readonly string[]): Partial<RunResult> => {
    const names = args.includes("--all") ? [...defined.keys()] : [...active];
    return { stdout: `${names.join("\n")}\n\n` };
  };
  const start = (name: string): Partial<RunResult> => {
    if (!defined.has(name)) return fail(`failed to get domain '${name}'`);
    active.add(name);
    return {};
  };
  const stop = (name: string): Partial<RunResult> =>
    active.delete(name) ? {} : fail("domain is not running");
  const commands: Readonly<Record<string, (args: readonly string[]) => Partial<RunResult>>> = {
    list,
    define: (args) => define(args.at(-1) ?? ""),
    start: ([name = ""]) => start(name),
    shutdown: ([name = ""]) => (stubborn.has(name) ? {} : stop(name)),
    destroy: ([name = ""]) => stop(name),
    undefine: (args) => (defined.delete(args.at(-1) ?? "") ? {} : fail("no such domain")),
    dumpxml: (args) => {
      const text = defined.get(args.at(-1) ?? "");
      return text === undefined ? fail("no such domain") : { stdout: text };
    },
  };

  return {
    defined,
    active,
    stubborn,
    failures,
    log,
    run(program, args) {
      if (program === "sleep") return {};
      if (program !== "virsh") return undefined;
      const [command = "", ...rest] = args[0] === "--connect" ? args.slice(2) : args;
      const words = ["virsh", command, ...rest].join(" ");
      if (command !== "list" && command !== "dumpxml") log.push(words);
      const failure = failures.find((rule) => words.includes(rule.slice(0, rule.indexOf(": "))));
      if (failure !== undefined) return fail(failure.slice(failure.indexOf(": ") + 2));
      return commands[command]?.(rest) ?? fail(`unknown command: '${command}'`);
    },
  };
}

function fail(message: string): Partial<RunResult> {
  return { status: 1, stderr: `error: ${message}\n` };
}

function elementOf(text: string, name: string): string {
  return new RegExp(`<${name}>(.*?)</${name}>`).exec(text)?.[1] ?? "";
}
