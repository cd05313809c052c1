/**
 * `vmcs rules learn`: the dependencies that showed when an installation failed become rules.
 *
 * The edit of the repository is shown as a diff to be reviewed, and made only with `--write`.
 */

import { Command } from "commander";
import { type Diagnostic, diagnostic, errorsOf } from "../../../diagnostics/diagnostic.ts";
import { displayPath } from "../../../host/path.ts";
import type { CompileOptions } from "../../../pan/compiler/options.ts";
import { Dict } from "../../../pan/tree/dict.ts";
import { type Need, parseNeed, parsePackage } from "../../../rules/learn/need.ts";
import { needsInLog } from "../../../rules/learn/parse-log.ts";
import { planRules } from "../../../rules/learn/plan-rules.ts";
import { loadRepository } from "../../../rules/repository/load-repository.ts";
import { noSpan } from "../../../text/span.ts";
import type { Environment, RunCommand } from "../../command.ts";
import { diagnosticsOption, repeatable } from "../../common-options.ts";
import {
  diffText,
  editedHost,
  type FileEdits,
  withoutPlaces,
  writeEdits,
} from "../../edited-files.ts";
import { exitStatus } from "../../exit-status.ts";
import { finish, type Outcome } from "../../finish.ts";
import { inputFiles } from "../../input-files.ts";
import { needDirectory } from "../../need-directory.ts";
import { packagedTemplates } from "../../packaged-templates.ts";
import { parseCommand } from "../../parse-command.ts";
import { useProject } from "../../project.ts";
import { readFiles } from "../../read-files.ts";
import { destinations } from "../../report.ts";
import { UsageError } from "../../usage-error.ts";

interface RawOptions {
  readonly package?: string;
  readonly needs: readonly string[];
  readonly rules: readonly string[];
  readonly write?: boolean;
  readonly diagnostics: readonly string[];
}

export const rulesLearnCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const command = new Command("vmcs rules learn")
      .argument("[logs...]", "output of apt, dpkg, rpm, yum or dnf that failed")
      .option("--package <name>", "the package that needs others: NAME or NAME=VERSION")
      .addOption(
        repeatable("--needs <need>", "what it needs, such as 'zlib>=1.1.4'; repeatable", "none"),
      )
      .addOption(repeatable("--rules <dir>", "the repository that learns", "the project's first"))
      .option("--write", "change the repository; without it, the change is only shown")
      .addOption(diagnosticsOption());
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    await useProject(command, environment);
    const raw = command.opts<RawOptions>();
    destinations(raw.diagnostics);
    const directory = repositoryOf(raw, environment);
    const said = needsOf(raw);
    if (command.args.length === 0 && said.length === 0) {
      throw new UsageError(diagnostic("learn-nothing-named", noSpan, {}));
    }
    const read = await needsInLogs(command.args, environment);
    const outcome = { to: raw.diagnostics, text: () => undefined };
    if (read.diagnostics.length > 0) return { ...outcome, diagnostics: read.diagnostics };
    return learn([...said, ...read.needs], directory, raw, environment);
  });

function repositoryOf({ rules }: RawOptions, { host }: Environment): string {
  const [path] = rules;
  if (path === undefined) {
    const problem = "Neither --rules nor a project file names the repository that learns";
    throw new UsageError(
      diagnostic("wrong-usage", noSpan, { problem, command: "vmcs rules learn" }),
    );
  }
  needDirectory(host, "rule", path);
  return host.resolve(path);
}

function needsOf({ package: given, needs }: RawOptions): readonly Need[] {
  if (given === undefined && needs.length === 0) return [];
  if (given === undefined || needs.length === 0) {
    const [option, other] =
      given === undefined ? ["--needs", "--package"] : ["--package", "--needs"];
    throw new UsageError(diagnostic("option-needs-other", noSpan, { option, other }));
  }
  const subject = parsePackage(given);
  if (subject === undefined) throw malformed("--package", given);
  return needs.map((text) => {
    const need = parseNeed(text);
    if (need === undefined) throw malformed("--needs", text);
    return { ...subject, ...need };
  });
}

function malformed(option: string, given: string): UsageError {
  return new UsageError(diagnostic("learn-need-malformed", noSpan, { option, given }));
}

interface ReadNeeds {
  readonly needs: readonly Need[];
  readonly diagnostics: readonly Diagnostic[];
}

async function needsInLogs(words: readonly string[], environment: Environment): Promise<ReadNeeds> {
  const { host } = environment;
  const { files: paths, diagnostics: missing } = await inputFiles({ words }, environment);
  const { files, diagnostics: problems } = readFiles(paths, host);
  const diagnostics = [...missing, ...problems];
  const needs: Need[] = [];
  for (const { path, text } of files) {
    const found = needsInLog(text);
    const shown = displayPath(host.currentDirectory, path);
    if (found.length === 0) {
      diagnostics.push(diagnostic("learn-nothing-found", noSpan, { path: shown }));
    }
    needs.push(...found);
  }
  return { needs, diagnostics };
}

function learn(
  needs: readonly Need[],
  directory: string,
  { write, diagnostics: to }: RawOptions,
  environment: Environment,
): Outcome {
  const { host, terminal } = environment;
  const repository = loadRepository({ host, directory, options });
  const { text } = repository;
  const errors = errorsOf(repository.diagnostics);
  if (errors.length > 0) return { diagnostics: errors, to, text };
  const { packages, rules } = repository;
  const input = { directory, packages, rules, readText: host.readText };
  const { edits, diagnostics } = planRules(needs, input);
  if (edits.size === 0) {
    terminal.stdout("The repository knows all of it.\n");
    return { diagnostics, to, text };
  }
  const wrong = tryEdits(edits, directory, environment);
  if (wrong.length > 0) return { diagnostics: [...diagnostics, ...wrong], to, text };
  if (write !== true) {
    terminal.stdout(diffText(edits, environment));
    return { diagnostics, to, text };
  }
  return { diagnostics: [...diagnostics, ...writeEdits(edits, environment)], to, text };
}

function tryEdits(
  edits: FileEdits,
  directory: string,
  { host }: Environment,
): readonly Diagnostic[] {
  const edited = loadRepository({ host: editedHost(host, edits), directory, options });
  const errors = errorsOf(edited.diagnostics);
  if (errors.length === 0) return [];
  return [diagnostic("learned-with-errors", noSpan, {}), ...withoutPlaces(errors)];
}

const options: CompileOptions = {
  dialect: "vmcs",
  includePath: [packagedTemplates],
  maxIteration: 10_000,
  maxRecursion: 50,
  deprecationWarnings: "off",
  initialData: new Dict(),
  debugs: () => false,
  build: false,
};
