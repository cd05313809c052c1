/** The shell of a page's reader: commands of vmcs, and the few others that pages need. No pipes, no variables. */

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { exitStatus } from "../../src/cli/exit-status.ts";
import { repositoryPath } from "../support/repository.ts";
import type { PageFiles } from "./page-files.ts";
import { type Run, runInProcess } from "./run-in-process.ts";
import { shownOf, steady } from "./shown-output.ts";

const programs = new Set(["cat", "cp", "git", "grep", "head", "ls", "mkdir", "rm", "tail"]);

/** What a page tells its reader to do first, and no test does. */
const preparations = new Set(["npm ci"]);

export class ReaderShell {
  readonly #files: PageFiles;
  #status = 0;

  constructor(files: PageFiles) {
    this.#files = files;
  }

  /** What a block of commands behind `$ ` and of their output should hold. */
  async show(code: string): Promise<string> {
    let shown = "";
    const steps = code.split(/^(?=\$ )/m);
    if (steps.some((step) => !step.startsWith("$ "))) throw new Error("Output without a command.");
    for (const step of steps) {
      const [, line = "", rest = ""] = /^\$ ((?:.*\\\n)*.*)\n([\s\S]*)$/.exec(step) ?? [];
      const output = await this.#outputOf(line.replace(/\s*\\\n\s*/g, " "), rest);
      shown += `$ ${line}\n${output === undefined ? rest : shownOf(output, rest)}`;
    }
    return shown;
  }

  async vmcs(
    args: readonly string[],
    directory = this.#files.directory,
    name: "vmcs" | "panc" = "vmcs",
  ): Promise<Run> {
    const { scratch } = this.#files;
    // Where a host keeps what its machines were made from, which this machine has no part in.
    const state = args.includes("--apply") ? ["--state-dir", join(scratch, "state")] : [];
    const run = await runInProcess(name, [...args, ...state], { directory, scratch });
    if (run.status === exitStatus.internal) throw new Error(run.output);
    return run;
  }

  /** Undefined if the output is nobody's business. */
  async #outputOf(line: string, shown: string): Promise<string | undefined> {
    if (preparations.has(line)) return undefined;
    if (line === "echo $?") return `${this.#status}\n`;
    const [name = "", ...args] = wordsOf(line);
    if (name === "cd") {
      this.#files.directory = join(this.#files.directory, args[0] ?? ".");
      return "";
    }
    const isSession = args[0] === "repl" && !args.includes("-e");
    const run = isSession ? await this.#session(args, shown) : await this.#run(name, args);
    this.#status = run.status;
    const output = steady(run.output).replaceAll(this.#files.home, "/home/me");
    return output === "" || output.endsWith("\n") ? output : `${output}\n`;
  }

  async #run(name: string, args: readonly string[]): Promise<Run> {
    if (name === "vmcs" || name === "panc") return this.vmcs(args, undefined, name);
    if (programs.has(name)) return this.#program(name, args);
    if (`${name} ${args.join(" ")}` === "npm run demo") return this.#demo();
    throw new Error(`No test runs ${name}.`);
  }

  /** A session of `vmcs repl`: after each line behind a prompt what all lines so far print, less what was there. */
  async #session(words: readonly string[], shown: string): Promise<Run> {
    const inputs: string[] = [];
    let before = "";
    let output = "";
    for (const line of shown.match(/^\S+> .*$/gm) ?? []) {
      inputs.push("-e", line.slice(line.indexOf("> ") + 2));
      const run = await this.vmcs([...words, ...inputs]);
      output += `${line}\n${run.output.slice(before.length)}`;
      before = run.output;
    }
    return { status: exitStatus.clean, output };
  }

  /** The script of package.json behind the build, with the repository's examples. */
  async #demo(): Promise<Run> {
    const { scripts } = JSON.parse(readFileSync(repositoryPath("package.json"), "utf8")) as {
      readonly scripts: { readonly demo: string };
    };
    let output = "";
    for (const part of scripts.demo.replaceAll("node dist/cli/vmcs.js", "vmcs").split(" && ")) {
      if (part === "node scripts/build.mjs") continue;
      const [name = "", ...args] = wordsOf(part);
      const run = await this.#run(
        name,
        args.map((word) => (word.startsWith("examples/") ? repositoryPath(word) : word)),
      );
      if (run.status !== exitStatus.clean) throw new Error(run.output);
      output += run.output;
    }
    return { status: exitStatus.clean, output };
  }

  #program(name: string, args: readonly string[]): Run {
    const author = name === "git" ? ["-c", "user.name=A", "-c", "user.email=a@example.org"] : [];
    const { status, stdout, stderr } = spawnSync(name, [...author, ...args], {
      cwd: this.#files.directory,
      encoding: "utf8",
    });
    return { status: status ?? -1, output: `${stdout}${stderr}` };
  }
}

/** Quotes as a shell has them; nothing else of a shell. */
function wordsOf(line: string): readonly string[] {
  if (/[|<>;&`$]/.test(line.replace(/'[^']*'|"[^"]*"/g, ""))) {
    throw new Error(`No test runs a shell: ${line}`);
  }
  const words = line.match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g) ?? [];
  return words.map((word) =>
    word.replace(/'([^']*)'|"([^"]*)"/g, (_, one?: string, two?: string) => one ?? two ?? ""),
  );
}
