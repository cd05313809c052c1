/** `vmcs fmt`: brings templates into the one layout, or tells which are not in it. */

import { readFileSync } from "node:fs";
import { Command } from "commander";
import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import { displayPath } from "../../host/path.ts";
import { defaultWidth } from "../../pan/formatter/format-template.ts";
import type { Dialect } from "../../pan/syntax/dialect.ts";
import { unifiedDiff } from "../../rules/edit/unified-diff.ts";
import { countOf } from "../../show/diff-words.ts";
import { noSpan } from "../../text/span.ts";
import type { Environment, RunCommand } from "../command.ts";
import { diagnosticsOption, dialectOption, wholeNumber } from "../common-options.ts";
import { exitStatus } from "../exit-status.ts";
import { finish, type Outcome } from "../finish.ts";
import { type FormattedFile, formatFile, formatText } from "../format-file.ts";
import { parseCommand } from "../parse-command.ts";
import { useProject } from "../project.ts";
import { destinations } from "../report.ts";
import { templateFiles } from "../template-files.ts";
import { UsageError } from "../usage-error.ts";
import { writeListed } from "../write-files.ts";

interface RawOptions {
  readonly check?: boolean;
  readonly diff?: boolean;
  readonly stdinFilepath?: string;
  readonly width: string;
  readonly dialect: Dialect;
  readonly diagnostics: readonly string[];
}

/** What became of the files, besides the outcome that all commands have. */
interface Formatting extends Outcome {
  /** Whether a layout is not as it should be, and stays so. */
  readonly differs: boolean;
}

const standardInput = "<stdin>";

export const fmtCommand: RunCommand = async (args, environment) => {
  let differs = false;
  const status = await finish(environment, async () => {
    const command = formatOptions(new Command("vmcs fmt"));
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    await useProject(command, environment);
    const raw = command.opts<RawOptions>();
    destinations(raw.diagnostics);
    const outcome = await formatWords(command.args, raw, environment);
    differs = outcome.differs;
    return outcome;
  });
  return status === exitStatus.clean && differs ? exitStatus.unformatted : status;
};

function formatOptions(command: Command): Command {
  return command
    .argument(
      "[words...]",
      "template files, patterns, directories (default: the current one), or -",
    )
    .option("--check", "write nothing, and list the files that are laid out otherwise (status 11)")
    .option("--diff", "write nothing, and show what would change (status 11 if anything would)")
    .option("--stdin-filepath <path>", "format standard input, which is the text of this file")
    .option("--width <columns>", "columns that a line should not exceed", String(defaultWidth))
    .addOption(dialectOption("vmcs"))
    .addOption(diagnosticsOption());
}

async function formatWords(
  words: readonly string[],
  raw: RawOptions,
  environment: Environment,
): Promise<Formatting> {
  const options = { width: lineWidth(raw.width), dialect: raw.dialect };
  if (raw.stdinFilepath !== undefined || words.includes("-")) {
    refuseOthers(words);
    const path = raw.stdinFilepath ?? standardInput;
    const file = formatText(path, readFileSync(0, "utf8"), options);
    if (raw.check === true || raw.diff === true) return compare([file], [], raw, environment);
    environment.terminal.stdout(file.formatted ?? "");
    return outcomeOf([file], file.diagnostics, raw);
  }
  const { files, diagnostics } = await templateFiles(
    words.length === 0 ? ["."] : words,
    environment,
  );
  const formatted = files.map((path) => formatFile(path, options, environment.host));
  if (raw.check === true || raw.diff === true) {
    return compare(formatted, diagnostics, raw, environment);
  }
  return write(formatted, diagnostics, raw, environment);
}

function refuseOthers(words: readonly string[]): void {
  if (words.every((word) => word === "-")) return;
  const problem = "Standard input is formatted alone, without other files";
  throw new UsageError(diagnostic("wrong-usage", noSpan, { problem, command: "vmcs fmt" }));
}

/** A line that is narrower than this has no room for anything but names. */
const narrowest = 40;

function lineWidth(text: string): number {
  const width = wholeNumber("--width", text);
  if (width >= narrowest) return width;
  const problem = `--width needs at least ${narrowest} columns, but is '${text}'`;
  throw new UsageError(diagnostic("wrong-usage", noSpan, { problem, command: "vmcs fmt" }));
}

/** Tells what differs: as diagnostics where they were asked for, else as a list or a diff. */
function compare(
  files: readonly FormattedFile[],
  found: readonly Diagnostic[],
  raw: RawOptions,
  { host, terminal }: Environment,
): Formatting {
  const changed = files.filter(isChanged);
  const isReported = raw.check === true && raw.diagnostics.length > 0;
  for (const file of changed) {
    const name = displayPath(host.currentDirectory, file.path);
    if (raw.diff === true) terminal.stdout(unifiedDiff(name, file.text, file.edits()));
    else if (!isReported) terminal.stdout(`${name}\n`);
  }
  if (changed.length > 0 && raw.diff !== true && !isReported) {
    const count = `${changed.length} of ${countOf(files.length, "file", "files")}`;
    const verb = changed.length === 1 ? "is" : "are";
    terminal.stderr(
      `${count} ${verb} laid out otherwise: --diff shows how, and vmcs fmt mends it\n`,
    );
  }
  const differences = isReported
    ? changed.map((file) => difference(file, host.currentDirectory))
    : [];
  const diagnostics = [...found, ...files.flatMap((file) => file.diagnostics), ...differences];
  return { ...outcomeOf(files, diagnostics, raw), differs: changed.length > 0 };
}

function difference(file: FormattedFile, directory: string): Diagnostic {
  const edits = file.edits();
  const { start, end } = edits[0] ?? { start: 0, end: 0 };
  const span = { file: file.path, start, end };
  const fix = { title: "Lay it out", file: file.path, edits };
  const path = displayPath(directory, file.path);
  return diagnostic("layout-differs", span, { path }, { fixes: [fix] });
}

/** Writes the files that change, all of them or none, and lists them. */
function write(
  files: readonly FormattedFile[],
  found: readonly Diagnostic[],
  raw: RawOptions,
  environment: Environment,
): Formatting {
  const changed = files
    .filter(isChanged)
    .map(({ path, formatted = "" }) => ({ path, content: formatted }));
  const own = files.flatMap((file) => file.diagnostics);
  return outcomeOf(files, [...found, ...own, ...writeListed(changed, environment)], raw);
}

function isChanged({ text, formatted }: FormattedFile): boolean {
  return formatted !== undefined && formatted !== text;
}

function outcomeOf(
  files: readonly FormattedFile[],
  diagnostics: readonly Diagnostic[],
  raw: RawOptions,
): Formatting {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return {
    diagnostics,
    to: raw.diagnostics,
    text: (path) => texts.get(path),
    passed: files.filter((file) => file.formatted === file.text).map(({ path }) => path),
    differs: false,
  };
}
