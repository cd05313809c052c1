/** `vmcs rules import debian FILE… --output INDEX`: package lists as an index that loads at once. */

import { Command } from "commander";
import { type Diagnostic, diagnostic } from "../../../diagnostics/diagnostic.ts";
import { displayPath } from "../../../host/path.ts";
import { readPackageList } from "../../../pipeline/rules/package-list.ts";
import { buildIndex } from "../../../rules/debian/build-index.ts";
import { didYouMean } from "../../../text/did-you-mean.ts";
import { noSpan } from "../../../text/span.ts";
import type { Environment, RunCommand } from "../../command.ts";
import { diagnosticsOption } from "../../common-options.ts";
import { exitStatus } from "../../exit-status.ts";
import { finish, type Outcome } from "../../finish.ts";
import { inputFiles } from "../../input-files.ts";
import { parseCommand } from "../../parse-command.ts";
import { destinations } from "../../report.ts";
import { UsageError } from "../../usage-error.ts";

interface RawOptions {
  readonly output: string;
  readonly diagnostics: readonly string[];
}

const formats = ["debian"];

export const rulesImportCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const command = new Command("vmcs rules import")
      .argument("<format>", `what the files are: ${formats.join(", ")}`)
      .argument("<files...>", "package lists: plain, .gz, .xz or .lz4")
      .requiredOption("--output <file>", "the index to write")
      .addOption(diagnosticsOption());
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    const [format = "", ...words] = command.args;
    if (!formats.includes(format)) throw new UsageError(unknownFormat(format));
    return importLists(words, command.opts<RawOptions>(), environment);
  });

async function importLists(
  words: readonly string[],
  raw: RawOptions,
  environment: Environment,
): Promise<Outcome> {
  const { host, terminal } = environment;
  destinations(raw.diagnostics);
  const { files, diagnostics: missing } = await inputFiles({ words }, environment);
  const diagnostics: Diagnostic[] = [...missing];
  const lists: string[] = [];
  for (const file of files) {
    const shown = displayPath(host.currentDirectory, file);
    const { text, diagnostics: found } = await readPackageList(host, file, shown);
    diagnostics.push(...found);
    if (text === undefined) continue;
    if (!/^Package:/m.test(text)) {
      diagnostics.push(diagnostic("packages-list-empty", noSpan, { path: shown }));
    }
    lists.push(text);
  }
  const outcome = { to: raw.diagnostics, text: () => undefined };
  if (diagnostics.length > 0) return { ...outcome, diagnostics };
  const { bytes, packages, skipped } = buildIndex(lists);
  const path = host.resolve(raw.output);
  const problem = host.writeFiles([{ path, content: bytes }]);
  if (problem !== undefined) {
    return { ...outcome, diagnostics: [diagnostic("output-unwritable", noSpan, { ...problem })] };
  }
  terminal.stdout(`${displayPath(host.currentDirectory, path)}: ${packages} packages\n`);
  const warnings =
    skipped === 0 ? [] : [diagnostic("packages-skipped", noSpan, { count: skipped })];
  return { ...outcome, diagnostics: warnings };
}

function unknownFormat(format: string): Diagnostic {
  const help = didYouMean(format, formats);
  const args = { format, known: formats.join(", ") };
  return diagnostic("import-format-unknown", noSpan, args, { help });
}
