/** A directory of files that nobody misses stays small: what was written longest ago goes. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { memoryHost } from "../../../src/host/memory/memory-host.ts";
import { nodeHost } from "../../../src/host/node/node-host.ts";

const folder = mkdtempSync(join(tmpdir(), "vmcs-trim-"));
const kibibyte = 1024;

afterAll(() => rmSync(folder, { recursive: true }));

describe("trim", () => {
  it("removes the oldest files of a real directory, and no directory", () => {
    mkdirSync(join(folder, "sub"));
    for (const [i, name] of ["a", "b", "c"].entries()) {
      writeFileSync(join(folder, name), "x".repeat(100 * kibibyte));
      utimesSync(join(folder, name), 1000 + i, 1000 + i);
    }
    nodeHost().trim(folder, 250 * kibibyte);
    expect(readdirSync(folder).sort()).toEqual(["b", "c", "sub"]);
    nodeHost().trim(folder, 0);
    expect(readdirSync(folder)).toEqual(["sub"]);
    nodeHost().trim(join(folder, "missing"), 0);
  });

  it("counts each file 64 KiB at least", () => {
    const host = memoryHost({ files: { "/d/a": "", "/d/b": "", "/d/c": "", "/e/x": "" } });
    host.writeFiles([{ path: "/d/a", content: "again" }]);
    host.trim("/d", 128 * kibibyte);
    expect([...host.files().keys()]).toEqual(["/d/a", "/d/c", "/e/x"]);
  });
});
