/** What `npm run docs` writes is what it would write now. */

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { roomImports } from "../../scripts/pictures/room-graph.ts";
import { roomsSvg } from "../../scripts/pictures/rooms-svg.ts";
import { takePictures } from "../../scripts/pictures/take-pictures.ts";
import { type GeneratedFile, referencePages } from "../../scripts/reference/pages.ts";
import { filesBelow, repositoryPath } from "../support/repository.ts";
import { runInProcess } from "./run-in-process.ts";

const read = (path: string): string => readFileSync(repositoryPath(path), "utf8");

function expectCurrent(files: readonly GeneratedFile[]): void {
  const stale = files.filter(({ path, content }) => read(path) !== content);
  expect(stale.map(({ path }) => path)).toEqual([]);
}

it("pages of reference are current: `npm run docs` writes them", async () => {
  expectCurrent(await referencePages());
});

it("pictures of terminals are current: `npm run docs` takes them", async () => {
  const scratch = mkdtempSync(join(tmpdir(), "vmcs-docs-"));
  const taken = await takePictures(async (args, directory) => {
    const { output } = await runInProcess("vmcs", args, { directory, scratch, colors: true });
    return output;
  });
  rmSync(scratch, { recursive: true });
  expectCurrent(taken);
});

it("the picture of the rooms is current: `npm run docs` draws it", () => {
  const files = filesBelow("src").map((name) => `src/${name}`);
  const imports = files.flatMap((file) =>
    [...read(file).matchAll(/(?:\bfrom|\bimport\(|^import) ?"(\.[^"]+)"/gm)].map(
      ([, path = ""]) => [file, join(file, "..", path)] as const,
    ),
  );
  const content = roomsSvg(roomImports(imports));
  expectCurrent([{ path: "docs/pictures/rooms.svg", content }]);
});
