/** Processes as people have them: a watch that goes on, two builds at once, threads that end, memory that is used up. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, describe, expect, inject, it } from "vitest";
import { nodeHost } from "../../src/host/node/node-host.ts";
import { decodeState } from "../../src/pan/compiler/incremental/build-state.ts";
import { filesIn, repositoryPath } from "../support/repository.ts";
import { thoroughly } from "../support/runs.ts";

const folder = mkdtempSync(join(tmpdir(), "vmcs-processes-"));
const site = join(folder, "site");
afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(() => {
  expect(inject("buildError")).toBe("");
  rmSync(site, { recursive: true, force: true });
  write("part.pan", 'template part;\n"/part" = 1;\n');
  write("vms/a.pan", 'object template a;\ninclude "part";\n');
  write("vms/b.pan", 'object template b;\n"/b" = 1;\n');
  mkdirSync(join(site, "out"));
});

describe("vmcs watch", () => {
  it("builds after each change, tells errors and their end, and ends on Ctrl-C", async () => {
    const watch = new Running("vmcs", ["watch", ...common, "--formats", "json", "vms/*.pan"]);
    try {
      await watch.said(/built 2 of 2 profiles/);
      write("part.pan", 'template part;\n"/part" = 2;\n');
      await watch.said(/a: part\.pan has changed\nbuilt 1 of 2/);
      expect(output("a.json")).toContain('"part":2');
      write("vms/c.pan", 'object template c;\n"/c" = 3;\n');
      await watch.said(/c: it was not built before\nbuilt 1 of 3/);
      write("vms/b.pan", 'object template b;\n"/b" = ;\n');
      await watch.said(/error\[empty-expression\]/);
      expect(output("b.json")).toContain('"b":1');
      write("vms/b.pan", 'object template b;\n"/b" = 4;\n');
      await watch.said(/nothing is wrong any more/);
      expect(output("b.json")).toContain('"b":4');
      rmSync(join(site, "part.pan"));
      await watch.said(
        /built 1 of 3 profiles in \d+ ms; 1 has errors\nerror\[template-not-found\]/,
      );
      write("part.pan", 'template part;\n"/part" = 5;\n');
      await watch.said(/nothing is wrong any more/);
      expect(output("a.json")).toContain('"part":5');
    } finally {
      watch.child.kill("SIGINT");
    }
    expect(await watch.status).toBe(0);
    expect(filesIn(site).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  }, 60_000);
});

describe("two processes with one state", () => {
  it("both leave right outputs, and a state that can be read", async () => {
    for (let i = 0; i < 30; i++) write(`vms/m${i}.pan`, `object template m${i};\n"/m" = ${i};\n`);
    const args = ["compile", ...common, "--formats", "json", "vms/*.pan"];
    for (const value of [7, 8]) {
      write("part.pan", `template part;\n"/part" = ${value};\n`);
      const both = [new Running("vmcs", args), new Running("vmcs", args)];
      expect(await Promise.all(both.map(({ status }) => status))).toEqual([0, 0]);
      expect(output("a.json")).toContain(`"part":${value}`);
      for (let i = 0; i < 30; i++) expect(output(`m${i}.json`)).toContain(`"m":${i}`);
    }
    const [state = ""] = readdirSync(join(site, "state"));
    const digest = (text: string): string => nodeHost().digest(text);
    const text = readFileSync(join(site, "state", state), "utf8");
    expect(decodeState(text, digest)?.profiles.size).toBe(32);
    expect(filesIn(site).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    const again = new Running("vmcs", [...args, "-v"]);
    await again.said(/0 of 32 profiles had to be built/);
    expect(await again.status).toBe(0);
  }, 60_000);
});

describe("a thread", () => {
  it.each([
    ["throws", 'throw new Error("this thread is mistaken");', "this thread is mistaken"],
    [
      "ends amidst its work",
      'require("node:worker_threads").parentPort.on("message", () => process.exit(7));',
      "A thread ended with status 7.",
    ],
  ])(
    "that %s is a failure of ours, which says what to report",
    async (_, program, text) => {
      const dist = join(folder, "broken/dist");
      cpSync(repositoryPath("dist"), dist, { recursive: true });
      for (const name of ["templates", "rules"]) link(name);
      writeFileSync(join(dist, "workers/compile-worker.js"), program);
      const args = ["compile", ...common, "--max-memory", "512", "vms/*.pan"];
      const run = new Running("vmcs", args, dist);
      expect(await run.status).toBe(3);
      expect(run.text).toMatch(/^This is a mistake in vmcs [\d.]+, please report it:\n/);
      expect(run.text).toContain(text);
      expect(filesIn(join(site, "out"))).toEqual([]);
    },
    60_000,
  );

  thoroughly(() => {
    it("builds machines as one thread alone does", async () => {
      for (const name of ["m1", "m2", "m3"]) {
        write(
          `vms/${name}.pan`,
          `object template ${name};\ninclude 'vmcs/vm';\n'/system/name' = '${name}';\n'/system/type' = 'hvm';\n'/hardware/memory/size' = 512;\n'/storage/disks/xvda' = dict('size', 8192);\n`,
        );
      }
      const contents: unknown[] = [];
      for (const more of [
        ["--nthread", "1"],
        ["--nthread", "2", "--max-memory", "2000"],
      ]) {
        rmSync(join(site, "out"), { recursive: true });
        const args = ["build", "--no-incremental", "--output-dir", "out", ...more, "vms/m*.pan"];
        const run = new Running("vmcs", args);
        expect([await run.status, run.errors]).toEqual([0, ""]);
        const files = filesIn(join(site, "out")).map((name) => [name, output(name)]);
        contents.push([run.text, files]);
      }
      expect(contents[1]).toEqual(contents[0]);
    }, 60_000);
  });
});

describe("--max-memory", () => {
  thoroughly(() => {
    it("gives up the profile that does not fit, and builds the others", async () => {
      write(
        "vms/large.pan",
        "object template large;\nvariable L = { l = list(); i = 0; while (i < 900000) { l[i] = i; i = i + 1; }; l; };\nvariable M = { l = list(); i = 0; while (i < 900000) { l[i] = i; i = i + 1; }; l; };\n",
      );
      const limits = ["--max-memory", "48", "--nthread", "1", "--max-iteration", "0"];
      const args = ["compile", ...common, ...limits, "--formats", "json", "vms/*.pan"];
      const run = new Running("vmcs", args);
      expect(await run.status).toBe(1);
      expect(run.errors).toContain(
        "error[memory-exhausted]: The profile large needs more than the 48 MB that a thread may use.",
      );
      expect(filesIn(join(site, "out"))).toEqual(["a.json", "b.json"]);
    }, 60_000);
  });

  it("refuses less than a thread needs", async () => {
    const run = new Running("vmcs", ["compile", "--max-memory", "8", "vms/*.pan"]);
    expect(await run.status).toBe(2);
    expect(run.errors).toContain("--max-memory needs at least 32 MB");
  });
});

const common = ["--include-path", ".", "--output-dir", "out", "--state-dir", "state"];

/** A command on its way. */
class Running {
  readonly child: ChildProcessWithoutNullStreams;
  readonly status: Promise<number | null>;
  /** All that it has said on both streams, and on that for errors alone. */
  text = "";
  errors = "";
  private read = 0;
  private wake: () => void = () => undefined;

