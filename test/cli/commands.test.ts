/**
 * The commands as a user's shell runs them: one archive a case, with the files it needs and a `cmd` of one command
 * a line; the golden shows what each printed, its exit status, and the files that it made. Files below `bin` are
 * programs that the commands find before others of the same name; a line `VAR=value` sets a variable from there on. A file `show`
 * has the names of the files that are shown, one a line; else all are.
 */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
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
      const env: Record<string, string> = {
        PATH: `${join(folder, "bin")}:${process.env["PATH"] ?? ""}`,
      };
      const shown = lines.map((line) => runLine(line, folder, env));
      const wanted = files.get("show")?.trim().split("\n");
      const made = filesIn(folder)
        .filter((name) => wanted === undefined || wanted.includes(name))
        .map((name) => ({ name, content: readMade(join(folder, name)) }))
        .filter(({ name, content }) => files.get(name) !== content)
        .map(
          ({ name, content }) => `-- ${name}${mode(join(folder, name))} --\n${endLine(content)}`,
        );
      return (
        [...shown, ...made]
          .join("")
          .replaceAll(folder, "FOLDER")
          .replaceAll(repositoryPath(""), "VMCS/")
          // Every change of our own templates changes the digest of what includes them.
          .replace(/sha256:[0-9a-f]{64}/g, "sha256:DIGEST")
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
});

/** `command word "words with blanks" …`; single quotes work as well. */
function runLine(line: string, cwd: string, env: Record<string, string>): string {
  const [, variable, value = ""] = /^([A-Z_]+)=(.*)$/.exec(line) ?? [];
  if (variable !== undefined) {
    env[variable] = value;
    return "";
  }
  const [name = "", ...args] = [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? "",
  );
  const { status, stdout, stderr } = runCommand(name as "vmcs" | "panc", args, { cwd, env });
  return `$ ${line}\n${section("stdout", stdout)}${section("stderr", stderr)}exit ${status}\n\n`;
}

function section(name: string, text: string): string {
  // Times and sizes differ from run to run.
  const steady = text.replace(/\d+ ms, \d+ MB/g, "N ms, N MB").replace(/ in \d+ ms$/gm, " in N ms");
  return steady === "" ? "" : `[${name}]\n${endLine(steady)}`;
}

/** How a file differs from most: it can be run, or nobody but its owner can read it. */
function mode(path: string): string {
  const bits = statSync(path).mode & 0o777;
  return `${bits & 0o100 ? " (program)" : ""}${bits & 0o044 ? "" : " (private)"}`;
}

function readMade(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  if (dirname(path).endsWith("/bin")) chmodSync(path, 0o755);
}

function endLine(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
