/** Machines whose network and software are random, as far as a model can be. */
import fc from "fast-check";
import type { VmModel } from "../../../src/vm/model/model.ts";
import { network } from "../../../src/vm/model/network.ts";
import { software } from "../../../src/vm/model/software.ts";
import { hostname } from "../../../src/vm/shape/pattern.ts";
import { text } from "../../../src/vm/shape/shape.ts";
import { valueOf } from "../vm/shape-arbitrary.ts";

export const plainMachine: VmModel = {
  profile: "vms/any",
  digest: "sha256:0123abcd",
  hardware: { cpu: { count: 1, arch: "x86_64" }, memory: { size: 512 }, devices: {} },
  network: {},
  system: {
    name: "any",
    uuid: "6d7f2a5c-54f1-4c7c-9e0a-0d5e1c0a7a01",
    type: "pv",
    os: { family: "linux" },
    boot: {},
    lifecycle: { on_poweroff: "destroy", on_reboot: "restart", on_crash: "destroy" },
    scheduling: {},
  },
  storage: {
    directory: "/srv",
    cdroms: new Map([["xvdz", { source: { file: "/srv/any-seed.iso" } }]]),
    disks: new Map([
      ["xvda", { format: "raw", access: "rw", source: { file: "/srv/a.img" }, size: 512 }],
    ]),
    filesystems: new Map([
      ["data", { device: "xvda2", mount: "/srv/the data", type: "ext4", options: ["noatime"] }],
      ["root", { device: "xvda1", mount: "/", type: "ext4" }],
      ["swap", { device: "xvda3", type: "swap" }],
    ]),
  },
  software: {},
};

export const anyMachine: fc.Arbitrary<VmModel> = fc
  .tuple(valueOf(software), valueOf(network), valueOf(text(hostname)), fc.boolean())
  .map(([anySoftware, anyNetwork, name, hasName]) => ({
    ...plainMachine,
    software: anySoftware as VmModel["software"],
    network: anyNetwork as VmModel["network"],
    system: { ...plainMachine.system, ...(hasName ? { hostname: name as string } : {}) },
  }));
