/** Code kept between runs only ever saves time: whatever its files hold, a command does what it does without them. */
import { spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { compileCommands } from "../../src/cli/compile-registry.ts";
import { readCode, writeCode } from "../../src/cli/launch/code-cache.ts";
import { runCommand } from "../support/command.ts";
import { repositoryPath } from "../support/repository.ts";
import { runs, thoroughly } from "../support/runs.ts";
import type { ToolResult } from "../support/tool.ts";

const folder = mkdtempSync(join(tmpdir(), "vmcs-code-"));
const cache = join(folder, "cache");
const code = join(cache, "vmcs/code");
const env = { XDG_CACHE_HOME: cache, NODE_OPTIONS: "", NODE_V8_COVERAGE: undefined as never };
writeFileSync(join(folder, "a.pan"), 'object template a;\n"/x" = 1;\n');

beforeEach(() => rmSync(cache, { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

/** That each of them is seen is a test of its own; these say what a command does then. */
const damages: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
  ["changed in one bit", (bytes) => flipped(bytes, bytes.length >> 1)],
  ["cut", (bytes) => bytes.subarray(0, bytes.length >> 1)],
  ["empty", () => Buffer.alloc(0)],
  ["full of zeros", (bytes) => Buffer.alloc(bytes.length)],
];

describe("kept code", () => {
  it("is kept by the first run, and left alone by the next one", () => {
    expect(compile()).toEqual(sound);
    const [file = ""] = keptFiles();
    expect(keptFiles()).toHaveLength(1);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const before = statSync(file).ino;
    expect(compile()).toEqual(sound);
    expect(statSync(file).ino).toBe(before);
  });

  it.each(runs(damages.slice(0, 1), damages))("that is %s is made again", (_, damage) => {
    compile();
    const [file = ""] = keptFiles();
    writeFileSync(file, damage(readFileSync(file)));
    expect(compile()).toEqual(sound);
    expect(readCode(file)).toBeDefined();
  });

  it("of another engine is refused by V8, and made again", () => {
    compile();
    const [file = ""] = keptFiles();
    writeCode(file, { data: Buffer.alloc(4096, 7), bytecode: 1 });
    expect(compile()).toEqual(sound);
    expect(readCode(file)?.data.length).toBeGreaterThan(100_000);
  });

  it("that others could have written is not run", () => {
    compile();
    const [file = ""] = keptFiles();
    const before = statSync(file).ino;
    chmodSync(file, 0o666);
    expect(readCode(file)).toBeUndefined();
    expect(compile()).toEqual(sound);
    expect(statSync(file).ino).not.toBe(before);
  });

  it("is kept once by processes that start together", async () => {
    const started = Array.from({ length: runs(3, 6) }, () =>
      inBackground(["explain", "template-not-found"]),
    );
    const texts = await Promise.all(started);
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain("template-not-found");
    const names = readdirSync(code).filter((name) => name.startsWith("all-"));
    expect(names).toHaveLength(1);
    expect(readdirSync(code).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("is not missed where it cannot be written, or is not wanted", () => {
    writeFileSync(join(folder, "file"), "");
    expect(compile({ XDG_CACHE_HOME: join(folder, "file") })).toEqual(sound);
    expect(compile({ NODE_DISABLE_COMPILE_CACHE: "1" })).toEqual(sound);
    expect(existsSync(code)).toBe(false);
  });

  thoroughly(() => {
    it("leaves a program its means to import, as of libxml2-wasm", () => {
      const [skeletons, output] = [join(folder, "skeletons"), join(folder, "out")];
      const description = repositoryPath("examples/web-server/web-server.pan");
      expect(vmcs(["build", description, "--output-dir", skeletons]).status).toBe(0);
      for (const _ of [1, 2]) {
        const { status, stderr } = vmcs(["spawn", skeletons, "--output-dir", output]);
        expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      }
    });
  });

  it("of old versions goes when there is new code to keep", () => {
    mkdirSync(code, { recursive: true });
    const month = 31 * 24 * 60 * 60;
    const old = join(code, "compile-old.code");
    writeFileSync(old, "");
    utimesSync(old, Date.now() / 1000 - month, Date.now() / 1000 - month);
    compile();
    expect(existsSync(old)).toBe(false);
  });
});

it("damage is seen in any word", () => {
  const file = join(code, "x.code");
  const data = Buffer.from(Array.from({ length: 400 }, (_, i) => (i * 7919) & 255));
  writeCode(file, { data, bytecode: 5 });
  const whole = readFileSync(file);
  expect(readCode(file)).toEqual({ data, bytecode: 5 });
  for (let at = 0; at < whole.length; at++) {
    // How much bytecode there was only decides when code is kept again.
    if (at >= 4 && at < 8) continue;
    writeFileSync(file, flipped(whole, at));
    expect([at, readCode(file)]).toEqual([at, undefined]);
  }
});

it.each(compileCommands)("$name is run by the small program", ({ name }) => {
  expect(vmcs([name, "--help"]).stdout).toContain(`vmcs ${name}`);
  expect(readdirSync(code).map((file) => file.split("-")[0])).toEqual(["compile"]);
});

const sound: ToolResult = { status: 0, stdout: "", stderr: "" };

function compile(more: Readonly<Record<string, string>> = {}): ToolResult {
  const args = ["compile", "--no-incremental", "--output-dir", join(folder, "profiles"), "a.pan"];
  return vmcs(args, more);
}

function vmcs(args: readonly string[], more: Readonly<Record<string, string>> = {}): ToolResult {
  return runCommand("vmcs", args, { cwd: folder, env: { ...env, ...more } });
}

function inBackground(args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    const program = repositoryPath("dist/cli/vmcs.js");
    const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, ...env } });
    child.stdout.on("data", (part) => {
      text += part;
    });
    child.on("close", () => resolve(text));
  });
}

function keptFiles(): readonly string[] {
  return readdirSync(code).map((name) => join(code, name));
}

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] as number) ^ 0x10;
  return copy;
}
