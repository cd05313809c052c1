/**
 * `vmcs repl` through a pipe: an archive a case, with the words of the command in `args`, what is piped in `input`,
 * and files; the golden has both streams as a terminal would show them, the exit status, and files named in `show`.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { inject } from "vitest";
import { goldenSuite } from "../support/fixtures.ts";
import { repositoryPath } from "../support/repository.ts";
import { parseArchive } from "../support/txtar.ts";

goldenSuite({
  folder: "repl",
  input: ".txtar",
  golden: ".out",
  render({ text }) {
    if (inject("buildError") !== "") throw new Error(inject("buildError"));
    const { files } = parseArchive(text);
    const folder = mkdtempSync(join(tmpdir(), "vmcs-repl-"));
    try {
      for (const [name, content] of files) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), content);
      }
      const command = `"$NODE" "$VMCS" repl ${(files.get("args") ?? "").trim()} 2>&1 < input`;
      const { status, stdout } = spawnSync("sh", ["-c", command], {
        cwd: folder,
        encoding: "utf8",
        env: {
          ...process.env,
          NO_COLOR: "1",
          NODE: process.execPath,
          VMCS: repositoryPath("dist/cli/vmcs.js"),
        },
      });
      const shown = (files.get("show") ?? "").split("\n").filter((name) => name !== "");
      const made = shown.map(
        (name) => `-- ${name} --\n${readFileSync(join(folder, name), "utf8")}`,
      );
      return [stdout, `exit ${status}\n`, ...made]
        .join("")
        .replaceAll(folder, "FOLDER")
        .replaceAll(repositoryPath(""), "VMCS/");
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
});
