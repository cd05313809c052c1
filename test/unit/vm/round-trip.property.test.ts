/** A tree, the model, the skeletons and back: nothing is lost, and the schema accepts all that is written. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { hardware } from "../../../src/vm/model/hardware.ts";
import type { VmModel } from "../../../src/vm/model/model.ts";
import { network } from "../../../src/vm/model/network.ts";
import { software } from "../../../src/vm/model/software.ts";
import { storage } from "../../../src/vm/model/storage.ts";
import { system } from "../../../src/vm/model/system.ts";
import { createReporter } from "../../../src/vm/reporter.ts";
import { readTree } from "../../../src/vm/shape/read-tree.ts";
import { readXml, type XmlElement } from "../../../src/vm/shape/read-xml.ts";
import {
  type SkeletonKind,
  skeletonKinds,
  skeletonShapes,
} from "../../../src/vm/skeleton/kinds.ts";
import { skeletonSchema } from "../../../src/vm/skeleton/schema.ts";
import { writeSkeletons } from "../../../src/vm/skeleton/write-skeletons.ts";
import { loadXmlReader, type XmlReader } from "../../../src/vm/skeleton/xml-document.ts";
import { locatePath } from "../../road/place-source.ts";
import { repositoryPath } from "../../support/repository.ts";
import { runs } from "../../support/runs.ts";
import { describeWith, runTool, xmllint } from "../../support/tool.ts";
import { treeOf, valueOf } from "./shape-arbitrary.ts";

const settings = { seed: 20260101, numRuns: runs(25, 60) };
const shapes = { hardware, network, system, storage, software };

const modelArbitrary: fc.Arbitrary<VmModel> = fc.record({
  profile: fc.constant("vms/any"),
  digest: fc.constant("sha256:00"),
  hardware: valueOf(hardware),
  network: valueOf(network),
  system: valueOf(system),
  storage: valueOf(storage),
  software: valueOf(software),
}) as fc.Arbitrary<VmModel>;

let reader: XmlReader;
beforeAll(async () => {
  reader = await loadXmlReader();
});

describe("a tree", () => {
  for (const [name, shape] of Object.entries(shapes)) {
    it(`is read as the ${name} that it says`, () => {
      fc.assert(
        fc.property(valueOf(shape), (value) => {
          const { report, diagnostics } = createReporter(locatePath);
          const ctx = { report, derive: () => expect.unreachable("everything is given") };
          expect(readTree(ctx, shape, treeOf(value), [name])).toEqual(value);
          expect(diagnostics).toEqual([]);
        }),
        settings,
      );
    });
  }
});

describe("skeletons", () => {
  it("say what the model says, and their schemas accept them", () => {
    fc.assert(
      fc.property(modelArbitrary, (vm) => {
        const documents = writeSkeletons(vm);
        const contents = new Map(documents.map(({ kind, content }) => [kind, read(kind, content)]));
        const { hardware: machine, ...rest } = contents.get("system") as Pick<
          VmModel,
          "system" | "hardware"
        >;
        const { profile, digest } = vm;
        const again = { profile, digest, hardware: machine, system: rest } as unknown as VmModel;
        const whole = { ...again, ...withoutSystem(contents) };
        expect(whole).toEqual(vm);
        expect(writeSkeletons(whole)).toEqual(documents);
      }),
      settings,
    );
  });
});

describeWith(xmllint, "xmllint", () => {
  it("accepts them by the schemas that the repository has", () => {
    const directory = mkdtempSync(join(tmpdir(), "vmcs-round-trip-"));
    try {
      const models = fc.sample(modelArbitrary, settings);
      const documents = models.map(writeSkeletons);
      for (const [index, ofModel] of documents.entries()) {
        for (const { kind, content } of ofModel)
          writeFileSync(join(directory, `${index}.${kind}.xml`), content);
      }
      for (const kind of skeletonKinds) {
        const files = models.map((_, index) => `${index}.${kind}.xml`);
        const args = ["--nonet", "--noout", "--schema", repositoryPath(`schemas/${kind}.xsd`)];
        const { status, stderr } = runTool(xmllint, [...args, ...files], { cwd: directory });
        expect(
          stderr.split("\n").filter((line) => line !== "" && !line.endsWith("validates")),
        ).toEqual([]);
        expect(status).toBe(0);
      }
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});

function read(kind: SkeletonKind, content: string): unknown {
  const { root, problems } = reader.read(content, () => skeletonSchema(kind));
  expect(problems).toEqual([]);
  return readXml(skeletonShapes[kind], root as XmlElement, [], () => {});
}

function withoutSystem(contents: ReadonlyMap<SkeletonKind, unknown>): Partial<VmModel> {
  const others = skeletonKinds.filter((kind) => kind !== "system");
  return Object.fromEntries(others.map((kind) => [kind, contents.get(kind)]));
}
