/**
 * A host with Xen, played: domains that are created, shut down and destroyed by the commands of `xl`, and scripts
 * that are run. What goes wrong is said by rules: a line `xl create web.cfg: message` lets commands that contain the
 * words before the colon fail with that message.
 */

import type { RunResult } from "../../../src/host/host.ts";
import type { MemoryPrograms } from "../../../src/host/memory/memory-host.ts";

export interface FakeXlOptions {
  /** Text of a file of the host. */
  readonly read: (path: string) => string | undefined;
  readonly version?: string;
  /** Domains that are there at the start. */
  readonly domains?: readonly FakeDomain[];
  /** Rules for what fails; the first that fits counts, and can be changed while a test runs. */
  readonly failures?: readonly string[];
  /** Names of guests that do not obey when they are to shut down. */
  readonly stubborn?: readonly string[];
  /** Names of guests that crash as soon as they are created. */
  readonly crashing?: readonly string[];
  /** Names of domains whose memory somebody changes all the time. */
  readonly ballooning?: readonly string[];
}

export interface FakeDomain {
  readonly name: string;
  readonly uuid: string;
  readonly id: number;
  /** Text of the configuration. */
  readonly cfg: string;
}

export interface FakeXl {
  readonly run: MemoryPrograms;
  /** What runs, as `web 5 memory=1024`. */
  readonly running: () => readonly string[];
  /** Commands that changed something, or tried to. */
  readonly log: string[];
  readonly domains: Map<number, FakeDomain>;
  readonly failures: string[];
}

type Answer = Partial<RunResult>;

export function fakeXl(options: FakeXlOptions): FakeXl {
  const domains = new Map((options.domains ?? []).map((domain) => [domain.id, domain]));
  const failures = [...(options.failures ?? [])];
  const log: string[] = [];
  let looks = 0;
  let nextId = Math.max(0, ...domains.keys()) + 1;

  const create = (path: string): Answer => {
    const cfg = options.read(path);
    if (cfg === undefined) return fail(`Failed to read config file: ${path}: No such file`);
    const [name, uuid] = [textOf(cfg, "name"), textOf(cfg, "uuid")];
    if ([...domains.values()].some((domain) => domain.name === name || domain.uuid === uuid)) {
      return fail(`Domain with name "${name}" already exists.`);
    }
    if (options.crashing?.includes(name) !== true) {
      domains.set(nextId, { name, uuid, id: nextId, cfg });
    }
    nextId++;
    return { stdout: `Parsing config from ${path}\n` };
  };
  const end = (id: string): Answer =>
    domains.delete(Number(id)) ? {} : fail(`${id} is an invalid domain identifier (rc=-6)`);
  const shutdown = (id: string): Answer => {
    const name = domains.get(Number(id))?.name ?? "";
    if (!(options.stubborn ?? []).includes(name)) return end(id);
    return { status: undefined, problem: "it took longer than 120000 ms" };
  };
  /** As `xl list -l` prints it, much shortened. */
  const details = (domainId: string): string => {
    const domain = domains.get(Number(domainId));
    if (domain === undefined) return "[\n\n]\n";
    const { id, name, uuid, cfg } = domain;
    const more = options.ballooning?.includes(name) === true ? looks++ : 0;
    const target = Number(/\d+/.exec(memory(cfg))?.[0] ?? 0) * 1024 + more;
    const config = { c_info: { name, uuid }, b_info: { target_memkb: target } };
    return `${JSON.stringify([{ domid: id, config }], undefined, 4)}\n`;
  };
  const xl = (args: readonly string[]): Answer => {
    const [command = "", ...rest] = args.filter((arg) => arg !== "-w" && arg !== "-F");
    const [first = "", second = ""] = rest;
    switch (command) {
      case "vm-list":
        return { stdout: listing([...domains.values()]) };
      case "info":
        return { stdout: `${options.version ?? "4.17.5"}\n` };
      case "list":
        return { stdout: details(second) };
      case "create":
        return first === "-n" ? {} : create(first);
      case "shutdown":
        return shutdown(first);
      case "destroy":
        return end(first);
      default:
        return fail(`unknown command ${command}`);
    }
  };

  return {
    domains,
    failures,
    log,
    running: () => [...domains.values()].map(({ name, id, cfg }) => `${name} ${id} ${memory(cfg)}`),
    run(program, args) {
      const words = [program, ...args].join(" ");
      const isScript = program.includes("/");
      if (isScript || /^xl (create (?!-n)|shutdown|destroy)/.test(words)) log.push(words);
      const failure = failures.find((rule) => words.includes(rule.slice(0, rule.indexOf(": "))));
      if (failure !== undefined) return fail(failure.slice(failure.indexOf(": ") + 2));
      if (program === "xl") return xl(args);
      if (program === "sleep") return {};
      return isScript && options.read(program) !== undefined ? {} : undefined;
    },
  };
}

function fail(message: string): Answer {
  return { status: 1, stderr: `${message}\n` };
}

function textOf(cfg: string, key: string): string {
  return new RegExp(`^${key} = "(.*)"$`, "m").exec(cfg)?.[1] ?? "";
}

function memory(cfg: string): string {
  return `memory=${/^memory = (\d+)$/m.exec(cfg)?.[1] ?? "?"}`;
}

/** As `xl vm-list` prints it. */
function listing(domains: readonly FakeDomain[]): string {
  const lines = domains.map(({ uuid, id, name }) => `${uuid}  ${id}    ${name.padEnd(30)}\n`);
  return `UUID                                  ID    name\n${lines.join("")}`;
}
