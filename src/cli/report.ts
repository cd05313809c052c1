/**
 * Where diagnostics go: `--diagnostics FORMAT[=FILE]`, several at once; text on stderr if nothing is said.
 *
 * Formats are data (src/diagnostics/reports/registry.ts), and each is loaded only when it is asked for.
 */

import { dedupeDiagnostics, sortDiagnostics } from "../diagnostics/arrange.ts";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { reportFormats } from "../diagnostics/reports/registry.ts";
import type { ReportContext, ReportFormat } from "../diagnostics/reports/report.ts";
import type { SourceLookup } from "../diagnostics/source-text.ts";
import type { Host } from "../host/host.ts";
import { directoryOf, displayPath, normalizePath } from "../host/path.ts";
import { didYouMean } from "../text/did-you-mean.ts";
import { noSpan } from "../text/span.ts";
import { paletteFor } from "./colors.ts";
import type { Environment } from "./command.ts";
import { isPackaged } from "./packaged-templates.ts";
import { UsageError } from "./usage-error.ts";
import { version } from "./version.ts";
import { writeNamed } from "./write-files.ts";

export interface Destination {
  readonly format: ReportFormat;
  /** Undefined: a stream of the terminal, which is the format's to choose. */
  readonly file: string | undefined;
}

/** What is reported. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: SourceLookup;
  /** Files that were found to be sound. */
  readonly passed?: readonly string[] | undefined;
}

/** Where docs/diagnostics.md is on the web; set it together with the home page in package.json. */
const documentation: string | undefined = undefined;

/** Destinations of `--diagnostics` options. */
export function destinations(options: readonly string[]): readonly Destination[] {
  const found = (options.length === 0 ? ["text"] : options).map(destination);
  const places = found.map(({ format, file }) =>
    file === undefined ? format.stream : `'${file}'`,
  );
  const files = found.map(({ file, format }) =>
    file === undefined ? format.stream : normalizePath(file),
  );
  const double = files.findIndex((file, i) => files.indexOf(file) < i);
  if (double >= 0) {
    throw new UsageError(
      diagnostic("reports-in-one-place", noSpan, {
        place: places[double] ?? "",
        first: found[files.indexOf(files[double] ?? "")]?.format.name ?? "",
        second: found[double]?.format.name ?? "",
      }),
    );
  }
  return found;
}

function destination(option: string): Destination {
  const [name, file] = splitOnce(option, "=");
  const format = reportFormats.find((candidate) => candidate.name === name);
  if (format === undefined) {
    const known = reportFormats.map((candidate) => candidate.name);
    const help = didYouMean(name, known);
    throw new UsageError(
      diagnostic(
        "unknown-diagnostics-format",
        noSpan,
        { format: name, known: known.join(", ") },
        { help },
      ),
    );
  }
  if (file === "")
    throw new UsageError(diagnostic("report-file-unnamed", noSpan, { format: name }));
  return { format, file };
}

export async function report(
  { diagnostics, sources, passed = [] }: Findings,
  to: readonly Destination[],
  { host, terminal }: Environment,
): Promise<void> {
  const sorted = dedupeDiagnostics(sortDiagnostics(diagnostics));
  const root = repositoryRoot(host);
  const context: Omit<ReportContext, "palette"> = {
    sources,
    displayPath: (file) => displayPath(host.currentDirectory, file),
    repositoryPath: (file) => displayPath(root, host.resolve(file)),
    isOfLibrary: isPackaged,
    passed,
    tool: { name: "vmcs", version, documentation },
    width: terminal.width,
  };
  for (const { format, file } of to) {
    const render = await format.load();
    const palette = paletteFor(terminal.colors && file === undefined);
    const text = render(sorted, { ...context, palette });
    if (file === undefined) terminal[format.stream](text);
    else writeNamed(file, text, { host });
  }
}

/** The directory that has version control's own one (a file, in a work tree), else the current directory. */
function repositoryRoot(host: Host): string {
  for (let directory = host.currentDirectory; ; directory = directoryOf(directory)) {
    if (host.kind(`${directory}/.git`) !== "missing") return directory;
    if (directory === directoryOf(directory)) return host.currentDirectory;
  }
}

function splitOnce(text: string, separator: string): readonly [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
