/**
 * The commands as a user's shell runs them: one archive a case, with the files it needs and a `cmd` of one command
 * a line; the golden shows what each printed, its exit status, and the files that it made.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { runCommand } from "../support/command.ts";
import { goldenSuite } from "../support/fixtures.ts";
import { filesIn, repositoryPath } from "../support/repository.ts";
import { parseArchive } from "../support/txtar.ts";

goldenSuite({
  folder: "cli",
  input: ".txtar",
  golden: ".out",
  render({ text }) {
    const { files } = parseArchive(text);
    // The folder has a fixed name, as `dep` files hold absolute paths.
    const folder = mkdtempSync(join(tmpdir(), "vmcs-cli-"));
    try {
      for (const [name, content] of files) write(join(folder, name), content);
      const lines = (files.get("cmd") ?? "").split("\n").filter((line) => line !== "");
      const shown = lines.map((line) => runLine(line, folder));
      const made = filesIn(folder)
        .map((name) => ({ name, content: readMade(join(folder, name)) }))
        .filter(({ name, content }) => files.get(name) !== content)
        .map(({ name, content }) => `-- ${name} --\n${endLine(content)}`);
      return [...shown, ...made]
        .join("")
        .replaceAll(folder, "FOLDER")
        .replaceAll(repositoryPath(""), "VMCS/");
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
});

/** `command word "words with blanks" …`; single quotes work as well. */
function runLine(line: string, cwd: string): string {
  const [name = "", ...args] = [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? "",
  );
  const { status, stdout, stderr } = runCommand(name as "vmcs" | "panc", args, { cwd });
  return `$ ${line}\n${section("stdout", stdout)}${section("stderr", stderr)}exit ${status}\n\n`;
}

function section(name: string, text: string): string {
  // Times and sizes differ from run to run.
  const steady = text.replace(/\d+ ms, \d+ MB/g, "N ms, N MB");
  return steady === "" ? "" : `[${name}]\n${endLine(steady)}`;
}

function readMade(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function endLine(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
