/** Both hosts keep the same contract: what is said here of one is said of the other. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import type { Host } from "../../../src/host/host.ts";
import { memoryHost } from "../../../src/host/memory/memory-host.ts";
import { nodeHost } from "../../../src/host/node/node-host.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

const made: string[] = [];
afterAll(() => {
  for (const directory of made) rmSync(directory, { recursive: true });
});

function nodeHostWith(files: Files): Host {
  const directory = mkdtempSync(join(tmpdir(), "vmcs-host-"));
  made.push(directory);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
  return nodeHost({ currentDirectory: directory });
}

function memoryHostWith(files: Files): Host {
  return memoryHost({ files, currentDirectory: "/work" });
}

describe.each([
  ["nodeHost", nodeHostWith],
  ["memoryHost", memoryHostWith],
])("%s", (_, hostWith) => {
  it("reads text as it is", () => {
    const host = hostWith({ "site/vm.pan": "\ufeffobject template vm;\r\n" });
    expect(host.readText("site/vm.pan")).toBe("\ufeffobject template vm;\r\n");
    expect(host.readText(host.resolve("site/../site/vm.pan"))).toBe(
      "\ufeffobject template vm;\r\n",
    );
  });

  it("mends what is not UTF-8 as the compiler expects it", () => {
    const host = hostWith({ "a.txt": Uint8Array.of(0x41, 0xed, 0xa0, 0x80, 0xff) });
    expect(host.readText("a.txt")).toBe("A\ufffd\ufffd");
    expect([...(host.readBytes("a.txt") ?? [])]).toEqual([0x41, 0xed, 0xa0, 0x80, 0xff]);
  });

  it.each(["missing.pan", "site", "site/vm.pan/below", "a\0b", ""])(
    "says that %j cannot be read",
    (path) => {
      const host = hostWith({ "site/vm.pan": "" });
      expect(host.readText(path)).toBeUndefined();
      expect(host.readBytes(path)).toBeUndefined();
      expect(host.readGzip(path)).toBeUndefined();
      expect(host.readProblem(path)).toMatch(/^(there|it|a|the) .+\w$/);
    },
  );

  it("has nothing against what it can read", () => {
    expect(hostWith({ "vm.pan": "" }).readProblem("vm.pan")).toBeUndefined();
  });

  it("reads gzip, of several members too", () => {
    const bytes = Buffer.concat([gzipSync("grüße "), gzipSync("again")]);
    const host = hostWith({ "a.gz": bytes, "cut.gz": bytes.subarray(0, 20), "a.txt": "text" });
    expect(host.readGzip("a.gz")).toBe("grüße again");
    expect(host.readGzip("cut.gz")).toBeUndefined();
    expect(host.readGzip("a.txt")).toBeUndefined();
  });

  it("tells files from directories", () => {
    const host = hostWith({ "site/vm.pan": "" });
    expect(["site/vm.pan", "site", "site/", "nothing", "site/vm.pan/x"].map(host.kind)).toEqual([
      "file",
      "directory",
      "directory",
      "missing",
      "missing",
    ]);
  });

  it("lists names in a fixed order", () => {
    const host = hostWith({ "s/b": "", "s/Z": "", "s/a/deep": "", "s/ä": "", "s/a-": "" });
    expect(host.list("s")).toEqual(["Z", "a", "a-", "b", "ä"]);
    expect(host.list("nothing")).toEqual([]);
    expect(host.list("s/b")).toEqual([]);
  });

  it("writes files, and the directories that they need", () => {
    const host = hostWith({ "old.txt": "old" });
    const files = [
      { path: "out/deep/a.json", content: "{}" },
      { path: "old.txt", content: Uint8Array.of(0, 255) },
    ];
    expect(host.writeFiles(files)).toBeUndefined();
    expect(host.readText("out/deep/a.json")).toBe("{}");
    expect(host.readBytes("old.txt")).toEqual(Uint8Array.of(0, 255));
    expect(host.list("out/deep")).toEqual(["a.json"]);
    expect(host.list(".")).toEqual(["old.txt", "out"]);
  });

  it("writes nothing if one of the files cannot be written", () => {
    const host = hostWith({ "old.txt": "old", "site/vm.pan": "" });
    const problem = host.writeFiles([
      { path: "old.txt", content: "new" },
      { path: "out/deep/a.json", content: "{}" },
      { path: "site", content: "in the way" },
    ]);
    expect(problem).toEqual({ path: host.resolve("site"), reason: "it is a directory" });
    expect(host.readText("old.txt")).toBe("old");
    expect(host.list(".")).toEqual(["old.txt", "site"]);
  });

  it("does not write below a file", () => {
    const host = hostWith({ "old.txt": "old" });
    expect(host.writeFiles([{ path: "old.txt/a/b.json", content: "" }])).toEqual({
      path: host.resolve("old.txt/a/b.json"),
      reason: "a part of its path is not a directory",
    });
  });

  it("removes files, and does not mind if they are gone", () => {
    const host = hostWith({ "a.txt": "", "site/vm.pan": "" });
    expect(host.remove("a.txt")).toBeUndefined();
    expect(host.kind("a.txt")).toBe("missing");
    expect(host.remove("a.txt")).toBeUndefined();
    expect(host.remove("site")).toEqual({
      path: host.resolve("site"),
      reason: "it is a directory",
    });
  });

  it("compresses the same content to the same bytes", () => {
    const host = hostWith({});
    const content = new TextEncoder().encode("again and again ".repeat(10_000));
    const bytes = host.gzip(content);
    expect(host.gzip(content)).toEqual(bytes);
    // No time (bytes 4 to 7), no name, and "unknown" as the system.
    expect([...bytes.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
    host.writeFiles([{ path: "a.gz", content: bytes }]);
    expect(host.readGzip("a.gz")).toBe("again and again ".repeat(10_000));
  });
});
