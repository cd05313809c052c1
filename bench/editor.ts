/**
 * How fast the language server answers on a workspace of many templates, as an editor sees it: over the protocol, in a
 * process of its own.
 *
 *     npm run bench:editor -- DIRECTORY…
 *
 * Prints a table: when it is ready, 50th and 95th percentile of each request in milliseconds, and its memory. Places
 * are chosen by a seed, so that two revisions answer the same questions. It needs a build.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { lineIndex } from "../src/text/line-index.ts";
import { Random } from "../test/fuzz/random.ts";
import { connectClient, type EditorClient } from "../test/support/editor-client.ts";
import { repositoryPath } from "../test/support/repository.ts";

const folders = process.argv.slice(2);
if (folders.length === 0) folders.push(repositoryPath("templates"), repositoryPath("examples"));
const paths = globSync(
  folders.map((folder) => `${folder}/**/*.{pan,tpl}`),
  { absolute: true },
).sort();
const random = new Random(1, 0);
const server = spawn(process.execPath, [repositoryPath("dist/cli/vmcs.js"), "lsp"], {
  stdio: ["pipe", "pipe", "inherit"],
});
const rows: string[] = [];

const began = performance.now();
const client = await connectClient(server.stdout, server.stdin, folders, {
  textDocument: { diagnostic: {} },
});
// It waits until everything has been read.
await client.request("workspace/symbol", { query: "no such name" });
rows.push(row("ready", [performance.now() - began]));

const rounds = 150;
for (const method of ["completion", "hover", "definition", "references", "documentSymbol"]) {
  rows.push(row(method, await measure(method, client)));
}
rows.push(row("semanticTokens/full", await measure("semanticTokens/full", client)));
rows.push(row("rename", await measure("rename", client, { newName: "a_name_of_its_own" })));
rows.push(row("keystroke to symbols", await typing(client, "documentSymbol")));
rows.push(row("keystroke to diagnostics", await typing(client, "diagnostic")));
const [, kilobytes = "0"] =
  /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8")) ?? [];
console.log(
  `${paths.length} templates, ${Math.round(Number(kilobytes) / 1024)} MiB\n${rows.join("\n")}`,
);
server.kill();
process.exit(0);

/** The times of a request at places of names in different files. */
async function measure(method: string, to: EditorClient, more: object = {}): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const path = random.pick(paths);
    const text = readFileSync(path, "utf8");
    await to.open(path, text);
    const params = {
      textDocument: { uri: `file://${path}` },
      position: somewhere(text),
      context: { includeDeclaration: true },
      ...more,
    };
    const start = performance.now();
    // Most names cannot be renamed, and the answer says so.
    await to.request(`textDocument/${method}`, params).catch(() => undefined);
    times.push(performance.now() - start);
    await to.notify("textDocument/didClose", { textDocument: params.textDocument });
  }
  return times;
}

/** From a character typed to the answer about the text with it. */
async function typing(to: EditorClient, method: string): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < rounds / 10; i++) {
    const path = random.pick(paths);
    const text = readFileSync(path, "utf8");
    await to.open(path, text);
    const textDocument = { uri: `file://${path}`, version: 2 };
    for (let stroke = 0; stroke < 10; stroke++) {
      const at = somewhere(text);
      textDocument.version++;
      const start = performance.now();
      await to.notify("textDocument/didChange", {
        textDocument,
        contentChanges: [{ range: { start: at, end: at }, text: stroke % 2 === 0 ? "x" : " " }],
      });
      await to.request(`textDocument/${method}`, { textDocument });
      times.push(performance.now() - start);
    }
    await to.notify("textDocument/didClose", { textDocument });
  }
  return times;
}

/** In the middle of a word. */
function somewhere(text: string): { readonly line: number; readonly character: number } {
  const words = [...text.matchAll(/[A-Za-z_][\w/-]{2,}/g)];
  const offset = words.length === 0 ? 0 : random.pick(words).index + 2;
  const { line, column } = lineIndex(text).position(offset);
  return { line: line - 1, character: column - 1 };
}

function row(name: string, times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0).toFixed(1);
  return `${name.padEnd(26)} p50 ${at(0.5).padStart(8)}  p95 ${at(0.95).padStart(8)} ms`;
}
