/** One file for `vmcs fmt`: its text, its layout, and the proof that they mean the same. */

import { invariant } from "../base/invariant.ts";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import { displayPath } from "../host/path.ts";
import { formatEdits } from "../pan/formatter/format-range.ts";
import { type FormatOptions, formatTemplate } from "../pan/formatter/format-template.ts";
import { meaningDiffers } from "../pan/formatter/same-meaning.ts";
import type { TextEdit } from "../text/edit.ts";
import { noSpan, spanIn } from "../text/span.ts";
import { isWrittenAs } from "../text/utf8.ts";

export interface FormattedFile {
  readonly path: string;
  readonly text: string;
  /** Undefined if the file is left alone: the diagnostics say why. */
  readonly formatted: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** What changes, in small edits. */
  readonly edits: () => readonly TextEdit[];
}

type Options = Omit<FormatOptions, "file">;

export function formatFile(path: string, options: Options, host: Host): FormattedFile {
  const bytes = host.readBytes(path);
  const text = host.readText(path);
  if (bytes === undefined || text === undefined) {
    return refused(
      path,
      "",
      diagnostic("template-unreadable", noSpan, { path: displayPath(host.currentDirectory, path) }),
    );
  }
  const replaced = text.indexOf("\ufffd");
  if (replaced >= 0 && !isWrittenAs(text, bytes)) {
    const place = { start: replaced, end: replaced + 1 };
    const name = displayPath(host.currentDirectory, path);
    return refused(path, text, diagnostic("file-not-utf8", spanIn(path, place), { path: name }));
  }
  return formatText(path, text, options);
}

export function formatText(path: string, text: string, options: Options): FormattedFile {
  const all: FormatOptions = { ...options, file: path };
  const { text: formatted, diagnostics } = formatTemplate(text, all);
  if (formatted !== undefined && formatted !== text) {
    const differs = meaningDiffers(text, formatted, options.dialect);
    invariant(differs === undefined, `The layout of ${path} would change its meaning: ${differs}.`);
  }
  return { path, text, formatted, diagnostics, edits: () => formatEdits(text, all).edits };
}

function refused(path: string, text: string, problem: Diagnostic): FormattedFile {
  return { path, text, formatted: undefined, diagnostics: [problem], edits: () => [] };
}
