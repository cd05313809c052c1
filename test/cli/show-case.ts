/**
 * A case of fixtures/cli: an archive with the files that it needs and a `cmd` of one command a line; what is shown of
 * it is what each printed, its exit status, and the files that it made. Files below `bin` are programs that the commands
 * find before others of the same name; a line `VAR=value` sets a variable from there on. A file `show` has the names of
 * the files that are shown, one a line; else all are.
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
import type { CommandOptions } from "../support/command.ts";
import { filesIn, repositoryPath } from "../support/repository.ts";
import type { ToolResult } from "../support/tool.ts";
import { parseArchive } from "../support/txtar.ts";

export type Run = (
  name: "vmcs" | "panc",
  args: readonly string[],
  options: CommandOptions,
) => ToolResult | Promise<ToolResult>;

export async function showCase(text: string, run: Run): Promise<string> {
  const { files } = parseArchive(text);
  // The folder has a fixed name, as `dep` files hold absolute paths.
  const folder = mkdtempSync(join(tmpdir(), "vmcs-cli-"));
  try {
    for (const [name, content] of files) write(join(folder, name), content);
    const env: Record<string, string> = {
      PATH: `${join(folder, "bin")}:${process.env["PATH"] ?? ""}`,
    };
    const shown: string[] = [];
    for (const line of commandLines(text)) shown.push(await showLine(line, { folder, env, run }));
    const wanted = files.get("show")?.trim().split("\n");
    const made = filesIn(folder)
      .filter((name) => wanted === undefined || wanted.includes(name))
      .map((name) => ({ name, content: readMade(join(folder, name)) }))
      .filter(({ name, content }) => files.get(name) !== content)
      .map(({ name, content }) => `-- ${name}${mode(join(folder, name))} --\n${endLine(content)}`);
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
}

/** The lines of the case that are commands, and those that set variables. */
export function commandLines(text: string): readonly string[] {
  const lines = (parseArchive(text).files.get("cmd") ?? "").split("\n");
  return lines.filter((line) => line !== "");
}

interface Surroundings {
  readonly folder: string;
  readonly env: Record<string, string>;
  readonly run: Run;
}

/** `command word "words with blanks" …`; single quotes work as well. */
async function showLine(line: string, { folder, env, run }: Surroundings): Promise<string> {
  const [, variable, value = ""] = /^([A-Z_]+)=(.*)$/.exec(line) ?? [];
  if (variable !== undefined) {
    env[variable] = value;
    return "";
  }
  const [name = "", ...args] = [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? "",
  );
  const { status, stdout, stderr } = await run(name as "vmcs" | "panc", args, {
    cwd: folder,
    env,
  });
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
