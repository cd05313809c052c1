/**
 * `vmcs diff` between revisions: one archive a case. Files below `one`, `two`, … are what is committed in this order,
 * those below `work` are the work tree at the end, and `cmd` has a command a line. A line `git …` runs git itself. A file
 * that begins with `(example PATH)` is one of our examples, with the replacements `OLD => NEW` that follow.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { callCommand } from "../support/call-command.ts";
import { goldenSuite } from "../support/fixtures.ts";
import { repositoryPath } from "../support/repository.ts";
import { parseArchive } from "../support/txtar.ts";

const stages = ["one", "two", "three"] as const;

goldenSuite({
  folder: "diff",
  input: ".txtar",
  golden: ".out",
  async render({ text }) {
    const { files } = parseArchive(text);
    const folder = mkdtempSync(join(tmpdir(), "vmcs-diff-"));
    try {
      git(folder, ["init", "--quiet", "--initial-branch=main"]);
      for (const stage of stages) commit(folder, stage, files);
      checkOut(folder, "work", files);
      const lines = (files.get("cmd") ?? "").split("\n").filter((line) => line !== "");
      const shown: string[] = [];
      for (const line of lines) shown.push(await runLine(line, folder));
      return shown
        .join("")
        .replaceAll(folder, "FOLDER")
        .replaceAll(repositoryPath(""), "VMCS/")
        .replace(/sha256:[0-9a-f]{64}/g, "sha256:DIGEST");
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
});

/** Who commits and when is fixed, so that commits have the same names everywhere. */
const environment = {
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "A",
  GIT_AUTHOR_EMAIL: "a@example.org",
  GIT_AUTHOR_DATE: "2026-01-01T00:00:00Z",
  GIT_COMMITTER_NAME: "A",
  GIT_COMMITTER_EMAIL: "a@example.org",
  GIT_COMMITTER_DATE: "2026-01-01T00:00:00Z",
};

function git(cwd: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync("git", args, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...environment },
  });
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
  return stdout;
}

function commit(folder: string, stage: string, files: ReadonlyMap<string, string>): void {
  if (!checkOut(folder, stage, files)) return;
  git(folder, ["add", "--all"]);
  git(folder, ["commit", "--quiet", "--message", stage]);
}

/** What is not named in a stage stays as it was; a file that holds `(gone)` is removed. */
function checkOut(folder: string, stage: string, files: ReadonlyMap<string, string>): boolean {
  const own = [...files].filter(([name]) => name.startsWith(`${stage}/`));
  for (const [name, content] of own) {
    const path = join(folder, name.slice(stage.length + 1));
    if (content === "(gone)\n") rmSync(path);
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, contentOf(content));
    }
  }
  return own.length > 0;
}

function contentOf(given: string): string {
  const [, example, rest = ""] = /^\(example (.*)\)\n([\s\S]*)$/.exec(given) ?? [];
  if (example === undefined) return given;
  let text = readFileSync(repositoryPath(`examples/${example}`), "utf8");
  for (const line of rest.split("\n").filter((one) => one !== "")) {
    const [from = "", to = ""] = line.split(" => ");
    if (!text.includes(from)) throw new Error(`${example} has no ${from}`);
    text = text.replace(from, to);
  }
  return text;
}

async function runLine(line: string, folder: string): Promise<string> {
  const [name = "", ...args] = [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? "",
  );
  if (name === "git") {
    git(folder, args);
    return "";
  }
  const [cwd, words] = args[0] === "-C" ? [args[1] ?? "", args.slice(2)] : ["", args];
  const before = readdirSync(folder);
  const { status, stdout, stderr } = await callCommand(name as "vmcs", words, {
    cwd: join(folder, cwd),
    env: { ...environment, XDG_CACHE_HOME: join(folder, ".cache") },
  });
  const made = readdirSync(folder).filter((file) => !before.includes(file) && file !== ".cache");
  const wrote = made.length === 0 ? "" : `[wrote ${made.join(", ")}]\n`;
  return `$ ${line}\n${section("stdout", stdout)}${section("stderr", stderr)}${wrote}exit ${status}\n\n`;
}

function section(name: string, text: string): string {
  return text === "" ? "" : `[${name}]\n${text.endsWith("\n") ? text : `${text}\n`}`;
}
