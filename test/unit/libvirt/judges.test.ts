/** libvirt's own schemas, and its driver for tests, judge what the backend writes. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { importLibvirt } from "../../../src/import/libvirt/import-libvirt.ts";
import { fixturePath } from "../../support/fixtures.ts";
import { filesBelow } from "../../support/repository.ts";
import { describeWith, runTool, type Tool } from "../../support/tool.ts";
import { libvirtSchema, libvirtSchemas, virsh } from "./libvirt-tools.ts";
import { type Json, modelOf, spawn } from "./model-fixture.ts";

let directory = "";
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "vmcs-libvirt-"));
});
afterAll(() => rmSync(directory, { recursive: true }));

const spawned = filesBelow("test/fixtures/libvirt")
  .filter((file) => file.endsWith(".json"))
  .flatMap((file) => {
    const text = readFileSync(fixturePath(`libvirt/${file}`), "utf8");
    const { files } = spawn(modelOf(JSON.parse(text) as Json));
    return files.map(({ name, content }) => ({ of: file, name, content }));
  });

function write(name: string, content: string): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

describeWith(libvirtSchemas, "libvirt's schemas", () => {
  for (const { of, name, content } of spawned) {
    it(`accept ${name} of ${of}`, () => {
      const schema = libvirtSchema(name.endsWith(".domain.xml") ? "domain" : "storagevol");
      const args = ["--nonet", "--noout", "--relaxng", schema, write(name, content)];
      const { status, stderr } = runTool(libvirtSchemas, args);
      expect(stderr).toMatch(/ validates\n$/);
      expect(status).toBe(0);
    });
  }

  it("refuse a domain without memory units that exist", () => {
    const wrong = `<domain type="xen"><name>a</name><memory unit="MeB">1</memory></domain>`;
    const path = write("wrong.xml", wrong);
    const args = ["--nonet", "--noout", "--relaxng", libvirtSchema("domain"), path];
    expect(runTool(libvirtSchemas, args).status).not.toBe(0);
  });
});

describeWith(virsh, "virsh", () => {
  for (const { of, name, content } of spawned.filter((file) => /domain/.test(file.name))) {
    it(`defines ${name} of ${of}, and keeps what it says`, async () => {
      const path = write(name, forTestDriver(content));
      const commands = [`define --validate ${path}`, "dumpxml --security-info web1"];
      const { status, stdout, stderr } = onTestDriver(virsh, ...commands);
      expect(stderr).toBe("");
      expect(status).toBe(0);
      const kept = await importLibvirt(fromTestDriver(stdout, content), { file: "kept" });
      const written = await importLibvirt(withoutDriverPart(content), { file: "written" });
      expect(kept.vm?.roots).toEqual(written.vm?.roots);
    });
  }

  for (const { of, name, content } of spawned.filter((file) => /volume/.test(file.name))) {
    it(`makes the volume ${name} of ${of}`, () => {
      const path = write(name, content);
      const { status, stderr } = onTestDriver(virsh, `vol-create default-pool ${path}`);
      expect(stderr).toBe("");
      expect(status).toBe(0);
    });
  }

  it("refuses a domain that makes no sense", () => {
    const [first] = spawned.filter((file) => /domain/.test(file.name));
    const path = write(
      "wrong.xml",
      forTestDriver(first?.content ?? "").replace(/<uuid>.*<\/uuid>/, "<uuid>1</uuid>"),
    );
    expect(onTestDriver(virsh, `define --validate ${path}`).status).not.toBe(0);
  });
});

/** The driver for tests runs machines of its own kind on an i686. */
function forTestDriver(domain: string): string {
  return domain
    .replace(/<domain type="[a-z]+"/, '<domain type="test"')
    .replace(/<type( arch="[a-z0-9_]+")?( machine="[a-z0-9]+")?>xenpvh</, '<type arch="i686">xen<')
    .replace(/<type( arch="[a-z0-9_]+")?( machine="[a-z0-9]+")?>/, '<type arch="i686">');
}

function onTestDriver(tool: Tool, ...commands: readonly string[]): ReturnType<typeof runTool> {
  return runTool(tool, ["-q", "-c", "test:///default", commands.join("; ")]);
}

/** What the driver for tests was told otherwise is told back, and what it adds is taken away. */
function fromTestDriver(dumped: string, domain: string): string {
  const type = /<domain type="[a-z]+"/.exec(domain)?.[0] ?? "";
  const os = /<type .*<\/type>/.exec(domain)?.[0] ?? "";
  const told = dumped.replace(/<domain type='test'/, type).replace(/<type .*<\/type>/, os);
  const named = told.replace(/ *<target dev='testnet[0-9]+'\/>\n/g, "");
  const seen = domain.includes("<video>") ? named : named.replace(/ *<video>.*<\/video>\n/s, "");
  return domain.includes("<boot ") ? seen : seen.replace(/ *<boot dev='hd'\/>\n/, "");
}

/** Only the driver for Xen reads this. */
function withoutDriverPart(domain: string): string {
  return domain.replace(/ *<xen:commandline.*<\/xen:commandline>\n/s, "");
}

it("has fixtures to judge", () => {
  expect(spawned.length).toBeGreaterThan(8);
  expect(existsSync(directory)).toBe(true);
});
