/** The same for libvirt, which keeps definitions of its own. */
import { describe, expect, it } from "vitest";
import type { ApplyOptions } from "../../../src/apply/apply-context.ts";
import { type ApplyOutcome, applyMachines } from "../../../src/apply/apply-machines.ts";
import { libvirtPlatform } from "../../../src/apply/libvirt/apply-libvirt.ts";
import { type MemoryHost, memoryHost } from "../../../src/host/memory/memory-host.ts";
import { type FakeVirsh, fakeVirsh } from "./fake-virsh.ts";

const uuid = "5885fbcd-149e-5741-8bbf-047a41a05bff";
const otherUuid = "6985fbcd-149e-5741-8bbf-047a41a05bff";

interface DefinitionOptions {
  readonly digest?: string;
  readonly uuid?: string;
}

function definition(memory: number, options: DefinitionOptions = {}): string {
  return `<?xml version="1.0"?>
<!-- web: for virsh define. -->
<domain type="kvm">
  <name>web</name>
  <uuid>${options.uuid ?? uuid}</uuid>
  <metadata>
    <vmcs:origin xmlns:vmcs="urn:vmcs:libvirt:1" profile="vms/web" digest="${options.digest ?? `sha256:${memory}`}"/>
  </metadata>
  <memory unit="MiB">${memory}</memory>
  <vcpu>1</vcpu>
</domain>
`;
}

interface Scene {
  readonly host: MemoryHost;
  readonly virsh: FakeVirsh;
  readonly seen: string[];
  readonly apply: (definition: string, options?: Partial<ApplyOptions>) => Promise<ApplyOutcome>;
}

function scene(): Scene {
  const virsh = fakeVirsh((path) => host.readText(path));
  const host = memoryHost({ run: virsh.run });
  const seen: string[] = [];
  return {
    host,
    virsh,
    seen,
    apply(text, changed = {}) {
      virsh.log.length = 0;
      seen.length = 0;
      host.writeFiles([{ path: "/out/web.domain.xml", content: text }]);
      const machine = { name: "web", directory: "/out", files: ["web.domain.xml"] };
      return applyMachines([machine], libvirtPlatform, {
        host,
        options: {
          dryRun: false,
          replace: false,
          keepGoing: false,
          shutdownTimeout: 3,
          stateDirectory: "/state",
          xenRelease: "4.17",
          connect: undefined,
          ...changed,
        },
        redact: String,
        note: (line) => seen.push(line),
      });
    },
  };
}

async function running(): Promise<Scene> {
  const made = scene();
  expect(said(await made.apply(definition(1024)))).toBe("created");
  return made;
}

/** What became of the machine, and what was said of it. */
function said({ machines, diagnostics }: ApplyOutcome): string {
  const result = machines.map((machine) => machine.result).join();
  return [result, ...diagnostics.map(({ code, message }) => `${code}: ${message}`)].join("\n");
}

const replace = { replace: true };

describe("a domain that is not there", () => {
  it("is defined and started", async () => {
    const { virsh, seen } = await running();
    expect(virsh.log).toEqual(["virsh define --validate /out/web.domain.xml", "virsh start web"]);
    expect(seen.at(-1)).toBe("web: created");
    expect([...virsh.active]).toEqual(["web"]);
  });

  it("is left undefined if libvirt refuses its definition", async () => {
    const { apply, virsh } = scene();
    virsh.failures.push("virsh define: XML document failed to validate");
    expect(said(await apply(definition(1024)))).toMatch(
      /^failed\n.* failed, and nothing was changed\./,
    );
    expect(virsh.defined.size).toBe(0);
  });

  it("is undefined again if it does not start", async () => {
    const { apply, virsh } = scene();
    virsh.failures.push("virsh start: no bridge");
    expect(said(await apply(definition(1024)))).toMatch(
      /it is not defined any more\.\nerror: no br/,
    );
    expect(virsh.log.at(-1)).toBe("virsh undefine --keep-nvram web");
    expect(virsh.defined.size).toBe(0);
  });

  it("is said to be defined if it does not start and cannot be undefined", async () => {
    const { apply, virsh } = scene();
    virsh.failures.push("virsh start: no bridge", "virsh undefine: busy");
    expect(said(await apply(definition(1024)))).toMatch(/it is still defined\.\nerror: no bridge/);
  });

  it("is not defined from a file that is none of ours", async () => {
    const { apply, virsh } = scene();
    expect(said(await apply("<domain/>"))).toMatch(
      /^failed\ninput-unreadable: .*web\.domain\.xml.* it was changed meanwhile/,
    );
    expect(virsh.log).toEqual([]);
  });

  it("says where virsh works if it does not work here", async () => {
    const { apply, virsh } = scene();
    virsh.failures.push("virsh list: failed to connect to the hypervisor");
    const { diagnostics } = await apply(definition(1024));
    expect(diagnostics.map(({ code, help }) => [code, help])).toEqual([
      ["apply-command-failed", expect.stringContaining("libvirtd must run")],
    ]);
  });

  it("is looked for where it is said", async () => {
    const { apply, seen } = scene();
    await apply(definition(1024), { connect: "xen:///system" });
    expect(seen[0]).toBe("  virsh --connect xen:///system define --validate /out/web.domain.xml");
  });
});

