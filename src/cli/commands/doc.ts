/** `vmcs doc`: a site, or data, that tells what a library of templates offers. */

import { Command, Option } from "commander";
import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import { describeLibrary } from "../../doc/library/describe-library.ts";
import { commonDirectory } from "../../doc/library/doc-source.ts";
import type { Library } from "../../doc/library/library.ts";
import { libraryJson } from "../../doc/library/library-json.ts";
import { displayPath, fileNameOf } from "../../host/path.ts";
import type { Dialect } from "../../pan/syntax/dialect.ts";
import type { Project } from "../../pipeline/project/find-project.ts";
import { noSpan } from "../../text/span.ts";
import type { Environment, RunCommand } from "../command.ts";
import { diagnosticsOption, dialectOption, repeatable } from "../common-options.ts";
import { exitStatus } from "../exit-status.ts";
import { finish, type Outcome } from "../finish.ts";
import { parseCommand } from "../parse-command.ts";
import { useProject } from "../project.ts";
import { readFiles } from "../read-files.ts";
import { destinations } from "../report.ts";
import { templateFiles } from "../template-files.ts";
import { UsageError } from "../usage-error.ts";

interface RawOptions {
  readonly output: "html" | "json";
  readonly outputDir?: string;
  readonly title?: string;
  readonly rules: readonly string[];
  readonly sourceUrl?: string;
  readonly dialect: Dialect;
  readonly diagnostics: readonly string[];
}

export const docCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const command = docOptions(new Command("vmcs doc"));
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    const project = await useProject(command, environment);
    const given = command.opts<RawOptions>();
    // Beside what is built, and not among it.
    const isBuilds = command.getOptionValueSource("outputDir") === "config";
    const raw = isBuilds ? { ...given, outputDir: `${given.outputDir}/doc` } : given;
    destinations(raw.diagnostics);
    checkSourceUrl(raw.sourceUrl);
    return document(wordsOf(command.args, project, raw), raw, environment);
  });

function docOptions(command: Command): Command {
  return command
    .argument("[words...]", "template files, patterns or directories (default: the current one)")
    .addOption(
      new Option("--output <kind>", "a site, or data on standard output")
        .choices(["html", "json"])
        .default("html"),
    )
    .option(
      "--output-dir <dir>",
      "directory of the site, or of library.json (default: doc, below the project's outputDir)",
    )
    .option("--title <text>", "what the library is called (default: the name of its directory)")
    .addOption(repeatable("--rules <dir>", "rule repository, whose rules are shown too", "none"))
    .option(
      "--source-url <url>",
      "where the sources are on the web; has {file}, and can have {line}",
    )
    .addOption(dialectOption("vmcs"))
    .addOption(diagnosticsOption());
}

/** The words of the command line; else all that is below the project, or below the current directory. */
function wordsOf(
  words: readonly string[],
  project: Project | undefined,
  { rules }: RawOptions,
): readonly string[] {
  if (words.length > 0) return [...words, ...rules];
  const includePath = project?.settings.includePath ?? [];
  const own = project === undefined ? ["."] : [project.directory];
  const outside = includePath.map((path) => `${project?.directory}/${path}`);
  return [...own, ...outside, ...rules];
}

function checkSourceUrl(url: string | undefined): void {
  if (url === undefined || (/^https?:\/\/\S+$/.test(url) && url.includes("{file}"))) return;
  const problem = `--source-url needs an address with {file}, such as https://example.org/{file}#L{line}, but is '${url}'`;
  throw new UsageError(diagnostic("wrong-usage", noSpan, { problem, command: "vmcs doc" }));
}

async function document(
  words: readonly string[],
  raw: RawOptions,
  environment: Environment,
): Promise<Outcome> {
  const { files: paths, diagnostics } = await templateFiles(words, environment);
  const { files, diagnostics: problems } = readFiles(paths, environment.host);
  const title = raw.title ?? titleOf(paths, raw, environment);
  const { library, diagnostics: found } = describeLibrary({ title, files, dialect: raw.dialect });
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const all = [...diagnostics, ...problems, ...found];
  const isWhole = all.every(({ severity }) => severity !== "error");
  // Documentation with holes would not tell that it has them.
  const unwritten = isWhole ? await write(library, raw, environment) : [];
  return {
    diagnostics: [...all, ...unwritten],
    to: raw.diagnostics,
    text: (path) => texts.get(path),
  };
}

/** The directory that the templates are in, wherever the rules are. */
function titleOf(paths: readonly string[], { rules }: RawOptions, { host }: Environment): string {
  const apart = rules.map((directory) => `${host.resolve(directory)}/`);
  const own = paths.filter((path) => !apart.some((directory) => path.startsWith(directory)));
  return fileNameOf(commonDirectory(own)) || "Templates";
}

async function write(
  library: Library,
  { output, outputDir, sourceUrl }: RawOptions,
  { host, terminal }: Environment,
): Promise<readonly Diagnostic[]> {
  if (output === "json" && outputDir === undefined) {
    terminal.stdout(libraryJson(library));
    return [];
  }
  const directory = host.resolve(outputDir ?? "doc");
  const pages =
    output === "json"
      ? [{ name: "library.json", content: libraryJson(library) }]
      : await htmlPages(library, sourceUrl);
  const problem = host.writeFiles(
    pages.map(({ name, content }) => ({ path: `${directory}/${name}`, content })),
  );
  if (problem !== undefined) return [diagnostic("output-unwritable", noSpan, { ...problem })];
  const first = output === "json" ? "library.json" : "index.html";
  terminal.stdout(`${displayPath(host.currentDirectory, `${directory}/${first}`)}\n`);
  return [];
}

async function htmlPages(
  library: Library,
  sourceUrl: string | undefined,
): Promise<readonly { readonly name: string; readonly content: string }[]> {
  const { writeSite } = await import("../../doc/html/write-site.ts");
  return writeSite(library, { sourceUrl });
}
