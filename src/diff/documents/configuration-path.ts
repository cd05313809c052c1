/**
 * Where in the configuration a value of an emitted file comes from: skeletons mirror it, and the settings of xl that
 * can change while a domain runs have a row each.
 */

import { lookUp } from "../../base/lookup.ts";
import type { Step } from "../change.ts";
import { isProfile, skeletonOf } from "./document.ts";

/** Undefined where there is no telling. */
export function configurationSteps(
  kind: string,
  steps: readonly Step[],
): readonly Step[] | undefined {
  if (isProfile(kind)) return steps;
  const skeleton = skeletonOf(kind);
  if (skeleton !== undefined) return skeletonSteps(skeleton, steps);
  return kind.endsWith(".cfg") ? cfgSteps(steps) : undefined;
}

function skeletonSteps(skeleton: string, steps: readonly Step[]): readonly Step[] {
  const plain = steps.map(withoutElement);
  return skeleton === "system" && plain[0] === "hardware" ? plain : [skeleton, ...plain];
}

/** `interface[name=eth0]` is `eth0`, and the third of some elements is at index 2. */
function withoutElement(step: Step): Step {
  if (typeof step !== "string") return step;
  const [, value] = /^[\w-]+\[(?:name|key|device|id)=(.*)\]$/.exec(step) ?? [];
  if (value !== undefined) return value;
  const [, count] = /^[\w-]+\[(\d+)\]$/.exec(step) ?? [];
  return count === undefined ? step : Number(count) - 1;
}

const settings: Readonly<Record<string, string>> = {
  name: "system/name",
  uuid: "system/uuid",
  type: "system/type",
  memory: "hardware/memory/size",
  maxmem: "hardware/memory/max",
  vcpus: "hardware/cpu/count",
  maxvcpus: "hardware/cpu/max",
  cpu_weight: "system/scheduling/weight",
  cap: "system/scheduling/cap",
  pool: "system/scheduling/pool",
  cpus: "system/scheduling/hard_affinity",
  cpus_soft: "system/scheduling/soft_affinity",
  kernel: "system/boot/kernel",
  ramdisk: "system/boot/ramdisk",
  cmdline: "system/boot/cmdline",
  disk: "storage/disks",
  vif: "network/interfaces",
  pci: "hardware/devices/pci",
  usbdev: "hardware/devices/usb/host_devices",
  usbctrl: "hardware/devices/usb/controllers",
  vtpm: "hardware/devices/tpm",
};

function cfgSteps([key, ...rest]: readonly Step[]): readonly Step[] | undefined {
  const path = typeof key === "string" ? lookUp(settings, key) : undefined;
  if (path === undefined) return undefined;
  return [
    ...path.split("/"),
    ...rest.map((step) => (typeof step === "object" ? String(step.value) : step)),
  ];
}
