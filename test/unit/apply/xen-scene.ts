/** A host with Xen on which machines are applied, and what is said of them. */
import { expect } from "vitest";
import type { ApplyOptions, Machine } from "../../../src/apply/apply-context.ts";
import { type ApplyOutcome, applyMachines } from "../../../src/apply/apply-machines.ts";
import { xenPlatform } from "../../../src/apply/xen/apply-xen.ts";
import { type MemoryHost, memoryHost } from "../../../src/host/memory/memory-host.ts";
import { type FakeXl, type FakeXlOptions, fakeXl } from "./fake-xl.ts";

export const uuids: Readonly<Record<string, string>> = {
  web: "5885fbcd-149e-5741-8bbf-047a41a05bff",
  db: "6985fbcd-149e-5741-8bbf-047a41a05bff",
  mail: "7a85fbcd-149e-5741-8bbf-047a41a05bff",
};
export const foreignUuid = "00000000-0000-4000-8000-000000000001";

export function cfgOf(name: string, memory: number, more = ""): string {
  return `# ${name}: for xl create.\n\n# system\nname = "${name}"\nuuid = "${uuids[name]}"\nmemory = ${memory}\n${more}`;
}

export interface Scene {
  readonly host: MemoryHost;
  readonly xl: FakeXl;
  /** What a person has seen. */
  readonly seen: string[];
  readonly write: (name: string, cfg: string, postCreate?: string) => void;
  readonly apply: (
    names: readonly string[],
    options?: Partial<ApplyOptions>,
  ) => Promise<ApplyOutcome>;
  readonly record: (name: string) => Readonly<Record<string, unknown>> | undefined;
}

export const defaults: ApplyOptions = {
  dryRun: false,
  replace: false,
  keepGoing: false,
  shutdownTimeout: 120,
  stateDirectory: "/state",
  xenRelease: "4.17",
  connect: undefined,
};

export function scene(
  options: Omit<FakeXlOptions, "read"> = {},
  denied: readonly string[] = [],
): Scene {
  const xl = fakeXl({ ...options, read: (path) => host.readText(path) });
  const host = memoryHost({ run: xl.run, denied });
  const seen: string[] = [];
  const machine = (name: string): Machine => ({
    name,
    directory: "/out",
    files: host.list("/out").filter((file) => file.startsWith(`${name}.`)),
  });
  return {
    host,
    xl,
    seen,
    write(name, cfg, postCreate) {
      host.writeFiles([{ path: `/out/${name}.cfg`, content: cfg }]);
      if (postCreate === undefined) return;
      host.writeFiles([{ path: `/out/${name}.post-create.sh`, content: postCreate }]);
    },
    apply(names, changed = {}) {
      xl.log.length = 0;
      seen.length = 0;
      return applyMachines(names.map(machine), xenPlatform, {
        host,
        options: { ...defaults, ...changed },
        redact: (text) => text.replaceAll("geheim", "(secret)"),
        note: (line) => seen.push(line),
      });
    },
    record(name) {
      const text = host.readText(`/state/xen/${name}.json`);
      return text === undefined ? undefined : JSON.parse(text);
    },
  };
}

/** A scene in which web runs with 1024 MiB, made by us. */
export async function running(options: Omit<FakeXlOptions, "read"> = {}): Promise<Scene> {
  const made = scene(options);
  made.write("web", cfgOf("web", 1024));
  expect(results(await made.apply(["web"]))).toEqual(["web created"]);
  return made;
}

export function results({ machines }: ApplyOutcome): readonly string[] {
  return machines.map(({ name, result }) => `${name} ${result}`);
}

export function messages({ diagnostics }: ApplyOutcome): string {
  return diagnostics.map(({ code, message }) => `${code}: ${message}`).join("\n");
}
