/** `vmcs init`: writes a small project that works at once, and never over anything. */

import { Command, Option } from "commander";
import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import { displayPath } from "../../host/path.ts";
import { shellWord } from "../../text/shell-word.ts";
import { noSpan } from "../../text/span.ts";
import type { Environment, RunCommand } from "../command.ts";
import { diagnosticsOption } from "../common-options.ts";
import { exitStatus } from "../exit-status.ts";
import { finish, type Outcome } from "../finish.ts";
import {
  ciServices,
  type NewProject,
  type PlannedFiles,
  plannedFiles,
  type Starter,
  starters,
} from "../init-project.ts";
import { parseCommand } from "../parse-command.ts";
import { destinations } from "../report.ts";
import { UsageError } from "../usage-error.ts";

interface RawOptions {
  readonly template: string;
  readonly ci: NewProject["ci"];
  readonly dryRun?: boolean;
  readonly diagnostics: readonly string[];
}

export const initCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const command = initOptions(new Command("vmcs init"));
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    const raw = command.opts<RawOptions>();
    destinations(raw.diagnostics);
    return makeProject(command.args[0] ?? ".", raw, environment);
  });

function initOptions(command: Command): Command {
  const list = starters.map(({ name, summary }) => `  ${name.padEnd(14)}${summary}\n`).join("");
  return command
    .argument("[dir]", "where the project goes (default: the current directory)")
    .addOption(
      new Option("--template <name>", "what it begins with")
        .choices(starters.map(({ name }) => name))
        .default("web-server"),
    )
    .addOption(
      new Option("--ci <service>", "adds what lets a service check each change")
        .choices([...Object.keys(ciServices), "none"])
        .default("none"),
    )
    .option("--dry-run", "write nothing, and list what would be written")
    .addOption(diagnosticsOption())
    .addHelpText("after", `\nTemplates:\n${list.trimEnd()}`);
}

function makeProject(word: string, raw: RawOptions, { host, terminal }: Environment): Outcome {
  const starter = starters.find(({ name }) => name === raw.template) as Starter;
  const directory = host.resolve(word);
  if (host.kind(directory) === "file") {
    throw new UsageError(diagnostic("init-in-the-way", noSpan, { files: word }));
  }
  const project: NewProject = { starter, ci: raw.ci, directory };
  const planned = plannedFiles(host, project);
  const show = (path: string): string => displayPath(host.currentDirectory, path);
  if (planned.inTheWay.length > 0) throw new UsageError(inTheWay(planned.inTheWay.map(show)));
  const listed = planned.files.map(({ path }) => `${show(path)}\n`).join("");
  if (raw.dryRun === true) {
    terminal.stdout(`${listed}\nNothing was written.\n`);
    return soundOutcome(raw);
  }
  const problem = host.writeFiles(planned.files);
  if (problem !== undefined) {
    const { path, reason } = problem;
    throw new UsageError(diagnostic("output-unwritable", noSpan, { path: show(path), reason }));
  }
  terminal.stdout(`${listed}\n${nextSteps(show(directory), project, planned)}`);
  return soundOutcome(raw);
}

function soundOutcome({ diagnostics }: RawOptions): Outcome {
  return { diagnostics: [], to: diagnostics, text: () => undefined };
}

function inTheWay(paths: readonly string[]): Diagnostic {
  return diagnostic("init-in-the-way", noSpan, { files: paths.join(", ") });
}

function nextSteps(
  shown: string,
  { starter, ci }: NewProject,
  { hasManifest }: PlannedFiles,
): string {
  const made = starter.make === "build" ? "makes the platform's files" : "makes the profiles";
  const install = hasManifest ? "npm install --save-dev vmcs" : "npm install";
  const steps = [
    ...(ci === "none" ? [] : [[install, "makes the lock file that the service installs from"]]),
    ["vmcs check", "tells what is wrong, and writes nothing"],
    ["vmcs test", "runs the tests"],
    [`vmcs ${starter.make}`, `${made}, in build/`],
    ...(starter.make === "build"
      ? [["vmcs spawn --apply", "creates the machine, on a host with Xen"]]
      : []),
  ];
  const width = Math.max(...steps.map(([command = ""]) => command.length));
  const lines = steps.map(([command = "", says]) => `  ${command.padEnd(width)}  ${says}\n`);
  const enter = shown === "." || shown === "" ? "" : `  cd ${shellWord(shown)}\n`;
  return `Next:\n${enter}${lines.join("")}`;
}