describe("a domain that is there", () => {
  it("is left alone if it was made from the same", async () => {
    const { apply, virsh } = await running();
    expect(said(await apply(definition(1024)))).toBe("unchanged");
    expect(virsh.log).toEqual([]);
  });

  it("is left alone if only the source has changed, and nothing that comes of it", async () => {
    const { apply, virsh } = await running();
    expect(said(await apply(definition(1024, { digest: "sha256:9" })))).toBe("unchanged");
    expect(virsh.log).toEqual([]);
  });

  it("is started if it does not run", async () => {
    const { apply, virsh } = await running();
    virsh.active.clear();
    expect(said(await apply(definition(1024)))).toBe("started");
    expect(virsh.log).toEqual(["virsh start web"]);
  });

  it("is not touched if somebody else has made it", async () => {
    const { apply, virsh } = scene();
    virsh.defined.set("web", "<domain><name>web</name></domain>");
    expect(said(await apply(definition(1024), replace))).toMatch(/^failed\napply-not-ours: /);
    expect(virsh.log).toEqual([]);
  });

  it("is not replaced unless that is asked for", async () => {
    const { apply, virsh } = await running();
    expect(said(await apply(definition(2048)))).toBe(
      [
        "failed",
        "apply-needs-replace: web runs with another configuration.",
        'removed: <memory unit="MiB">1024</memory> → (none)',
        'added: (none) → <memory unit="MiB">2048</memory>',
      ].join("\n"),
    );
    expect(virsh.log).toEqual([]);
  });

  it("is compared by its source if nobody knows what was defined", async () => {
    const { apply, host } = await running();
    host.remove("/state/libvirt/web.domain.xml");
    expect(said(await apply(definition(2048)))).toMatch(
      /\(the source\): sha256:1024 → sha256:2048$/,
    );
  });

  it("is replaced when that is asked for", async () => {
    const { apply, virsh, host } = await running();
    expect(said(await apply(definition(2048), replace))).toBe("replaced");
    expect(virsh.log).toEqual([
      "virsh shutdown web",
      "virsh define --validate /out/web.domain.xml",
      "virsh start web",
    ]);
    expect(virsh.defined.get("web")).toContain("2048");
    expect(host.list("/state/libvirt")).toEqual(["web.domain.xml"]);
  });

  it("goes first if its UUID changes", async () => {
    const { apply, virsh } = await running();
    expect(said(await apply(definition(1024, { uuid: otherUuid }), replace))).toBe("replaced");
    expect(virsh.log).toContain("virsh undefine --keep-nvram web");
    expect(virsh.defined.get("web")).toContain(otherUuid);
  });

  it("is destroyed if it does not obey", async () => {
    const { apply, virsh } = await running();
    virsh.stubborn.add("web");
    expect(said(await apply(definition(2048), replace))).toBe("replaced");
    expect(virsh.log.slice(0, 2)).toEqual(["virsh shutdown web", "virsh destroy web"]);
  });

  it("stays as it is if it cannot be ended", async () => {
    const { apply, virsh } = await running();
    virsh.stubborn.add("web");
    virsh.failures.push("virsh destroy: device busy");
    expect(said(await apply(definition(2048), replace))).toMatch(/still there, as it was/);
    expect(virsh.defined.get("web")).toContain("1024");
    expect([...virsh.active]).toEqual(["web"]);
  });

  it.each([uuid, otherUuid])(
    "runs again as it was if its replacement does not (%s)",
    async (id) => {
      const { apply, virsh, host } = await running();
      const wanted = definition(2048, { uuid: id });
      virsh.failures.push("virsh define --validate: not supported");
      expect(said(await apply(wanted, replace))).toMatch(/its earlier configuration runs again/);
      expect(virsh.defined.get("web")).toContain("1024");
      expect([...virsh.active]).toEqual(["web"]);
      expect(host.list("/state/libvirt")).toEqual(["web.domain.xml"]);
    },
  );

  it("does not run if neither can be started; the earlier definition is kept", async () => {
    const { apply, virsh, host } = await running();
    virsh.failures.push("virsh start: no memory");
    expect(said(await apply(definition(2048), replace))).toMatch(
      /it does not run\.\nerror: no memory\napply-not-put-back: /,
    );
    expect(host.readText("/state/libvirt/web.earlier.domain.xml")).toContain("1024");
  });

  it("is defined as before if it did not run and its replacement cannot be defined", async () => {
    const { apply, virsh } = await running();
    virsh.active.clear();
    virsh.failures.push("virsh define --validate: not supported");
    expect(said(await apply(definition(2048), replace))).toMatch(
      /it is defined as before\.\nerror/,
    );
    expect(virsh.log).toEqual([
      "virsh define --validate /out/web.domain.xml",
      "virsh define /state/libvirt/web.earlier.domain.xml",
    ]);
    expect(virsh.active.size).toBe(0);
  });

  it("is defined as before if it does not start", async () => {
    const { apply, virsh } = await running();
    virsh.active.clear();
    virsh.failures.push("virsh start: no memory");
    expect(said(await apply(definition(1024)))).toMatch(/it is defined as before\.\nerror: no mem/);
  });

  it("is destroyed at once if it is given no time", async () => {
    const { apply, virsh } = await running();
    await apply(definition(2048), { replace: true, shutdownTimeout: 0 });
    expect(virsh.log[0]).toBe("virsh destroy web");
  });

  it("is left alone if it cannot be looked at", async () => {
    const { apply, virsh } = await running();
    virsh.failures.push("virsh dumpxml: permission denied");
    expect(said(await apply(definition(2048), replace))).toMatch(/failed, and nothing was changed/);
    expect(virsh.log).toEqual([]);
  });

  it("is only looked at in a dry run", async () => {
    const { apply, virsh, seen, host } = await running();
    const before = host.files().size;
    expect(said(await apply(definition(2048), { dryRun: true, replace: true }))).toBe("replaced");
    expect(virsh.log).toEqual([]);
    expect(seen).toEqual([
      "  virsh shutdown web",
      "  virsh define --validate /out/web.domain.xml",
      "  virsh start web",
      "web: would be replaced",
    ]);
    expect(host.files().size).toBe(before);
  });
});
