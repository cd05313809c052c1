/** Real threads, real files: the bundled worker gives what one thread gives, and says when it fails. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, inject, it } from "vitest";
import { makeSite } from "../../bench/site.ts";
import { nodeHost } from "../../src/host/node/node-host.ts";
import { nodeThreads } from "../../src/host/node/node-threads.ts";
import type { Threads } from "../../src/host/threads.ts";
import { buildProfiles } from "../../src/pan/compiler/build-profiles.ts";
import { plain } from "../support/build-site.ts";
import { runCommand } from "../support/command.ts";
import { filesIn, repositoryPath } from "../support/repository.ts";
import { runs } from "../support/runs.ts";

const folder = mkdtempSync(join(tmpdir(), "vmcs-threads-"));
const site = join(folder, "site");
const size = { profiles: runs(16, 40), templates: runs(24, 60) };
const files = makeSite(size);
for (const [path, text] of files) write(join(site, path), text);
write(join(site, "profiles/broken.pan"), 'object template profiles/broken;\n"/x" = 1 / 0;\n');
write(join(site, "profiles/wrong.pan"), 'object template profiles/wrong;\n"/x" = undef;\n');
write(join(site, "profiles/misplaced.pan"), 'object template misplaced;\n"/x" = 1;\n');
const profiles = filesIn(join(site, "profiles")).map((name) => join(site, "profiles", name));

afterAll(() => rmSync(folder, { recursive: true }));

describe("threads of the machine", () => {
  it("give the bytes and diagnostics of one thread, in any order of the files", async () => {
    const alone = await build(undefined, 1, profiles);
    const reversed = profiles.toReversed();
    for (const count of runs([4], [2, 8]))
      expect(await build(worker(), count, reversed)).toEqual(alone);
  }, 60_000);

  it("are the same on the command line", () => {
    // With a bound of memory the first thread builds nothing itself.
    const threading = [["1"], ["2"], ["2", "--max-memory", "800"]];
    const outputs = threading.map((words) => {
      const output = join(folder, `cli-${words.join("")}`);
      mkdirSync(output);
      const args = ["--include-path", site, "--output-dir", output, "--nthread", ...words];
      const { status, stdout, stderr } = runCommand("panc", [...args, ...profiles]);
      return { status, stdout, stderr, files: contents(output) };
    });
    for (const output of outputs.slice(1)) expect(output).toEqual(outputs[0]);
    expect(outputs[0]?.status).toBe(1);
    expect(outputs[0]?.files).toHaveLength(2 * size.profiles);
  });

  it("report a mistake of ours as one", async () => {
    const program = join(folder, "mistaken.mjs");
    writeFileSync(program, 'throw new Error("this thread is mistaken");\n');
    const mistaken = nodeThreads(pathToFileURL(program));
    await expect(build(mistaken, 2, profiles)).rejects.toThrow("this thread is mistaken");
  });
});

async function build(
  threads: Threads | undefined,
  count: number,
  given: readonly string[],
): Promise<unknown> {
  const output = mkdtempSync(join(folder, "out-"));
  const { diagnostics, counters, passed } = await buildProfiles({
    host: nodeHost(),
    files: given,
    settings: {
      dialect: "pan",
      includePath: [site],
      maxIteration: 10_000,
      maxRecursion: 50,
      deprecationWarnings: "on",
      initialData: undefined,
      debugInclude: undefined,
      debugExclude: undefined,
      build: true,
    },
    output: { directory: output, formats: ["pan", "json.gz", "dep"], withDigests: false },
    threading: threads && { threads, count, memory: undefined, isEager: true },
    speech: { print: () => undefined, log: undefined },
    memory: undefined,
  });
  return { diagnostics: diagnostics.map(plain), counters, passed, files: contents(output) };
}

function worker(): Threads {
  expect(inject("buildError")).toBe("");
  return nodeThreads(pathToFileURL(repositoryPath("dist/workers/compile-worker.js")));
}

function contents(directory: string): readonly unknown[] {
  return filesIn(directory).map((name) => [
    name,
    readFileSync(join(directory, name)).toString("latin1"),
  ]);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
