/** `vmcs lint`: what is written in a way that templates should not be, and mending it. */

import { Command } from "commander";
import { sortDiagnostics } from "../../diagnostics/arrange.ts";
import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import type { SourceLookup } from "../../diagnostics/source-text.ts";
import { displayPath } from "../../host/path.ts";
import { fixTemplate } from "../../pan/linter/fix.ts";
import { type LintOptions, lint } from "../../pan/linter/lint.ts";
import { lintRules } from "../../pan/linter/rules/registry.ts";
import type { RuleSettings } from "../../pan/linter/settings.ts";
import type { LintInput } from "../../pan/linter/source-file.ts";
import type { Dialect } from "../../pan/syntax/dialect.ts";
import { lintCounts } from "../../show/lint-counts.ts";
import { noSpan } from "../../text/span.ts";
import type { Environment, RunCommand } from "../command.ts";
import { diagnosticsOption, dialectOption, repeatable } from "../common-options.ts";
import { type ExitStatus, exitStatus } from "../exit-status.ts";
import { finish } from "../finish.ts";
import { storeBaseline, unknownOnly } from "../lint-baseline.ts";
import {
  projectRules,
  type RawRuleSettings,
  settingsOf,
  templateFinder,
} from "../lint-settings.ts";
import { parseCommand } from "../parse-command.ts";
import { useProject } from "../project.ts";
import { unreadable } from "../read-files.ts";
import { type Destination, destinations, report } from "../report.ts";
import { templateFiles } from "../template-files.ts";
import { UsageError } from "../usage-error.ts";

interface RawOptions extends RawRuleSettings {
  readonly dialect: Dialect;
  readonly includePath: readonly string[];
  readonly fix?: boolean;
  readonly strict?: boolean;
  readonly complete?: boolean;
  readonly list?: boolean;
  readonly stat?: boolean;
  readonly baseline?: string;
  readonly writeBaseline?: boolean;
  readonly ignoreComponents: readonly string[];
  readonly allowMavenTemplates?: boolean;
  readonly diagnostics: readonly string[];
}

export const lintCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const command = lintOptions(new Command("vmcs lint"));
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    const project = await useProject(command, environment);
    const raw = command.opts<RawOptions>();
    reportsOf(raw);
    const settings = settingsOf(raw, projectRules(project));
    if (raw.list === true) return listRules(settings, environment);
    const words = command.args.length === 0 ? ["."] : command.args;
    return lintWords(words, raw, settings, environment);
  });

function lintOptions(command: Command): Command {
  return command
    .argument("[words...]", "template files, patterns or directories (default: the current one)")
    .addOption(dialectOption("vmcs"))
    .addOption(
      repeatable(
        "--include-path <dirs>",
        "directories in which templates are found, separated by colons",
        "none is looked at",
      ),
    )
    .option("--complete", "the files are all there are: report what none of them uses")
    .addOption(repeatable("--rule <ids>", "use these rules only", "all that are not off"))
    .addOption(repeatable("--disable <ids>", "do not use these rules", "none"))
    .addOption(
      repeatable("--severity <id=severity>", "off, info, warning or error", "as --list says"),
    )
    .option("--stat", "a line for each rule, instead of the findings")
    .option("--strict", "let warnings fail as errors do")
    .option("--fix", "mend what can be mended without changing the meaning")
    .option("--baseline <file>", "do not report the findings that the file lists")
    .option("--write-baseline", "write the findings to the baseline")
    .addOption(repeatable("--ignore-components <names>", "components that need no include", "none"))
    .option("--allow-maven-templates", `accept \${…} in the place of the template's declaration`)
    .option("--list", "list the rules")
    .addOption(diagnosticsOption());
}

