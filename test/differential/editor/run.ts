/**
 * A long random editing session with `vmcs lsp` over standard streams:
 *
 *     node scripts/run.mjs test/differential/editor/run.ts --edits 10000 --seed 1 DIRECTORY…
 *
 * It needs a build. It prints the server's memory as it goes, and fails if the server ends, says an error, differs from
 * a fresh one, or keeps more and more memory.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { globSync } from "tinyglobby";
import { Random } from "../../fuzz/random.ts";
import { connectClient, type EditorClient } from "../../support/editor-client.ts";
import { repositoryPath } from "../../support/repository.ts";
import { runSession } from "./session.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    edits: { type: "string", default: "10000" },
    every: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
  },
});
const folders = positionals.length > 0 ? positionals : [repositoryPath("examples")];
const paths = globSync(
  folders.map((folder) => `${folder}/**/*.{pan,tpl}`),
  { absolute: true },
).sort();
const files = new Map(paths.map((path) => [path, readFileSync(path, "utf8")]));

const started: ChildProcess[] = [];

async function start(): Promise<EditorClient> {
  const server = spawn(process.execPath, [repositoryPath("dist/cli/vmcs.js"), "lsp"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  started.push(server);
  const client = await connectClient(server.stdout, server.stdin, folders, {
    textDocument: { diagnostic: {} },
  });
  return {
    ...client,
    async stop() {
      await client.stop();
      server.kill();
    },
  };
}

const client = await start();
const pid = started[0]?.pid ?? 0;
const memories: number[] = [];
const difference = await runSession({
  random: new Random(Number(values.seed), 0),
  files,
  edits: Number(values.edits),
  every: Number(values.every),
  client,
  fresh: start,
  onCheck(done) {
    const [, kilobytes = "0"] =
      /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    memories.push(Number(kilobytes) / 1024);
    if (done % 1000 === 0) console.log(`${done} edits, ${Math.round(memories.at(-1) ?? 0)} MiB`);
  },
});
for (const server of started) server.kill();
const half = memories.slice(Math.floor(memories.length / 2));
const growth = Math.max(...half) / Math.max(...memories.slice(0, half.length));
console.log(
  difference ??
    `The same all the time; memory of the second half ${growth.toFixed(2)} of the first.`,
);
process.exit(difference === undefined && growth < 1.5 ? 0 : 1);
