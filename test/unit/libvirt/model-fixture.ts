/** Machines for the tests of the libvirt backend: JSON that says what differs from a plain one. */
import { expect } from "vitest";
import type { SpawnOptions } from "../../../src/spawn/backend.ts";
import { libvirtBackend } from "../../../src/spawn/libvirt/spawn-libvirt.ts";
import type { SpawnResult } from "../../../src/spawn/spawn-result.ts";
import { hardware } from "../../../src/vm/model/hardware.ts";
import type { VmModel } from "../../../src/vm/model/model.ts";
import { network } from "../../../src/vm/model/network.ts";
import { software } from "../../../src/vm/model/software.ts";
import { storage } from "../../../src/vm/model/storage.ts";
import { system } from "../../../src/vm/model/system.ts";
import { createReporter } from "../../../src/vm/reporter.ts";
import { readTree } from "../../../src/vm/shape/read-tree.ts";
import { locatePath } from "../../road/place-source.ts";
import { readJsonTree } from "../../support/read-json-tree.ts";

export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** An emulated PC on Xen with nothing in it. */
const plainMachine: Json = {
  hardware: { cpu: { count: 2, arch: "x86_64" }, memory: { size: 1024 }, devices: {} },
  network: {},
  system: {
    name: "web1",
    uuid: "6d7f2a5c-54f1-4c7c-9e0a-0d5e1c0a7a01",
    type: "hvm",
    os: { family: "linux" },
    boot: {},
    lifecycle: { on_poweroff: "destroy", on_reboot: "restart", on_crash: "destroy" },
    scheduling: {},
  },
  storage: { directory: "/var/lib/libvirt/images" },
  software: {},
};

/** The model of a machine that differs from the plain one. */
export function modelOf(difference: Json): VmModel {
  const tree = readJsonTree(JSON.stringify(merge(plainMachine, difference)));
  const { report, diagnostics } = createReporter(locatePath);
  const ctx = { report, derive: () => expect.unreachable("everything is given") };
  const model = {
    profile: "vms/web--1",
    digest: "sha256:0123abcd",
    hardware: readTree(ctx, hardware, tree.get("hardware"), ["hardware"]),
    network: readTree(ctx, network, tree.get("network"), ["network"]),
    system: readTree(ctx, system, tree.get("system"), ["system"]),
    storage: readTree(ctx, storage, tree.get("storage"), ["storage"]),
    software: readTree(ctx, software, tree.get("software"), ["software"]),
  };
  expect(diagnostics).toEqual([]);
  return model;
}

const options: SpawnOptions = {
  xenRelease: "4.17",
  locate: locatePath,
  readSecret: (reference) => (reference === "env:NOTHING" ? undefined : 'a <b> & "c" &amp;'),
};

export function spawn(vm: VmModel): SpawnResult {
  return libvirtBackend.spawn(vm, options);
}

function merge(base: Json, difference: Json): Json {
  if (!isObject(base) || !isObject(difference)) return difference;
  const merged: Record<string, Json> = { ...base };
  for (const [key, value] of Object.entries(difference)) {
    const below = merged[key];
    merged[key] = below === undefined ? value : merge(below, value);
  }
  return merged;
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && !Array.isArray(value);
}
