/**
 * Any machine is either refused with diagnostics or becomes a configuration. Parts of machines that are not refused are
 * accepted by the real xl, which ignores nothing of them.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { xenBackend } from "../../../src/spawn/xen/spawn-xen.ts";
import { checkModel } from "../../../src/vm/model/check-model.ts";
import { hardware } from "../../../src/vm/model/hardware.ts";
import type { VmModel } from "../../../src/vm/model/model.ts";
import { network } from "../../../src/vm/model/network.ts";
import { storage } from "../../../src/vm/model/storage.ts";
import { system } from "../../../src/vm/model/system.ts";
import { createReporter } from "../../../src/vm/reporter.ts";
import { locatePath } from "../../road/place-source.ts";
import { describeWith, runTool, xlDryRun } from "../../support/tool.ts";
import { valueOf } from "../vm/shape-arbitrary.ts";

const seed = 20260102;

const machine = fc.record({
  profile: fc.constant("vms/any"),
  digest: fc.constant("sha256:00"),
  hardware: valueOf(hardware),
  network: valueOf(network),
  system: valueOf(system),
  storage: valueOf(storage),
  software: fc.constant({}),
}) as fc.Arbitrary<VmModel>;

const guests = ["pv", "pvh", "hvm"] as const;

/** A small machine with one part of a random one. */
const partOfMachine = fc
  .tuple(machine, fc.constantFrom(...guests), fc.nat())
  .map(([vm, guest, choice]) => withPart(vm, guest, choice));

function withPart(vm: VmModel, type: (typeof guests)[number], choice: number): VmModel {
  const boot = type === "hvm" ? {} : { kernel: "/boot/vmlinuz" };
  const { os, lifecycle, name, uuid } = vm.system;
  const small: VmModel = {
    ...vm,
    hardware: { cpu: { count: 2, arch: "x86_64" }, memory: { size: 512 }, devices: {} },
    network: {},
    storage: { directory: "/srv" },
    system: { name, uuid, type, os, boot, lifecycle, scheduling: {} },
  };
  const parts: readonly VmModel[] = [
    ...oneOf(vm.hardware.devices, choice).map((devices) => ({
      ...small,
      hardware: { ...small.hardware, devices },
    })),
    ...oneOf(vm.system.xen ?? {}, choice).map((xen) => ({
      ...small,
      system: { ...small.system, xen },
    })),
    { ...small, network: vm.network },
    { ...small, storage: vm.storage },
    { ...small, system: { ...small.system, ...oneOf(vm.system.features ?? {}, choice)[0] } },
    {
      ...small,
      system: { ...small.system, boot: { ...boot, ...oneOf(vm.system.boot, choice)[0] } },
    },
  ];
  return parts[choice % parts.length] ?? small;
}

/** A record with one of its fields only. */
function oneOf<Fields extends object>(fields: Fields, choice: number): readonly Partial<Fields>[] {
  const entries = Object.entries(fields);
  const entry = entries[choice % Math.max(entries.length, 1)];
  return entry === undefined ? [] : [Object.fromEntries([entry]) as Partial<Fields>];
}

function spawn(vm: VmModel, minor: number): ReturnType<typeof xenBackend.spawn> {
  const options = { xenRelease: `4.${minor}`, locate: locatePath, readSecret: () => "secret" };
  return xenBackend.spawn(vm, options);
}

describe("the xen backend", () => {
  it("refuses a machine or writes its files, whatever the machine", () => {
    fc.assert(
      fc.property(machine, fc.integer({ min: 2, max: 22 }), (vm, minor) => {
        const { files, diagnostics } = spawn(vm, minor);
        const failed = diagnostics.some(({ severity }) => severity === "error");
        expect(files.length === 0).toBe(failed);
      }),
      { seed, numRuns: 100 },
    );
  });

  it("does so for parts of machines, and writes some", () => {
    let written = 0;
    fc.assert(
      fc.property(partOfMachine, fc.integer({ min: 10, max: 22 }), (vm, minor) => {
        written += Number(spawn(vm, minor).files.length > 0);
      }),
      { seed, numRuns: 300 },
    );
    expect(written).toBeGreaterThan(30);
  });
});

let directory = "";
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "vmcs-xen-property-"));
});
afterAll(() => rmSync(directory, { recursive: true }));

describeWith(xlDryRun, "xl", () => {
  it("accepts what is not refused", { timeout: 180_000 }, () => {
    const paths = fc
      .sample(partOfMachine, { seed, numRuns: 200 })
      .filter(isConsistent)
      .map((vm) => spawn(vm, 17).files.find(({ name }) => name.endsWith(".cfg"))?.content)
      .filter((content) => content !== undefined)
      .map((content, index) => {
        const path = join(directory, `${index}.cfg`);
        writeFileSync(path, content);
        return path;
      });
    expect(paths.length).toBeGreaterThan(20);
    const { stdout } = runTool(xlDryRun, paths);
    for (const line of stdout.trim().split("\n")) {
      expect(JSON.parse(line)).toMatchObject({ accepted: true, ignored_keys: [] });
    }
  });
});

function isConsistent(vm: VmModel): boolean {
  const reporter = createReporter(locatePath);
  checkModel(vm, reporter.report);
  return !reporter.failed();
}
