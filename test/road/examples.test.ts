/** The examples build, and become what their goldens show; the real xl takes them. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Dialect } from "../../src/pan/syntax/dialect.ts";
import { spawnFromSkeletons } from "../../src/pipeline/build.ts";
import { noSecrets } from "../../src/spawn/backend.ts";
import { expectGolden } from "../support/fixtures.ts";
import { repositoryPath } from "../support/repository.ts";
import { describeWith, runTool, xlDryRun } from "../support/tool.ts";
import { printArchive } from "../support/txtar.ts";
import { buildDescription } from "./compile-description.ts";
import { diagnosticText } from "./place-source.ts";

interface Example {
  readonly folder: string;
  readonly name: string;
  readonly dialect: Dialect;
}

const examples: readonly Example[] = [
  { folder: "examples/web-server", name: "web-server", dialect: "pan" },
  { folder: "examples/compute-nodes", name: "compute-nodes", dialect: "pan" },
  { folder: "examples/windows", name: "windows", dialect: "pan" },
  { folder: "examples/container", name: "container", dialect: "pan" },
  { folder: "examples/debian-guest", name: "debian-guest", dialect: "pan" },
  { folder: "examples/xen-lab", name: "pv", dialect: "pan" },
  { folder: "examples/xen-lab", name: "pvh", dialect: "pan" },
  { folder: "examples/paper", name: "node", dialect: "pan" },
  { folder: "examples/paper", name: "dvm_cpu2000", dialect: "vmcs" },
];

function build({ folder, name, dialect }: Example): ReturnType<typeof buildDescription> {
  return buildDescription(`${folder}/${name}.pan`, [folder], dialect);
}

/** The machine that a file is of: `node-1` for `node-1.storage.xml`. */
function machineOf({ name }: { readonly name: string }): string {
  return name.split(".", 1)[0] ?? "";
}

function machinesIn(files: readonly { readonly name: string }[]): readonly string[] {
  return [...new Set(files.map(machineOf))];
}

describe("examples", () => {
  for (const example of examples) {
    it(`${example.name} builds`, async () => {
      const { files, diagnostics, text } = build(example);
      const comment = diagnosticText(diagnostics, text, repositoryPath(""));
      const archive = {
        comment,
        files: new Map(files.map(({ name, content }) => [name, content])),
      };
      await expectGolden(`road/example/${example.name}.files.txt`, printArchive(archive));
    });

    it(`${example.name} spawns the same from its skeletons`, async () => {
      const { files } = build(example);
      const isSkeleton = ({ name }: { readonly name: string }): boolean => name.endsWith(".xml");
      const spawned = [];
      for (const vm of machinesIn(files)) {
        const skeletons = files
          .filter((file) => isSkeleton(file) && machineOf(file) === vm)
          .map(({ name, content }) => ({ file: name, text: content }));
        const target = { backends: ["xen"], xenRelease: "4.17", readSecret: noSecrets };
        const result = await spawnFromSkeletons({ skeletons, target });
        expect(result.diagnostics).toEqual([]);
        spawned.push(...result.files);
      }
      expect(spawned).toEqual(files.filter((file) => !isSkeleton(file)));
    });
  }
});

describeWith(xlDryRun, "xl", () => {
  let directory = "";
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), "vmcs-examples-"));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  for (const example of examples) {
    it(`accepts ${example.name}`, () => {
      const { files } = build(example);
      const paths = files
        .filter(({ name }) => name.endsWith(".cfg"))
        .map(({ name, content }) => {
          writeFileSync(join(directory, name), content);
          return join(directory, name);
        });
      expect(paths).not.toEqual([]);
      expect(runTool(xlDryRun, ["--strict", ...paths])).toMatchObject({ status: 0 });
    });
  }
});
