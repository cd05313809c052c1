/** Whether a machine that runs is what its description says. */
import type { VmModel } from "../../src/vm/model/model.ts";
import type { BootOutcome } from "./boot-lab.ts";

export interface Finding {
  readonly what: string;
  readonly wanted: unknown;
  readonly seen: unknown;
  readonly holds: boolean;
}

/** What the guest lacks of the memory that it was given, at most: pages that Xen keeps. */
const lostMemory = { pv: 0, pvh: 2, hvm: 24 };

export function compareWithModel(
  model: VmModel,
  outcome: BootOutcome | undefined,
): readonly Finding[] {
  const { name, type } = model.system;
  const guest = outcome?.guest;
  if (outcome === undefined || guest === null || guest === undefined) {
    const seen = `there is no report of it. ${outcome?.messages.join(" ") ?? ""}`;
    return [{ what: "boots", wanted: true, seen, holds: false }];
  }
  const { cpu, memory } = model.hardware;
  const { weight, cap } = model.system.scheduling;
  const seenMemory = guest.memory_kb / 1024;
  const lacking = memory.size - seenMemory;
  return [
    finding("boots and shuts down", true, outcome.ok || outcome.messages.join(" ")),
    finding("type", type, guest.type.toLowerCase()),
    finding("uuid", model.system.uuid.toLowerCase(), guest.uuid),
    finding("vCPUs", cpu.count, guest.vcpus),
    {
      ...finding("memory in MiB", memory.size, seenMemory),
      holds: lacking >= 0 && lacking <= lostMemory[type],
    },
    finding("command line", model.system.boot.cmdline ?? "", guest.cmdline),
    ...listFindings(name, model, outcome.list),
    ...diskFindings(model, guest),
    ...networkFindings(model, guest),
    ...(weight === undefined ? [] : [finding("weight", weight, outcome.scheduling.weight)]),
    ...(cap === undefined ? [] : [finding("cap", cap, outcome.scheduling.cap)]),
  ];
}

type Guest = NonNullable<BootOutcome["guest"]>;

/** The line of `xl list`: name, number, memory, vCPUs, state, time. */
function listFindings(name: string, { hardware }: VmModel, list: string): readonly Finding[] {
  const words = list
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .find(([first]) => first === name);
  return [
    finding("memory in xl list", String(hardware.memory.size), words?.[2]),
    finding("vCPUs in xl list", String(hardware.cpu.count), words?.[3]),
  ];
}

function diskFindings({ storage }: VmModel, { disks }: Guest): readonly Finding[] {
  const wanted = [...(storage.disks ?? [])];
  return [
    finding("disks", wanted.map(([device]) => device).join(" "), Object.keys(disks).join(" ")),
    ...wanted.flatMap(([device, { size = 0, access }]) => [
      finding(`bytes of ${device}`, size * 1024 * 1024, disks[device]?.bytes),
      finding(`${device} is read only`, access === "ro", disks[device]?.readonly),
    ]),
  ];
}

/** Xen numbers interfaces, and so does the guest of the lab. */
function networkFindings({ network }: VmModel, { nics }: Guest): readonly Finding[] {
  const wanted = [...(network.interfaces?.values() ?? [])];
  const seen = Object.values(nics);
  return [
    finding("interfaces", wanted.length, seen.length),
    ...wanted.flatMap(({ mac }, index) => [
      finding(`MAC address ${index}`, mac.toLowerCase(), seen[index]?.mac),
      finding(`interface ${index} reaches the host`, true, seen[index]?.reaches_dom0),
    ]),
  ];
}

function finding(what: string, wanted: unknown, seen: unknown): Finding {
  return { what, wanted, seen, holds: wanted === seen };
}
