/** A machine, its domain, the description of that, and its domain again: nothing that libvirt knows is lost. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeDescription } from "../../../src/import/description.ts";
import { importLibvirt } from "../../../src/import/libvirt/import-libvirt.ts";
import type { VmModel } from "../../../src/vm/model/model.ts";
import { runs } from "../../support/runs.ts";
import { describeWith, runTool } from "../../support/tool.ts";
import { expressibleModel } from "./expressible-model.ts";
import { libvirtSchema, libvirtSchemas } from "./libvirt-tools.ts";
import { modelOf, spawn } from "./model-fixture.ts";

const settings = { seed: 20260101, numRuns: runs(25, 60) };

describe("a domain", () => {
  it("says again what it said, when it was imported", async () => {
    await fc.assert(
      fc.asyncProperty(expressibleModel, async (vm) => {
        const first = domainOf(vm);
        const { vm: imported, diagnostics } = await importLibvirt(first, { file: "domain.xml" });
        expect(diagnostics.filter(({ code }) => code !== "libvirt-import-password")).toEqual([]);
        if (imported === undefined) expect.unreachable("a domain can be read");
        expect(writeDescription(imported)).toContain("object template ");
        const { profile, digest, software } = vm;
        const plain = modelOf({});
        const again = merged(plain, { ...imported.roots, profile, digest, software });
        expect(comparable(domainOf(again as VmModel))).toEqual(comparable(first));
      }),
      settings,
    );
  });
});

let directory = "";
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "vmcs-libvirt-"));
});
afterAll(() => rmSync(directory, { recursive: true }));

describeWith(libvirtSchemas, "libvirt's schemas", () => {
  it("accept every domain and every volume", () => {
    const files = fc.sample(expressibleModel, settings).flatMap((vm) => spawn(vm).files);
    for (const kind of ["domain", "volume"] as const) {
      const paths = files
        .filter(({ name }) => name.endsWith(`.${kind}.xml`))
        .map(({ content }, index) => {
          const path = join(directory, `${index}.${kind}.xml`);
          writeFileSync(path, content);
          return path;
        });
      const schema = libvirtSchema(kind === "domain" ? "domain" : "storagevol");
      const args = ["--nonet", "--noout", "--relaxng", schema, ...paths];
      const { status, stderr } = runTool(libvirtSchemas, args);
      const complaints = stderr.split("\n").filter((line) => !line.endsWith(" validates"));
      expect(complaints).toEqual([""]);
      expect([kind, status]).toEqual([kind, 0]);
      expect(paths.length).toBeGreaterThan(3);
    }
  });
});

function domainOf(vm: VmModel): string {
  const { files, diagnostics } = spawn(vm);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return files[0]?.content ?? "";
}

/** Where the guest sees a device of the host is libvirt's own choice, so it is not taken over. */
function comparable(domain: string): readonly string[] {
  return domain.split("\n").filter((line) => !/^ {6}<address type="(pci|usb)"|^<!-- /.test(line));
}

function merged(base: unknown, difference: unknown): unknown {
  if (difference === undefined) return base;
  if (!isRecord(base) || !isRecord(difference)) return difference;
  const all: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(difference)) all[key] = merged(all[key], value);
  return all;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  const isObject = typeof value === "object" && value !== null;
  return isObject && !Array.isArray(value) && !(value instanceof Map);
}
