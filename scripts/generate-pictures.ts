/** Writes docs/pictures: what the built commands print, and the rooms of src. `npm run docs` builds them first. */

import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { importsOfSrc } from "./pictures/imports-of-src.ts";
import { roomImports } from "./pictures/room-graph.ts";
import { roomsSvg } from "./pictures/rooms-svg.ts";
import { type RunVmcs, takePictures } from "./pictures/take-pictures.ts";

const program = fileURLToPath(new URL("../dist/cli/vmcs.js", import.meta.url));

const runBuilt: RunVmcs = async (args, cwd) => {
  const env = {
    ...process.env,
    NO_COLOR: "",
    FORCE_COLOR: "1",
    XDG_CACHE_HOME: join(cwd, "cache"),
  };
  const command = [program, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd,
    env,
    encoding: "utf8",
  });
  if (status !== 0 && status !== 1)
    throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return `${stdout}${stderr}`;
};

const rooms = { path: "docs/pictures/rooms.svg", content: roomsSvg(roomImports(importsOfSrc())) };

mkdirSync(new URL("../docs/pictures", import.meta.url), { recursive: true });
for (const { path, content } of [...(await takePictures(runBuilt)), rooms]) {
  writeFileSync(new URL(`../${path}`, import.meta.url), content);
}
