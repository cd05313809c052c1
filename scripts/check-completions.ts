/** Asks zsh and fish for completions: `npm run check:completions`. Debian's packages are called as the shells are. */

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fishOffers, zshCompletes } from "../test/support/completion.ts";

/** A line, and what Tab makes of it: the one thing that is offered. */
const lines = [
  ["vmcs expl", "explain"],
  ["vmcs fmt --wi", "--width"],
  ["vmcs fmt --dialect v", "vmcs"],
  ["vmcs check --diagnostics sa", "sarif"],
  ["vmcs doc --output-dir v", "vms/"],
  ["vmcs rules l", "learn"],
  ["vmcs rules learn --nee", "--needs"],
  ["vmcs import x", "xen"],
  ["vmcs completions f", "fish"],
  ["vmcs lint a", "a.pan"],
  ["panc --inclu", "--include-path"],
  ["panc --formats js", "json"],
  ["panc a", "a.pan"],
] as const;

const main = fileURLToPath(new URL("../dist/cli/vmcs.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "vmcs-completions-"));
writeFileSync(join(folder, "a.pan"), "");
mkdirSync(join(folder, "vms"));
const script = join(folder, ".script");

const shells = {
  fish: (line: string, offer: string): string => {
    const offers = fishOffers(script, line, folder);
    return offers.includes(offer) ? "" : offers.join(" ");
  },
  zsh: (line: string, offer: string): string => {
    const made = zshCompletes(script, line, folder);
    return made.replace(/=$/, "").endsWith(offer) ? "" : made;
  },
};

let failures = 0;
for (const [shell, ask] of Object.entries(shells)) {
  if (spawnSync(shell, ["-c", "true"]).status !== 0) {
    console.error(`${shell} is not installed: apt-get install ${shell}`);
    failures++;
    continue;
  }
  const { stdout } = spawnSync(process.execPath, [main, "completions", shell], {
    encoding: "utf8",
  });
  writeFileSync(script, stdout);
  for (const [line, offer] of lines) {
    const made = ask(line, offer);
    if (made === "") continue;
    console.error(`${shell}: ${line}\n  wanted ${offer}\n  got    ${made}`);
    failures++;
  }
  console.log(`${shell}: ${lines.length} lines`);
}
rmSync(folder, { recursive: true });
process.exitCode = failures === 0 ? 0 : 1;
