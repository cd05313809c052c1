/** Programs that are not ours judge all that the fixtures of the road build: xmllint, and the real xl. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compareReleases, parseRelease } from "../../src/spawn/xen/release.ts";
import type { VmModel } from "../../src/vm/model/model.ts";
import { sourcePath } from "../../src/vm/model/storage.ts";
import { skeletonKinds } from "../../src/vm/skeleton/kinds.ts";
import { skeletonsFromTree } from "../../src/vm/skeleton/skeletons-from-tree.ts";
import { fixturePath } from "../support/fixtures.ts";
import { readJsonTree } from "../support/read-json-tree.ts";
import { filesBelow, repositoryPath } from "../support/repository.ts";
import { describeWith, runTool, xlDryRun, xmllint } from "../support/tool.ts";
import { buildFixture, type RoadFixture, readRoadFixture } from "./build-fixture.ts";
import { locatePath } from "./place-source.ts";

let directory = "";
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "vmcs-judges-"));
});
afterAll(() => rmSync(directory, { recursive: true }));

describeWith(xmllint, "xmllint", () => {
  for (const file of filesBelow("test/fixtures/skeleton").filter((name) =>
    name.endsWith(".json"),
  )) {
    const { machines } = skeletonsFromTree(readTree(file), {
      profile: "vms/any",
      digest: "sha256:00",
      locate: locatePath,
    });
    const skeletons = machines.flatMap((machine) => machine.skeletons);
    if (skeletons.length === 0) continue;
    it(`accepts the skeletons of ${file}`, () => {
      for (const { kind, name, content } of skeletons) {
        writeFileSync(join(directory, name), content);
        const schema = repositoryPath(`schemas/${kind}.xsd`);
        const args = ["--nonet", "--noout", "--schema", schema, join(directory, name)];
        expect(runTool(xmllint, args)).toMatchObject({ status: 0 });
      }
    });
  }

  it("refuses what the schemas do not have", () => {
    for (const kind of skeletonKinds) {
      const path = join(directory, `wrong.${kind}.xml`);
      writeFileSync(path, `<${kind} xmlns="urn:vmcs:skeleton:${kind}:1"/>`);
      const args = ["--nonet", "--noout", "--schema", repositoryPath(`schemas/${kind}.xsd`), path];
      expect(runTool(xmllint, args).status).not.toBe(0);
    }
  });
});

describeWith(xlDryRun, "xl", () => {
  for (const fixture of judgedByXl()) {
    it(`accepts ${fixture.name} and reads what it says`, () => {
      const { files } = buildFixture(fixture);
      const whole = files.find(({ name }) => name.endsWith(".cfg"));
      const path = join(directory, whole?.name ?? "");
      writeFileSync(path, whole?.content ?? "");
      const { status, stdout } = runTool(xlDryRun, ["--strict", path]);
      const verdict: unknown = JSON.parse(stdout);
      expect(verdict).toMatchObject({ accepted: true, messages: [], ignored_keys: [] });
      expect(status).toBe(0);
      expect(verdict).toMatchObject({ domain: domainOf(modelOf(fixture)) });
    });
  }

  it("refuses what it does not know", () => {
    const path = join(directory, "wrong.cfg");
    writeFileSync(path, 'name = "wrong"\ntype = "hvm"\nmemmory = 512\n');
    expect(runTool(xlDryRun, ["--strict", path]).status).toBe(1);
  });
});

/** The fixtures that become configurations which the xl of 4.17 understands. */
function judgedByXl(): readonly RoadFixture[] {
  const judge = { major: 4, minor: 17 };
  return filesBelow("test/fixtures/road")
    .filter((file) => file.endsWith(".txtar") && !file.startsWith("error-"))
    .map(readRoadFixture)
    .filter(({ release }) => compareReleases(parseRelease(release) ?? judge, judge) <= 0);
}

function readTree(file: string): ReturnType<typeof readJsonTree> {
  return readJsonTree(readFileSync(fixturePath(`skeleton/${file}`), "utf8"));
}

function modelOf({ name, root }: RoadFixture): VmModel {
  const { machines } = skeletonsFromTree(root, {
    profile: name,
    digest: "sha256:00",
    locate: locatePath,
  });
  return machines[0]?.model ?? expect.unreachable("the fixture has no errors");
}

/** What xl must have understood. */
function domainOf({ system, hardware, network, storage }: VmModel): object {
  const { cpu, memory } = hardware;
  const { name, uuid, type, boot } = system;
  const interfaces = [...(network.interfaces?.values() ?? [])];
  const disks = [...(storage.disks ?? [])].map(([vdev, disk]) => ({
    vdev,
    format: disk.format,
    pdev_path: sourcePath(disk.source),
    ...(disk.access === "rw" ? { readwrite: 1 } : {}),
  }));
  const cdroms = [...(storage.cdroms ?? [])].map(([vdev, { source }]) => ({
    vdev,
    is_cdrom: 1,
    ...(source === undefined ? { format: "empty" } : { pdev_path: sourcePath(source) }),
  }));
  return {
    c_info: { name, uuid, type },
    b_info: {
      max_vcpus: cpu.max ?? cpu.count,
      avail_vcpus: Array.from({ length: cpu.count }, (_, index) => index),
      target_memkb: memory.size * 1024,
      max_memkb: (memory.max ?? memory.size) * 1024,
      ...(boot.kernel === undefined ? {} : { kernel: boot.kernel }),
      ...(boot.cmdline === undefined ? {} : { cmdline: boot.cmdline }),
      ...(boot.bootloader_args === undefined ? {} : { bootloader_args: boot.bootloader_args }),
    },
    ...(interfaces.length === 0 ? {} : { nics: interfaces.map(({ mac }) => ({ mac })) }),
    ...(disks.length + cdroms.length === 0 ? {} : { disks: [...disks, ...cdroms] }),
  };
}
