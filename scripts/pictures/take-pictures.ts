/** Makes pictures of what commands print, in a directory of their own. */

import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { GeneratedFile } from "../reference/pages.ts";
import { terminalSvg } from "./terminal-svg.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));

/** Runs `vmcs` with words, in colours, and gives what it prints. */
export type RunVmcs = (args: readonly string[], directory: string) => Promise<string>;

interface Picture {
  readonly name: string;
  /** Told to those who do not see the picture. */
  readonly title: string;
  /** Run in a copy of scripts/pictures/site; the last one is shown. LINE is that of the interface in `web1.cfg`. */
  readonly commands: readonly string[];
}

const pictures: readonly Picture[] = [
  {
    name: "diagnostic",
    title: "vmcs check points at a misspelt field, and says what was probably meant.",
    commands: ["check mistaken.pan"],
  },
  {
    name: "explanation",
    title:
      "vmcs explain tells which statement each value of a line of xl's configuration comes from.",
    commands: ["build web.pan --output-dir build", "explain build/web1.cfg:LINE web.pan"],
  },
];

export async function takePictures(run: RunVmcs): Promise<readonly GeneratedFile[]> {
  const folder = mkdtempSync(join(tmpdir(), "vmcs-pictures-"));
  try {
    cpSync(join(repository, "scripts/pictures/site"), folder, { recursive: true });
    const taken: GeneratedFile[] = [];
    for (const { name, title, commands } of pictures) {
      let [command, output] = ["", ""];
      for (const words of commands) {
        command = words.replace("LINE", String(interfaceLine(folder)));
        output = await run(command.split(" "), folder);
      }
      const shown = output.replaceAll(repository, "/usr/lib/node_modules/vmcs/");
      const content = terminalSvg(title, `vmcs ${command}`, shown);
      taken.push({ path: `docs/pictures/${name}.svg`, content });
    }
    return taken;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function interfaceLine(folder: string): number {
  const file = join(folder, "build/web1.cfg");
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  return lines.findIndex((line) => /^ +"mac=/.test(line)) + 1;
}
