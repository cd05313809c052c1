/** libvirt judges domains: its schemas, and its own parser, which the driver for tests has. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SpawnedFile } from "../../../src/spawn/spawn-result.ts";
import type { VmModel } from "../../../src/vm/model/model.ts";
import { runTool, virsh, xmllint } from "../../support/tool.ts";
import { type SpawnedMachine, spawnMachine } from "./spawn-machine.ts";

const schemas = "/usr/share/libvirt/schemas";

/** Machines that can be expressed, and what is wrong with their files. */
export async function findLibvirtProblems(count: number): Promise<readonly string[]> {
  const machines = await machinesFor("libvirt", count);
  const directory = mkdtempSync(join(tmpdir(), "vmcs-libvirt-"));
  try {
    const files = machines.flatMap(({ files }) => files.map(({ name }) => name));
    for (const file of machines.flatMap(({ files }) => files)) write(directory, file);
    return [
      ...validate("domain.rng", files.filter(isDomain), directory),
      ...validate(
        "storagevol.rng",
        files.filter((name) => !isDomain(name)),
        directory,
      ),
      ...define(machines, directory),
    ];
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** The first machines that a backend takes; it must not refuse most. */
export async function machinesFor(
  backend: string,
  count: number,
): Promise<readonly SpawnedMachine[]> {
  const found: SpawnedMachine[] = [];
  for (let seed = 1; found.length < count && seed <= 10 * count; seed++) {
    const machine = await spawnMachine(seed, backend, { onlyXen: false });
    if (machine.files.length > 0) found.push(machine);
  }
  if (found.length < count) throw new Error(`${backend} takes ${found.length} machines only.`);
  return found;
}

function isDomain(name: string): boolean {
  return name.endsWith(".domain.xml");
}

function write(directory: string, { name, content }: SpawnedFile): void {
  writeFileSync(join(directory, name), content);
}

function validate(schema: string, files: readonly string[], cwd: string): readonly string[] {
  if (files.length === 0) return [];
  const args = ["--nonet", "--noout", "--relaxng", `${schemas}/${schema}`, ...files];
  return runTool(xmllint, args, { cwd })
    .stderr.split("\n")
    .filter((line) => line !== "" && !line.endsWith(" validates"));
}

/** Defines all domains in one process, and asks for what libvirt made of them. */
function define(machines: readonly SpawnedMachine[], cwd: string): readonly string[] {
  const commands = machines.map(({ machine: { system } }) => {
    return `define ${system.name}.domain.xml; dumpxml --inactive ${system.name};`;
  });
  const args = ["-q", "-c", "test:///default", commands.join(" ")];
  const { stdout, stderr } = runTool(virsh, args, { cwd });
  const texts = stdout.split("</domain>").slice(0, -1);
  if (texts.length !== machines.length) return [stderr.trim()];
  return machines.flatMap(({ machine }, index) =>
    wantedFacts(machine)
      .filter((fact) => texts[index]?.includes(fact) !== true)
      .map((fact) => `${machine.system.name}: libvirt did not read ${fact}`),
  );
}

/** What libvirt's own text of the domain must have, as it writes it. */
function wantedFacts({ system, hardware, network, storage }: VmModel): readonly string[] {
  const { cpu, memory } = hardware;
  const current = cpu.max === undefined || cpu.max === cpu.count ? "" : ` current='${cpu.count}'`;
  return [
    `<name>${system.name}</name>`,
    `<uuid>${system.uuid}</uuid>`,
    `<memory unit='KiB'>${(memory.max ?? memory.size) * 1024}</memory>`,
    `<currentMemory unit='KiB'>${memory.size * 1024}</currentMemory>`,
    `${current}>${cpu.max ?? cpu.count}</vcpu>`,
    ...[...(storage.disks?.keys() ?? []), ...(storage.cdroms?.keys() ?? [])].map(
      (device) => `<target dev='${device}'`,
    ),
    ...[...(network.interfaces?.values() ?? [])].map(
      ({ mac }) => `<mac address='${mac.toLowerCase()}'/>`,
    ),
  ];
}
