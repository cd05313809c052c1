/** Writes man/*.1 from the commands: `npm run docs`. `--check` has man read them, and fails if it warns. */

import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describeCommands, describeReference } from "../src/cli/describe-commands.ts";
import { commands } from "../src/cli/registry.ts";
import { renderManPages } from "./man/render-man-pages.ts";

const folder = fileURLToPath(new URL("../man", import.meta.url));
const pages = renderManPages(await describeCommands(commands), await describeReference());
if (process.argv.includes("--check")) check();
else write();

/** Pages of commands that are gone go too. */
function write(): void {
  mkdirSync(folder, { recursive: true });
  const names = new Set(pages.map(({ name }) => name));
  for (const file of readdirSync(folder)) {
    if (!names.has(file)) rmSync(`${folder}/${file}`);
  }
  for (const { name, content } of pages) writeFileSync(`${folder}/${name}`, content);
}

function check(): void {
  for (const { name } of pages) {
    const args = ["--warnings", "--encoding=UTF-8", "--local-file", `${folder}/${name}`];
    const env = { ...process.env, LC_ALL: "C.UTF-8", MANWIDTH: "80" };
    const { error, status, stderr } = spawnSync("man", args, { encoding: "utf8", env });
    if (error !== undefined) throw new Error("man is missing: apt-get install man-db groff");
    if (status === 0 && stderr === "") continue;
    console.error(`${name}: ${stderr || `man ended with ${status}`}`);
    process.exitCode = 1;
  }
  console.log(`${pages.length} pages`);
}
