/** What only a real file system has: links, modes, devices, other writers. */
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Host } from "../../../src/host/host.ts";
import { nodeHost } from "../../../src/host/node/node-host.ts";
import { problemText } from "../../../src/host/node/problem-text.ts";
import { repositoryPath } from "../../support/repository.ts";

let directory: string;
let host: Host;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "vmcs-node-host-"));
  host = nodeHost({ currentDirectory: directory });
});
afterEach(() => rmSync(directory, { recursive: true }));

const isRoot = process.getuid?.() === 0;

describe("nodeHost", () => {
  it("starts in the directory of the process", () => {
    expect(nodeHost().currentDirectory).toBe(process.cwd());
    expect(nodeHost().resolve("x")).toBe(join(process.cwd(), "x"));
  });

  it("follows links, and keeps them when it writes", () => {
    writeFileSync(join(directory, "target"), "old");
    symlinkSync("target", join(directory, "link"));
    symlinkSync("nowhere", join(directory, "dangling"));
    expect(host.readText("link")).toBe("old");
    expect(host.kind("dangling")).toBe("missing");
    expect(host.writeFiles([{ path: "link", content: "new" }])).toBeUndefined();
    expect(lstatSync(join(directory, "link")).isSymbolicLink()).toBe(true);
    expect(host.readText("target")).toBe("new");
  });

  it("sees whether everybody can read a file", () => {
    writeFileSync(join(directory, "secret"), "x");
    for (const [mode, expected] of [
      [0o600, false],
      [0o640, false],
      [0o644, true],
      [0o604, true],
    ] as const) {
      chmodSync(join(directory, "secret"), mode);
      expect(host.othersCanRead("secret")).toBe(expected);
    }
    expect(host.othersCanRead("missing")).toBe(false);
  });

  it("keeps the mode of a file that it replaces", () => {
    writeFileSync(join(directory, "script"), "old");
    chmodSync(join(directory, "script"), 0o751);
    host.writeFiles([{ path: "script", content: "new" }]);
    expect(statSync(join(directory, "script")).mode & 0o777).toBe(0o751);
  });

  it("writes what is as before, too", () => {
    const path = join(directory, "same");
    writeFileSync(path, "same");
    utimesSync(path, 1000, 1000);
    host.writeFiles([{ path, content: "same" }]);
    expect(statSync(path).mtimeMs).toBeGreaterThan(1_000_000);
  });

  it("writes to what is no file without replacing it", () => {
    expect(host.writeFiles([{ path: "/dev/null", content: "gone" }])).toBeUndefined();
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  it("says why the system refuses", () => {
    symlinkSync("loop", join(directory, "loop"));
    expect(host.readProblem("loop")).toBe("too many symbolic links lead to it");
    expect(host.kind("loop")).toBe("missing");
    const long = "x".repeat(300);
    expect(host.writeFiles([{ path: long, content: "" }])?.reason).toBe("the name is too long");
    expect(problemText(Object.assign(new Error("?"), { code: "EODD" }))).toBe(
      "the system reports EODD",
    );
  });

  it("leaves nothing behind when a directory cannot be written", () => {
    const target = isRoot ? "/proc/vmcs-test/a" : join(directory, "closed/a");
    if (!isRoot) mkdirSync(join(directory, "closed"), { mode: 0o500 });
    const problem = host.writeFiles([
      { path: "new/deep/first", content: "" },
      { path: target, content: "" },
    ]);
    expect(problem?.path).toBe(target);
    expect(problem?.reason).toMatch(/\w/);
    expect(host.kind("new")).toBe("missing");
  });

  it("refuses what the user may not read", () => {
    writeFileSync(join(directory, "closed"), "", { mode: 0 });
    // The superuser may read everything.
    expect(host.readProblem("closed")).toBe(isRoot ? undefined : "permission denied");
  });

  it("sees the environment", () => {
    expect(host.environment("PATH")).toBe(process.env["PATH"]);
    expect(host.environment("VMCS_SURELY_NOT_SET")).toBeUndefined();
  });

  it("lets many writers write one file, of which readers always see all", async () => {
    const bundle = join(directory, "host.mjs");
    await build({
      entryPoints: [repositoryPath("src/host/node/node-host.ts")],
      bundle: true,
      platform: "node",
      format: "esm",
      outfile: bundle,
    });
    const program = `
      const { workerData } = require("node:worker_threads");
      import(workerData.bundle).then(({ nodeHost }) => {
        const host = nodeHost({ currentDirectory: workerData.directory });
        for (let i = 0; i < 50; i++) {
          const content = String(workerData.digit).repeat(100_000);
          const problem = host.writeFiles([{ path: "shared/out", content }]);
          if (problem !== undefined) throw new Error(problem.reason);
          const seen = host.readText("shared/out");
          if (!/^(\\d)\\1{99999}$/.test(seen)) throw new Error("half a file");
        }
      });`;
    const workers = [1, 2, 3].map(
      (digit) =>
        new Promise((done, failed) => {
          const workerData = { bundle, directory, digit };
          new Worker(program, { eval: true, workerData }).on("exit", done).on("error", failed);
        }),
    );
    expect(await Promise.all(workers)).toEqual([0, 0, 0]);
    expect(host.list("shared")).toEqual(["out"]);
    expect(readFileSync(join(directory, "shared/out"), "utf8")).toHaveLength(100_000);
  });
});