  constructor(name: "vmcs" | "panc", args: readonly string[], dist = repositoryPath("dist")) {
    const program = join(dist, `cli/${name}.js`);
    this.child = spawn(process.execPath, [program, ...args], {
      cwd: site,
      env: { ...process.env, NO_COLOR: "1" },
    });
    this.child.stdout.on("data", (part) => this.take(String(part)));
    this.child.stderr.on("data", (part) => {
      this.errors += String(part);
      this.take(String(part));
    });
    this.status = new Promise((resolve) => this.child.on("close", resolve));
  }

  /** Waits until something is said behind what was waited for before. */
  async said(pattern: RegExp): Promise<void> {
    for (let waited = 0; waited < 20_000; waited += 200) {
      const found = pattern.exec(this.text.slice(this.read));
      if (found !== null) {
        this.read += found.index + found[0].length;
        return;
      }
      await new Promise<void>((resolve) => {
        this.wake = resolve;
        setTimeout(resolve, 200);
      });
    }
    throw new Error(`${pattern} was not said, but:\n${this.text}`);
  }

  private take(text: string): void {
    this.text += text;
    this.wake();
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(site, path)), { recursive: true });
  writeFileSync(join(site, path), text);
}

function output(name: string): string {
  return readFileSync(join(site, "out", name), "utf8").replaceAll(/\s/g, "");
}

function link(name: string): void {
  const path = join(folder, "broken", name);
  rmSync(path, { force: true });
  symlinkSync(repositoryPath(name), path);
}
