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
  { folder: "examples/paper", name: "node", dialect: "pan" },
  { folder: "examples/paper", name: "dvm_cpu2000", dialect: "vmcs" },
];

function build({ folder, name, dialect }: Example): ReturnType<typeof buildDescription> {
  return buildDescription(`${folder}/${name}.pan`, [folder], dialect);
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
      const skeletons = files
        .filter(isSkeleton)
        .map(({ name, content }) => ({ file: name, text: content }));
      const spawned = await spawnFromSkeletons({
        skeletons,
        target: { backends: ["xen"], xenRelease: "4.17", readSecret: noSecrets },
      });
      expect(spawned.diagnostics).toEqual([]);
      expect(spawned.files).toEqual(files.filter((file) => !isSkeleton(file)));
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
      const whole = files.find(({ name }) => name.endsWith(".cfg"));
      const path = join(directory, whole?.name ?? "");
      writeFileSync(path, whole?.content ?? "");
      expect(runTool(xlDryRun, ["--strict", path])).toMatchObject({ status: 0 });
    });
  }
});
