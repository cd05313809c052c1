/** Where diagnostics go: `--diagnostics FORMAT[=FILE]`, several at once; text on stderr if nothing is said. */

import { dedupeDiagnostics, sortDiagnostics } from "../diagnostics/arrange.ts";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { renderJson } from "../diagnostics/render-json.ts";
import { renderText } from "../diagnostics/render-text.ts";
import type { SourceLookup } from "../diagnostics/source-text.ts";
import { displayPath } from "../host/path.ts";
import { noSpan } from "../text/span.ts";
import { paletteFor } from "./colors.ts";
import type { Environment } from "./command.ts";
import { UsageError } from "./usage-error.ts";

export interface Destination {
  readonly format: (typeof formats)[number];
  /** Undefined: stderr for text, stdout for what machines read. */
  readonly file: string | undefined;
}

const formats = ["text", "json"] as const;

/** Destinations of `--diagnostics` options. */
export function destinations(options: readonly string[]): readonly Destination[] {
  if (options.length === 0) return [{ format: "text", file: undefined }];
  return options.map((option) => {
    const [name = "", file] = splitOnce(option, "=");
    const format = formats.find((candidate) => candidate === name);
    if (format === undefined) {
      throw new UsageError(
        diagnostic("unknown-diagnostics-format", noSpan, {
          format: name,
          known: formats.join(", "),
        }),
      );
    }
    return { format, file };
  });
}

export function report(
  diagnostics: readonly Diagnostic[],
  to: readonly Destination[],
  sources: SourceLookup,
  { host, terminal }: Environment,
): void {
  const sorted = dedupeDiagnostics(sortDiagnostics(diagnostics));
  const display = (file: string): string => displayPath(host.currentDirectory, file);
  for (const { format, file } of to) {
    const text =
      format === "json"
        ? renderJson(sorted, { sources, displayPath: display })
        : renderText(sorted, {
            sources,
            displayPath: display,
            palette: paletteFor(terminal.colors && file === undefined),
            width: terminal.width,
          });
    if (file !== undefined) writeReport(host, file, text);
    else if (format === "json") terminal.stdout(text);
    else terminal.stderr(text);
  }
}

function writeReport(host: Environment["host"], path: string, content: string): void {
  const problem = host.writeFiles([{ path, content }]);
  if (problem === undefined) return;
  throw new UsageError(diagnostic("output-unwritable", noSpan, { path, reason: problem.reason }));
}

function splitOnce(text: string, separator: string): readonly [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
