/** The files of many machines do not all have to be kept until they are written. */
import { describe, expect, it } from "vitest";
import type { Environment } from "../../src/cli/command.ts";
import { outputTo } from "../../src/cli/output.ts";
import { skeletonSets } from "../../src/cli/skeleton-files.ts";
import { type SpawnOutcome, spawnMachines } from "../../src/cli/spawn-machines.ts";
import { type MemoryHost, memoryHost } from "../../src/host/memory/memory-host.ts";
import { noSecrets } from "../../src/spawn/backend.ts";
import { decodeUtf8 } from "../../src/text/decode-utf8.ts";
import { skeletonNamespace } from "../../src/vm/skeleton/kinds.ts";

const target = { backends: ["xen"], xenRelease: "4.17", readSecret: noSecrets };

function skeletons(name: string, type = "hvm"): Readonly<Record<string, string>> {
  const document = (kind: "network" | "system" | "storage" | "software", content: string): string =>
    `<${kind} xmlns="${skeletonNamespace(kind)}" vm="${name}" profile="vms/${name}" digest="sha256:01">${content}</${kind}>\n`;
  const system =
    `<name>${name}</name><uuid>5885fbcd-149e-5741-8bbf-047a41a05bff</uuid><type>${type}</type>` +
    "<os><family>linux</family></os><boot/><lifecycle><on_poweroff>destroy</on_poweroff>" +
    "<on_reboot>restart</on_reboot><on_crash>destroy</on_crash></lifecycle><scheduling/><hardware>" +
    '<cpu><count>1</count><arch>x86_64</arch></cpu><memory><size unit="MiB">512</size></memory>' +
    "<devices/></hardware>";
  return {
    [`/in/${name}.network.xml`]: document("network", ""),
    [`/in/${name}.system.xml`]: document("system", system),
    [`/in/${name}.storage.xml`]: document("storage", "<directory>/images</directory>"),
    [`/in/${name}.software.xml`]: document("software", ""),
  };
}

interface Run {
  readonly outcome: SpawnOutcome;
  /** Files that were written, and their contents. */
  readonly written: ReadonlyMap<string, string>;
  readonly listed: string;
}

async function spawn(host: MemoryHost, mostKept: number): Promise<Run> {
  let listed = "";
  const terminal = {
    stdout: (text: string) => {
      listed += text;
    },
    stderr: () => undefined,
    colors: false,
    width: 80,
  };
  const environment: Environment = { host, terminal };
  const { sets, diagnostics: found } = await skeletonSets(["/in"], [], environment);
  const output = outputTo("/out", environment);
  const outcome = await spawnMachines({ sets, target, output, found, mostKept }, environment);
  const files = [...host.files()].filter(([path]) => path.startsWith("/out/"));
  const written = new Map(files.map(([path, bytes]) => [path, decodeUtf8(bytes)]));
  return { outcome, written, listed };
}

const both = { ...skeletons("a"), ...skeletons("b") };

describe("spawnMachines", () => {
  it("writes the same, however little it may keep", async () => {
    const whole = await spawn(memoryHost({ files: both }), Number.MAX_SAFE_INTEGER);
    expect([...whole.written.keys()]).toContain("/out/b.cfg");
    expect(whole.outcome.machines.map(({ name }) => name)).toEqual(["a", "b"]);
    for (const mostKept of [0, 1500]) {
      expect(await spawn(memoryHost({ files: both }), mostKept)).toEqual(whole);
    }
  });

  it("writes nothing if anything is wrong with any machine", async () => {
    const files = { ...both, ...skeletons("c", "pv") };
    for (const mostKept of [0, Number.MAX_SAFE_INTEGER]) {
      const { outcome, written, listed } = await spawn(memoryHost({ files }), mostKept);
      expect(outcome.diagnostics.map(({ code }) => code)).toEqual(["xen-nothing-to-boot"]);
      expect([outcome.machines, written.size, listed]).toEqual([[], 0, ""]);
    }
  });

  it("stops where skeletons change while it works", async () => {
    const host = memoryHost({ files: both });
    const { writeFiles } = host;
    const meddled: MemoryHost = {
      ...host,
      writeFiles(files) {
        const result = writeFiles(files);
        host.remove("/in/b.network.xml");
        return result;
      },
    };
    const { outcome, written } = await spawn(meddled, 0);
    expect(outcome.diagnostics.map(({ code }) => code)).toEqual(["input-unreadable"]);
    expect(outcome.machines.map(({ name }) => name)).toEqual(["a"]);
    expect([...written.keys()].filter((path) => path.startsWith("/out/b"))).toEqual([]);
  });
});
