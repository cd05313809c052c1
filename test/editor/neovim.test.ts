/**
 * Neovim with the configuration that docs/editors.md shows: it opens an example, and somebody sees a diagnostic, a
 * completion, and more. What is done in the editor is in neovim/session.lua.
 */

import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import type { Hover, Location } from "vscode-languageserver";
import { repositoryPath } from "../support/repository.ts";
import { describeWith, neovim, runTool } from "../support/tool.ts";

/** What session.lua writes. */
interface Seen {
  readonly problem?: string;
  readonly filetype: string;
  readonly root: string;
  readonly completes: boolean;
  readonly definition: readonly Location[];
  readonly hover: Hover;
  readonly diagnostics: readonly {
    line: number;
    column: number;
    message: string;
    source: string;
  }[];
  readonly completion: readonly string[];
}

const blocks = [
  ...readFileSync(repositoryPath("docs/editors.md"), "utf8").matchAll(/```lua\n([\s\S]*?)```/g),
].map(([, text]) => text ?? "");

/** Everything is below it: home, programs, workspace. */
let folder: string;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "vmcs-neovim-")));
});

afterAll(() => rmSync(folder, { recursive: true }));

describeWith(neovim, "Neovim", () => {
  it("has documented configurations that can be read", () => {
    expect(blocks).toHaveLength(2);
    for (const [index, text] of blocks.entries()) {
      const file = join(folder, `block-${index}.lua`);
      writeFileSync(file, text);
      // The configuration is read, not run: it may be of a later Neovim.
      const read = `lua local _, problem = loadfile('${file}'); if problem then io.stderr:write(problem) end`;
      const { stderr } = runTool(neovim, ["--headless", "-u", "NONE", "-c", read, "-c", "qall!"]);
      expect(stderr).toBe("");
    }
  });

  it("shows what the server says of an example, with the documented configuration", () => {
    const seen = editExample();
    expect(seen.problem).toBeUndefined();
    expect(seen.filetype).toBe("pan");
    expect(seen.root).toBe(join(folder, "workspace"));
    expect(seen.definition.map(({ uri }) => uri)).toEqual([
      `file://${repositoryPath("templates/vmcs/vm.pan")}`,
    ]);
    expect(JSON.stringify(seen.hover.contents)).toContain("A virtual machine.");
    expect(seen.diagnostics).toEqual([
      {
        line: expect.any(Number),
        column: 17,
        message: expect.stringContaining("The variable UNKNOWN is not defined."),
        source: "vmcs",
      },
    ]);
    expect(seen.completes).toBe(true);
    expect(seen.completion).toContain("hostname");
  }, 120_000);
});

function editExample(): Seen {
  const buildError = inject("buildError");
  if (buildError !== "") throw new Error(`The commands could not be built.\n${buildError}`);
  const workspace = join(folder, "workspace");
  const bin = join(folder, "bin");
  for (const path of [join(workspace, "machines"), bin]) mkdirSync(path, { recursive: true });
  writeFileSync(join(workspace, "vmcs.json"), "{}\n");
  const example = join(workspace, "machines/web-server.pan");
  copyFileSync(repositoryPath("examples/web-server/web-server.pan"), example);
  // As it is installed: a command in the PATH.
  const command = join(bin, "vmcs");
  const program = repositoryPath("dist/cli/vmcs.js");
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
  chmodSync(command, 0o755);
  const configuration = join(folder, "init.lua");
  writeFileSync(configuration, blocks.find((text) => text.includes("start_client")) ?? "");
  const result = join(folder, "result.json");
  const session = repositoryPath("test/editor/neovim/session.lua");
  const { stderr, error } = spawnSync(
    neovim.find() ?? "nvim",
    ["--headless", "-n", "-i", "NONE", "-u", configuration, example, "-c", `luafile ${session}`],
    {
      cwd: workspace,
      env: {
        PATH: `${bin}:${process.env["PATH"]}`,
        HOME: folder,
        RESULT: result,
        TERM: "dumb",
      },
      encoding: "utf8",
      timeout: 110_000,
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  if (error !== undefined) throw new Error(`Neovim did not end. ${stderr}`, { cause: error });
  return JSON.parse(readFileSync(result, "utf8")) as Seen;
}
