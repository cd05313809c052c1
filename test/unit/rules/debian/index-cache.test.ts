/** Package lists that are given to a command: they become an index once, which the next command takes as it is. */
import { describe, expect, it } from "vitest";
import { type MemoryHost, memoryHost } from "../../../../src/host/memory/memory-host.ts";
import { loadPackages } from "../../../../src/pipeline/rules/package-list.ts";

const cache = "/home/ada/.cache/vmcs/packages";

function list(version: string): string {
  return `Package: zlib\nVersion: ${version}\n`;
}

async function versionIn(host: MemoryHost, path = "/Packages"): Promise<string | undefined> {
  const { packages, diagnostics } = await loadPackages(host, path, path, cache);
  expect(diagnostics).toEqual([]);
  return packages?.versionOf(0);
}

function kept(host: MemoryHost): readonly string[] {
  return host.list(cache);
}

describe("an index of a package list", () => {
  it("is made once", async () => {
    const host = memoryHost({ files: { Packages: list("1.2"), copy: list("1.2") } });
    expect(await versionIn(host)).toBe("1.2");
    expect(kept(host)).toHaveLength(1);
    let texts = 0;
    const counting = {
      ...host,
      readText(path: string): string | undefined {
        texts++;
        return host.readText(path);
      },
    };
    expect(await versionIn(counting)).toBe("1.2");
    expect(await versionIn(counting, "/copy")).toBe("1.2");
    expect(texts).toBe(0);
  });

  it("is that of the content", async () => {
    const host = memoryHost({ files: { Packages: list("1.2") } });
    expect(await versionIn(host)).toBe("1.2");
    host.writeFiles([{ path: "/Packages", content: list("1.3") }]);
    expect(await versionIn(host)).toBe("1.3");
    expect(kept(host)).toHaveLength(2);
  });

  it.each([
    ["is empty", (): Uint8Array => new Uint8Array()],
    ["was cut off", (bytes: Uint8Array): Uint8Array => bytes.slice(0, -4)],
    ["has another byte", (bytes: Uint8Array): Uint8Array => bytes.with(bytes.length - 2, 7)],
  ])("is made again if its file %s", async (_what, damage) => {
    const host = memoryHost({ files: { Packages: list("1.2") } });
    await versionIn(host);
    const path = `${cache}/${kept(host)[0]}`;
    const sound = host.readBytes(path) ?? new Uint8Array();
    host.writeFiles([{ path, content: damage(sound) }]);
    expect(await versionIn(host)).toBe("1.2");
    expect(host.readBytes(path)).toEqual(sound);
  });

  it("need not be kept", async () => {
    const host = memoryHost({ files: { Packages: list("1.2") } });
    const full = {
      ...host,
      writeFiles: () => ({ path: cache, reason: "no space left on device" }),
    };
    expect(await versionIn(full)).toBe("1.2");
    expect(kept(host)).toEqual([]);
  });

  it("stays, and those that were made longest ago go, when all together are large", async () => {
    const memory = memoryHost();
    // A thousandth of what may be kept is enough for two files.
    const host: MemoryHost = {
      ...memory,
      trim: (directory, bytes) => memory.trim(directory, bytes / 1024),
    };
    const after: (readonly string[])[] = [];
    for (const version of ["1.0", "1.1", "1.2"]) {
      host.writeFiles([{ path: "/Packages", content: list(version) }]);
      expect(await versionIn(host)).toBe(version);
      after.push(kept(host));
    }
    const [first = [], second = [], third = []] = after;
    expect([first.length, second.length, third.length]).toEqual([1, 2, 2]);
    expect(third).not.toContain(first[0]);
  });
});
