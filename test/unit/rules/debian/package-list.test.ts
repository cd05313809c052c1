/** Package lists in the forms in which archives keep them, and what is said of files that are none. */
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type MemoryPrograms, memoryHost } from "../../../../src/host/memory/memory-host.ts";
import { loadPackages } from "../../../../src/pipeline/rules/package-list.ts";
import { buildIndex } from "../../../../src/rules/debian/build-index.ts";

const list = "Package: zlib\nVersion: 1.2\n";
const xz = Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00, 1, 2, 3);
const lz4 = Uint8Array.of(0x04, 0x22, 0x4d, 0x18, 1, 2, 3);

/** The first package of a file, or why there is none. */
async function loaded(content: string | Uint8Array, run?: MemoryPrograms): Promise<string> {
  const host = memoryHost({ files: { "/Packages": content }, ...(run && { run }) });
  const { packages, diagnostics } = await loadPackages(host, "/Packages", "Packages");
  return packages?.nameOf(0) ?? diagnostics.map(({ message }) => message).join("; ");
}

describe("a package list", () => {
  it("may be plain or compressed by gzip", async () => {
    expect(await loaded(list)).toBe("zlib");
    expect(await loaded(gzipSync(list))).toBe("zlib");
  });

  it("is unpacked by a program that is there", async () => {
    expect(await loaded(xz, (name) => (name === "xz" ? { stdout: list } : undefined))).toBe("zlib");
    const helper = "/usr/lib/apt/apt-helper";
    expect(await loaded(lz4, (name) => (name === helper ? { stdout: list } : undefined))).toBe(
      "zlib",
    );
  });

  it.each<[string, string | Uint8Array, MemoryPrograms | undefined, string]>([
    ["is cut off", gzipSync(list).subarray(0, 20), undefined, "it is damaged"],
    ["has no program", lz4, undefined, "lz4: there is no such file or directory"],
    [
      "is damaged",
      xz,
      () => ({ status: 1, stderr: "xz: /Packages: Unexpected end of input.\n" }),
      "xz: Unexpected end of input",
    ],
    ["is none", "# Notes\n", undefined, "it is neither an index nor a package list of Debian"],
    [
      "is a damaged index",
      buildIndex([list]).bytes.subarray(0, 40),
      undefined,
      "it is a damaged index, or one of another version",
    ],
  ])("that %s is refused with the reason", async (_, content, run, problem) => {
    expect(await loaded(content, run)).toContain(problem);
  });

  it("that is not there is refused", async () => {
    const { diagnostics } = await loadPackages(memoryHost(), "/Packages", "Packages");
    expect(diagnostics).toMatchObject([{ code: "packages-unreadable" }]);
    expect(diagnostics[0]?.message).toContain("there is no such file or directory");
  });
});
