/** What the machine is made of: `/hardware` of the description. */

import * as pattern from "../shape/pattern.ts";
import {
  boolean,
  choice,
  type Infer,
  integer,
  list,
  map,
  optional,
  record,
  required,
  text,
} from "../shape/shape.ts";
import { devices } from "./devices.ts";

export const arch = choice("x86_64", "i686", "aarch64", "armv7l");

const numaNode = record({
  host_node: required(integer(0, 1023), "NUMA node of the host that the memory comes from"),
  memory: required(integer(1, 16_777_216, "MiB"), "memory of the node"),
  cpus: required(text(pattern.cpuList), "virtual CPUs of the node"),
  distances: required(
    list("distance", integer(10, 255)),
    "distance to each node in turn; 10 is the node itself",
  ),
});

const cpu = record({
  count: required(integer(1, 4096), "virtual CPUs when the machine starts"),
  max: optional(integer(1, 4096), "virtual CPUs that it can be given while it runs"),
  arch: required(arch, "architecture of the CPUs"),
  features: optional(
    map("feature", "name", pattern.cpuFeature, text(pattern.cpuFeatureValue)),
    "CPU features that differ from the host's, by name",
  ),
  leaves: optional(
    list("leaf", text(pattern.cpuidLeaf)),
    "CPUID leaves that differ from the host's, bit by bit; excludes features",
  ),
  nested: optional(boolean, "whether the guest can run virtual machines itself"),
  numa: optional(list("node", numaNode), "NUMA nodes that the guest sees, node 0 first"),
});

const memory = record({
  size: required(integer(1, 16_777_216, "MiB"), "memory when the machine starts"),
  max: optional(integer(1, 16_777_216, "MiB"), "memory that it can be given while it runs"),
});

export const hardware = record({
  cpu: required(cpu, "virtual CPUs"),
  memory: required(memory, "memory"),
  devices: required(devices, "devices other than disks and network interfaces"),
});

export type Hardware = Infer<typeof hardware>;
export type NumaNode = Infer<typeof numaNode>;
