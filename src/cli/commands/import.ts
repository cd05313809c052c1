/** `vmcs import`: configurations of other tools to descriptions. */

import { Command } from "commander";
import { type Diagnostic, diagnostic, hasErrors } from "../../diagnostics/diagnostic.ts";
import { displayPath } from "../../host/path.ts";
import type { ImportedVm, ImportResult } from "../../import/description.ts";
import { isTemplateName } from "../../import/pan-text.ts";
import { noSpan } from "../../text/span.ts";
import type { Environment, RunCommand } from "../command.ts";
import { diagnosticsOption } from "../common-options.ts";
import { exitStatus } from "../exit-status.ts";
import { finish, type Outcome } from "../finish.ts";
import { inputFiles } from "../input-files.ts";
import { type NamedFile, type Output, outputTo } from "../output.ts";
import { parseCommand } from "../parse-command.ts";
import { platformMeant } from "../platform-meant.ts";
import { unreadable } from "../read-files.ts";
import { destinations } from "../report.ts";
import { UsageError } from "../usage-error.ts";

interface RawOptions {
  readonly outputDir?: string;
  readonly template?: string;
  readonly force?: boolean;
  readonly partial?: boolean;
  readonly diagnostics: readonly string[];
}

interface ImportOptions {
  readonly file: string;
  readonly template?: string;
}

type Import = (text: string, options: ImportOptions) => ImportResult | Promise<ImportResult>;

/** Loads what a format needs, and nothing of the others. */
const importers = new Map<string, () => Promise<Import>>([
  ["xen", async () => (await import("../../import/xen/import-xen.ts")).importXen],
  ["libvirt", async () => (await import("../../import/libvirt/import-libvirt.ts")).importLibvirt],
]);

export const importCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const formats = [...importers.keys()].join(" or ");
    const command = new Command("vmcs import")
      .argument("<format>", `what the files are: ${formats}`)
      .argument("<files...>", "configurations, or patterns such as '/etc/xen/*.cfg'")
      .option("--output-dir <dir>", "where the descriptions go; without it, to the standard output")
      .option("--template <name>", "name of the object template (default: the machine's name)")
      .option("--force", "replace descriptions that exist")
      .option("--partial", "write what could be taken over although there are errors")
      .addOption(diagnosticsOption());
    const file = fileWithoutFormat(args);
    if (file !== undefined) throw new UsageError(formatForgotten(file));
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    const [format = "", ...words] = command.args;
    return importFiles(format, words, command.opts<RawOptions>(), environment);
  });

async function importFiles(
  format: string,
  words: readonly string[],
  raw: RawOptions,
  environment: Environment,
): Promise<Outcome> {
  const { terminal } = environment;
  destinations(raw.diagnostics);
  const load = importers.get(format);
  if (load === undefined) throw new UsageError(unknownFormat(format));
  const { files, diagnostics: missing } = await inputFiles({ words }, environment);
  checkOptions(files, raw);
  const importText = await load();
  const { writeDescription } = await import("../../import/description.ts");
  const output = raw.outputDir === undefined ? undefined : outputTo(raw.outputDir, environment);
  const diagnostics = [...missing];
  for (const file of files) {
    const { vm, diagnostics: found } = await importFile(file, importText, raw, environment);
    diagnostics.push(...found);
    if (vm === undefined) continue;
    if (hasErrors(found) && raw.partial !== true) {
      const name = displayPath(environment.host.currentDirectory, file);
      diagnostics.push(diagnostic("import-not-written", noSpan, { file: name }));
      continue;
    }
    const content = writeDescription(vm);
    const description = { name: `${vm.template}.pan`, content };
    if (output === undefined) terminal.stdout(content);
    else diagnostics.push(...writeNew(description, file, output, raw, environment));
  }
  return { diagnostics, to: raw.diagnostics, text: () => undefined };
}

/** Writes a description, unless it would take the place of another. */
function writeNew(
  description: NamedFile,
  file: string,
  output: Output,
  { force }: RawOptions,
  { host }: Environment,
): readonly Diagnostic[] {
  const show = (path: string): string => displayPath(host.currentDirectory, path);
  const path = `${output.directory}/${description.name}`;
  const conflicts = output.claim(show(file), [description]);
  if (conflicts.length > 0) return conflicts;
  if (force !== true && host.kind(path) !== "missing") {
    return [diagnostic("output-exists", noSpan, { path: show(path) })];
  }
  return output.write([description]);
}

function checkOptions(files: readonly string[], { template, force, outputDir }: RawOptions): void {
  if (files.length > 1 && template !== undefined) {
    const args = { first: "--template", second: "several files" };
    throw new UsageError(diagnostic("options-exclude-each-other", noSpan, args));
  }
  if (template !== undefined && !isTemplateName(template)) {
    throw new UsageError(diagnostic("template-option-invalid", noSpan, { name: template }));
  }
  if (outputDir !== undefined) return;
  if (force === true) {
    const args = { option: "--force", other: "--output-dir" };
    throw new UsageError(diagnostic("option-needs-other", noSpan, args));
  }
  if (files.length > 1) {
    throw new UsageError(diagnostic("import-needs-directory", noSpan, { count: files.length }));
  }
}

interface Imported {
  readonly vm: ImportedVm | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

async function importFile(
  file: string,
  importText: Import,
  { template }: RawOptions,
  { host }: Environment,
): Promise<Imported> {
  const text = host.readText(file);
  if (text !== undefined) {
    return importText(text, { file, ...(template === undefined ? {} : { template }) });
  }
  return { vm: undefined, diagnostics: [unreadable(file, host)] };
}

/** Looked for before the words are parsed: where the format is missing, a file would be taken for it. */
function fileWithoutFormat(args: readonly string[]): string | undefined {
  const first = args.find((word) => !word.startsWith("-"));
  return first !== undefined && /\.(?:cfg|xml)$/.test(first) ? first : undefined;
}

function formatForgotten(file: string): Diagnostic {
  const format = file.endsWith(".xml") ? "libvirt" : "xen";
  const help = `The format comes before the files: vmcs import ${format} ${file}`;
  return unknownFormat(file, help);
}

function unknownFormat(format: string, help?: string): Diagnostic {
  const known = [...importers.keys()];
  const guess = platformMeant(format, known);
  const meant = guess === undefined ? undefined : `Did you mean '${guess}'?`;
  const args = { format, known: known.join(", ") };
  return diagnostic("import-format-unknown", noSpan, args, { help: help ?? meant });
}
