/** A machine that is not what its description says is found out; booting one is `npm run boot`. */
import { expect, it } from "vitest";
import { randomMachine } from "../differential/xl/random-machine.ts";
import type { BootOutcome, GuestReport } from "./boot-lab.ts";
import { compareWithModel } from "./compare-with-model.ts";

const model =
  Array.from({ length: 20 }, (_, seed) => randomMachine(seed, { onlyXen: true })).find(
    ({ network }) => network.interfaces !== undefined,
  ) ?? expect.unreachable("some machine has interfaces");
const { cpu, memory } = model.hardware;
const guest: GuestReport = {
  type: model.system.type.toUpperCase(),
  uuid: model.system.uuid,
  vcpus: cpu.count,
  memory_kb: memory.size * 1024,
  cmdline: model.system.boot.cmdline ?? "",
  disks: Object.fromEntries(
    [...(model.storage.disks ?? [])].map(([device, { size = 0, access }]) => [
      device,
      { bytes: size * 1024 * 1024, readonly: access === "ro" },
    ]),
  ),
  nics: Object.fromEntries(
    [...(model.network.interfaces ?? [])].map(([name, { mac }]) => [
      name,
      { mac: mac.toLowerCase(), reaches_dom0: true },
    ]),
  ),
};
const outcome: BootOutcome = {
  ok: true,
  messages: [],
  guest,
  list: `Name ID Mem VCPUs State Time(s)\n${model.system.name} 1 ${memory.size} ${cpu.count} -b---- 1.0\n`,
  scheduling: model.system.scheduling,
};

function wrong(seen: BootOutcome | undefined): readonly string[] {
  return compareWithModel(model, seen)
    .filter(({ holds }) => !holds)
    .map(({ what }) => what);
}

it("finds nothing wrong with the machine that was asked for", () => {
  expect(wrong(outcome)).toEqual([]);
});

it("finds a machine that does not report", () => {
  expect(wrong(undefined)).toEqual(["boots"]);
  expect(wrong({ ...outcome, guest: null })).toEqual(["boots"]);
});

it("finds what differs", () => {
  expect(wrong({ ...outcome, guest: { ...guest, vcpus: 99 } })).toEqual(["vCPUs"]);
  expect(wrong({ ...outcome, guest: { ...guest, memory_kb: 1 } })).toEqual(["memory in MiB"]);
  expect(wrong({ ...outcome, guest: { ...guest, nics: {} } })).toContain("interfaces");
  expect(wrong({ ...outcome, guest: { ...guest, disks: {} } })).toContain("disks");
  expect(wrong({ ...outcome, list: "" })).toEqual(["memory in xl list", "vCPUs in xl list"]);
  expect(wrong({ ...outcome, ok: false, messages: ["hung"] })).toEqual(["boots and shuts down"]);
});
