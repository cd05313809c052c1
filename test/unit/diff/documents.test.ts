import { describe, expect, it } from "vitest";
import { compareFiles, type EmittedFile } from "../../../src/diff/compare-files.ts";
import { configurationSteps } from "../../../src/diff/documents/configuration-path.ts";
import { documentName, documentTree } from "../../../src/diff/documents/document.ts";
import { stepsText } from "../../../src/diff/step-text.ts";
import { loadXmlReader } from "../../../src/vm/skeleton/xml-document.ts";

const xml = await loadXmlReader();
const readXml = (text: string) => xml.read(text, () => undefined).root;

function file(path: string, content: string): EmittedFile {
  return { path, label: path, text: () => content };
}

/** `document path: old → new` of each change between two contents of one file. */
function changes(path: string, before: string, after: string): readonly string[] {
  const { machines, diagnostics } = compareFiles({
    before: [file(path, before)],
    after: [file(path, after)],
    readXml,
    effects: new Map(),
  });
  const found = machines.flatMap((machine) =>
    machine.changes.map(({ steps, before: old, after: current, isSecret }) => {
      const values = [old, current].map((side) =>
        isSecret ? "?" : String(side?.leaf.value ?? "-"),
      );
      return `${stepsText(steps)}: ${values.join(" → ")}`;
    }),
  );
  return [...found, ...diagnostics.map(({ message }) => message)];
}

describe("settings of xl", () => {
  it("may have names that every object has", () => {
    expect(configurationSteps(".cfg", ["constructor"])).toBeUndefined();
    expect(configurationSteps(".cfg", ["memory"])).toEqual(["hardware", "memory", "size"]);
  });

  it("are compared with all that was added to a list", () => {
    const before = "vif = [ 'mac=a,bridge=x' ]\nvif += [ 'mac=b,bridge=y' ]\n";
    const after = "vif = [ 'mac=a,bridge=x', 'mac=b,bridge=z' ]\n";
    expect(changes("web.cfg", before, after)).toEqual(["/vif[mac=b]/bridge: y → z"]);
  });
});

describe("the name of a file", () => {
  it.each([
    ["web.cfg", "web", ".cfg"],
    ["sites/web.example.org.json.gz", "sites/web.example.org", ".json.gz"],
    ["web.network.xml", "web", ".network.xml"],
    ["web.network.xl", "web", ".network.xl"],
    ["web-xvda.volume.xml", "web", "-xvda.volume.xml"],
    ["web.image.json", "web", ".image.json"],
    ["web.image.sh", "web", ".image.sh"],
    ["web.domain.xml", "web", ".domain.xml"],
    ["web.seed/user-data", "web", ".seed/user-data"],
  ])("%s tells the machine and the kind", (path, machine, kind) => {
    expect(documentName(path)).toEqual({ machine, kind });
  });

  it("that no command gives is of no kind", () => {
    expect(documentName("README.md")).toBeUndefined();
    expect(documentName(".cfg")).toBeUndefined();
  });
});

describe("a configuration of xl", () => {
  it("is compared setting by setting, devices by what identifies them", () => {
    const before =
      'memory = 512\nvif = [ "mac=00:16:3e:00:00:01,bridge=a" ]\ncmdline = "root=/dev/xvda ro"\n';
    const after =
      'memory = 1024\nvif = [ "mac=00:16:3e:00:00:02,bridge=b", "mac=00:16:3e:00:00:01,bridge=c" ]\ncmdline = "root=/dev/xvda rw"\n';
    expect(changes("web.cfg", before, after)).toEqual([
      "/cmdline: root=/dev/xvda ro → root=/dev/xvda rw",
      "/memory: 512 → 1024",
      "/vif[mac=00:16:3e:00:00:01]/bridge: a → c",
      "/vif[mac=00:16:3e:00:00:02]/bridge: - → b",
      "/vif[mac=00:16:3e:00:00:02]/mac: - → 00:16:3e:00:00:02",
    ]);
  });

  it("shows no password", () => {
    expect(changes("web.cfg", 'vncpasswd = "old"\n', 'vncpasswd = "new"\n')).toEqual([
      "/vncpasswd: ? → ?",
    ]);
    expect(
      changes("web.cfg", 'vfb = [ "vnc=1,vncpasswd=old" ]\n', 'vfb = [ "vnc=1,vncpasswd=new" ]\n'),
    ).toEqual(["/vfb/0/vncpasswd: ? → ?"]);
  });

  it("may differ in comments", () => {
    expect(changes("web.cfg", "# old\nmemory = 512\n", "# new\nmemory = 512\n")).toEqual([]);
  });
});

describe("XML", () => {
  it("of a profile is its configuration, with types", () => {
    const profile = (value: string): string =>
      `<nlist format="pan" name="profile"><nlist name="a">${value}</nlist></nlist>`;
    expect(
      changes(
        "web.xml",
        profile('<long name="b">1</long>'),
        profile('<string name="b">1</string>'),
      ),
    ).toEqual(["/a/b: 1 → 1"]);
  });

  it("of anything else is compared by elements and attributes", () => {
    const domain = (devices: string): string => `<domain><devices>${devices}</devices></domain>`;
    const disk = (name: string, source: string): string =>
      `<disk><target dev="${name}"/><source file="${source}"/></disk>`;
    expect(
      changes(
        "web.domain.xml",
        domain(disk("vda", "/a")),
        domain(disk("vdb", "/b") + disk("vda", "/c")),
      ),
    ).toEqual([
      "/devices/disk[dev=vda]/source/@file: /a → /c",
      "/devices/disk[dev=vdb]/source/@file: - → /b",
      "/devices/disk[dev=vdb]/target/@dev: - → vdb",
    ]);
  });

  it("may say that it is made of another source", () => {
    const skeleton = (digest: string): string =>
      `<network xmlns="urn:vmcs:skeleton:network:1" vm="web" digest="sha256:${digest}"/>`;
    expect(changes("web.network.xml", skeleton("0a"), skeleton("0b"))).toEqual([]);
  });

  it("and JSON that cannot be read are reported", () => {
    expect(changes("web.domain.xml", "<domain/>", "<domain>")).toHaveLength(1);
    expect(changes("web.json", "{}", "{")).toHaveLength(1);
    expect(documentTree(".json", "[]", readXml)).toBeUndefined();
  });
});

describe("other text", () => {
  it("is compared as a whole, and not shown", () => {
    const [change, ...more] = changes("web.seed/user-data", "password: a\n", "password: b\nx\n");
    expect(more).toEqual([]);
    expect(change).toMatch(/^\/content: 1 lines, sha1 [0-9a-f]{10} → 2 lines, sha1 [0-9a-f]{10}$/);
  });
});

describe("where in the configuration a value is", () => {
  it.each([
    [".json", ["a", "b"], "/a/b"],
    [".system.xml", ["name"], "/system/name"],
    [".system.xml", ["hardware", "memory", "size"], "/hardware/memory/size"],
    [".network.xml", ["interfaces", "interface[name=eth0]", "mac"], "/network/interfaces/eth0/mac"],
    [".cfg", ["maxmem"], "/hardware/memory/max"],
    [".cfg", ["disk", { by: "vdev", value: "xvda" }, "access"], "/storage/disks/xvda/access"],
  ])("%s %j", (kind, steps, path) => {
    expect(stepsText(configurationSteps(kind, steps) ?? [])).toBe(path);
  });

  it("is not known of everything", () => {
    expect(configurationSteps(".cfg", ["xen_platform_pci"])).toBeUndefined();
    expect(configurationSteps(".domain.xml", ["memory"])).toBeUndefined();
  });
});
