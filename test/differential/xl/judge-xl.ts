/** The real xl judges configurations: whether it takes them, and whether it reads what the machine's model says. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { VmModel } from "../../../src/vm/model/model.ts";
import { sourcePath } from "../../../src/vm/model/storage.ts";
import { runTool, xlDryRun } from "../../support/tool.ts";
import { type SpawnedMachine, spawnMachine } from "./spawn-machine.ts";

export interface Verdict {
  readonly accepted: boolean;
  readonly messages: readonly string[];
  readonly ignored_keys?: readonly string[];
  /** What `xl create -n` prints. */
  readonly domain?: XlDomain;
}

/** As much as is compared of libxl's own description of a domain. */
interface XlDomain {
  readonly c_info: Readonly<Record<string, unknown>>;
  readonly b_info: Readonly<Record<string, unknown>>;
  readonly disks?: readonly Readonly<Record<string, unknown>>[];
  readonly nics?: readonly Readonly<Record<string, unknown>>[];
}

/** xl says these of correct files too. */
const harmless = [/^got a tsc mode string: "/];

/** Problems with the machines of some seeds; none if all is well. */
export async function findProblems(seeds: readonly number[]): Promise<readonly string[]> {
  const machines: SpawnedMachine[] = [];
  for (const seed of seeds) machines.push(await spawnMachine(seed, "xen", { onlyXen: true }));
  const refused = machines.filter(({ files }) => files.length === 0);
  const spawned = machines.filter(({ files }) => files.length > 0);
  const verdicts = judge(spawned.map(configurationOf));
  return [
    ...refused.map(({ seed, diagnostics }) => {
      const [first] = diagnostics;
      return `seed ${seed}: refused: ${first?.span.file} ${first?.message}`;
    }),
    ...spawned.flatMap(({ seed, machine, models }, index) =>
      [...difference(machine, models[0], "skeletons"), ...problemsOf(machine, verdicts[index])].map(
        (problem) => `seed ${seed}: ${problem}`,
      ),
    ),
  ];
}

export function configurationOf({ files }: SpawnedMachine): string {
  return files.find(({ name }) => name.endsWith(".cfg"))?.content ?? "";
}

/** One process for all. */
function judge(configurations: readonly string[]): readonly Verdict[] {
  if (configurations.length === 0) return [];
  const directory = mkdtempSync(join(tmpdir(), "vmcs-xl-"));
  try {
    const paths = configurations.map((text, index) => {
      const path = join(directory, `${index}.cfg`);
      writeFileSync(path, text);
      return path;
    });
    const { stdout } = runTool(xlDryRun, paths);
    return stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Verdict);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

export function problemsOf(machine: VmModel, verdict: Verdict | undefined): readonly string[] {
  if (verdict === undefined) return ["xl says nothing"];
  const messages = verdict.messages.filter((text) => !harmless.some((form) => form.test(text)));
  const ignored = verdict.ignored_keys ?? [];
  return [
    ...(verdict.accepted ? [] : ["rejected"]),
    ...messages.map((message) => `xl says: ${message}`),
    ...ignored.map((key) => `xl ignores ${key}`),
    ...(verdict.domain === undefined
      ? []
      : difference(expected(machine), seen(verdict.domain), "domain")),
  ];
}

/** What xl must have read. */
function expected({ system, hardware, network, storage }: VmModel): object {
  const { cpu, memory } = hardware;
  return {
    name: system.name,
    uuid: system.uuid,
    type: system.type,
    vcpus: cpu.count,
    maxvcpus: cpu.max ?? cpu.count,
    memory: memory.size * 1024,
    maxmem: (memory.max ?? memory.size) * 1024,
    kernel: system.boot.kernel,
    ramdisk: system.boot.ramdisk,
    cmdline: commandLine(system.boot),
    weight: system.scheduling.weight,
    cap: system.scheduling.cap,
    disks: [
      ...[...(storage.disks ?? [])].map(([vdev, disk]) => ({
        vdev,
        format: disk.format,
        path: sourcePath(disk.source),
        writable: disk.access === "rw",
        cdrom: false,
      })),
      ...[...(storage.cdroms ?? [])].map(([vdev, { source }]) => ({
        vdev,
        format: source === undefined ? "empty" : "raw",
        path: source === undefined ? undefined : sourcePath(source),
        writable: false,
        cdrom: true,
      })),
    ],
    nics: [...(network.interfaces?.values() ?? [])].map(({ mac, bridge, mtu, target, script }) => ({
      mac: mac.toLowerCase(),
      bridge,
      mtu,
      target,
      script,
    })),
  };
}

/** xl joins root and extra. */
function commandLine({ cmdline, root, extra }: VmModel["system"]["boot"]): string | undefined {
  if (cmdline !== undefined) return cmdline;
  if (root === undefined) return extra;
  return extra === undefined ? `root=${root}` : `root=${root} ${extra}`;
}

/** The same, as xl tells it; `xl create -n` leaves out what has its default. */
function seen({ c_info, b_info, disks = [], nics = [] }: XlDomain): object {
  const scheduling = (b_info["sched_params"] ?? {}) as Readonly<Record<string, unknown>>;
  return {
    name: c_info["name"],
    uuid: c_info["uuid"],
    type: c_info["type"],
    vcpus: (b_info["avail_vcpus"] as readonly unknown[]).length,
    maxvcpus: b_info["max_vcpus"],
    memory: b_info["target_memkb"],
    maxmem: b_info["max_memkb"],
    kernel: b_info["kernel"],
    ramdisk: b_info["ramdisk"],
    cmdline: b_info["cmdline"],
    weight: scheduling["weight"],
    cap: scheduling["cap"],
    disks: disks.map((disk) => ({
      vdev: disk["vdev"],
      format: disk["format"],
      path: disk["pdev_path"],
      writable: disk["readwrite"] === 1,
      cdrom: disk["is_cdrom"] === 1,
    })),
    nics: nics.map((nic) => ({
      mac: nic["mac"],
      bridge: nic["bridge"],
      mtu: nic["mtu"],
      target: nic["ifname"],
      script: nic["script"],
    })),
  };
}

/** Where two values differ, with both. */
function difference(wanted: unknown, given: unknown, place: string): readonly string[] {
  if (wanted instanceof Map && given instanceof Map) {
    return difference(Object.fromEntries(wanted), Object.fromEntries(given), place);
  }
  if (typeof wanted !== "object" || wanted === null) {
    return wanted === given ? [] : [`${place}: we say ${wanted}, read as ${given}`];
  }
  if (typeof given !== "object" || given === null) return [`${place}: nothing is read`];
  const keys = new Set([...Object.keys(wanted), ...Object.keys(given)]);
  const at = (value: object, key: string): unknown =>
    (value as Readonly<Record<string, unknown>>)[key];
  return [...keys].flatMap((key) => difference(at(wanted, key), at(given, key), `${place}.${key}`));
}