async function lintWords(
  words: readonly string[],
  raw: RawOptions,
  settings: RuleSettings,
  environment: Environment,
): Promise<ExitStatus> {
  if (raw.writeBaseline === true && raw.baseline === undefined) {
    const args = { option: "--write-baseline", other: "--baseline" };
    throw new UsageError(diagnostic("option-needs-other", noSpan, args));
  }
  const options: LintOptions = {
    dialect: raw.dialect,
    settings,
    complete: raw.complete === true,
    placeholders: raw.allowMavenTemplates === true,
    ignoredComponents: new Set(raw.ignoreComponents.flatMap((names) => names.split(","))),
    finder: templateFinder(raw.includePath, environment),
  };
  const { files, diagnostics: missing } = await templateFiles(words, environment);
  const inputs = new Inputs(environment);
  const unfixable = raw.fix === true ? fixFiles(files, options, inputs, environment) : [];
  const found = lint(inputs.read(files), options);
  const known = baselined([...inputs.problems, ...found], raw, inputs.text, environment);
  const diagnostics = [...missing, ...unfixable, ...known];
  const concerned = new Set(diagnostics.map(({ span }) => span.file));
  const passed = files.filter((file) => !concerned.has(file));
  if (raw.stat === true) environment.terminal.stdout(lintCounts(diagnostics, files.length));
  await report({ diagnostics, sources: inputs.text, passed }, reportsOf(raw), environment);
  if (raw.stat !== true && raw.diagnostics.length === 0) adviseOnMany(diagnostics, environment);
  return statusOf(diagnostics, raw);
}

/** Counts stand in the place of the findings; files with reports are written beside them. */
function reportsOf({ stat, diagnostics }: RawOptions): readonly Destination[] {
  if (stat !== true) return destinations(diagnostics);
  if (diagnostics.length === 0) return [];
  const found = destinations(diagnostics);
  const shown = found.find(({ file }) => file === undefined);
  if (shown === undefined) return found;
  const args = { first: "--stat", second: `--diagnostics ${shown.format.name} without a file` };
  throw new UsageError(diagnostic("options-exclude-each-other", noSpan, args));
}

/** More than anybody reads: a tree that is not clean yet. */
const many = 200;

function adviseOnMany({ length }: readonly Diagnostic[], { terminal }: Environment): void {
  if (length <= many) return;
  terminal.stderr(
    "--stat counts them by rule; --baseline FILE --write-baseline keeps them out of later reports.\n",
  );
}

/** Files are read one by one; a report reads again those that it shows. */
class Inputs {
  readonly problems: Diagnostic[] = [];
  private readonly host: Environment["host"];

  constructor({ host }: Environment) {
    this.host = host;
  }

  readonly text: SourceLookup = (file) => this.host.readText(file);

  *read(files: readonly string[]): Iterable<LintInput> {
    for (const path of files) {
      const text = this.host.readText(path);
      if (text !== undefined) yield { path, text };
      else this.problems.push(unreadable(path, this.host));
    }
  }
}

/** Mends files, lists those that changed, and gives what went wrong. */
function fixFiles(
  files: readonly string[],
  options: LintOptions,
  inputs: Inputs,
  { host, terminal }: Environment,
): readonly Diagnostic[] {
  const problems: Diagnostic[] = [];
  for (const input of inputs.read(files)) {
    const { text, fixed } = fixTemplate(input, options);
    if (text === input.text) continue;
    const path = displayPath(host.currentDirectory, input.path);
    const problem = host.writeFiles([{ path: input.path, content: text }]);
    if (problem === undefined) terminal.stdout(`${path}: ${fixed} mended\n`);
    else {
      const { reason } = problem;
      problems.push(diagnostic("output-unwritable", noSpan, { path, reason }));
    }
  }
  // The files are read again, and what cannot be read is reported then.
  inputs.problems.length = 0;
  return problems;
}

function baselined(
  diagnostics: readonly Diagnostic[],
  { baseline, writeBaseline }: RawOptions,
  text: SourceLookup,
  environment: Environment,
): readonly Diagnostic[] {
  if (baseline === undefined) return diagnostics;
  const sorted = sortDiagnostics(diagnostics);
  const use = writeBaseline === true ? storeBaseline : unknownOnly;
  return use(sorted, baseline, text, environment);
}

function statusOf(diagnostics: readonly Diagnostic[], { strict }: RawOptions): ExitStatus {
  const fails = (severity: Diagnostic["severity"]): boolean =>
    severity === "error" || (strict === true && severity === "warning");
  return diagnostics.some(({ severity }) => fails(severity)) ? exitStatus.errors : exitStatus.clean;
}

function listRules(settings: RuleSettings, { terminal }: Environment): ExitStatus {
  for (const { id, summary } of lintRules) {
    const severity = settings.get(id) ?? "off";
    terminal.stdout(`${id}  ${severity.padEnd(7)}  ${summary}\n`);
  }
  return exitStatus.clean;
}
