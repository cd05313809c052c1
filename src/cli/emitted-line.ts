/** Which line of which emitted file is meant: files may be older than the sources that they were made from. */

import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { displayPath } from "../host/path.ts";
import { alignLines } from "../origins/align-lines.ts";
import type { EmittedFile } from "../origins/emitted-files.ts";
import type { FileOrigins } from "../origins/line-origins.ts";
import { splitLines } from "../origins/split-lines.ts";
import { noSpan, type Span } from "../text/span.ts";
import type { Environment } from "./command.ts";
import type { LineArgument } from "./line-argument.ts";

/** The text that lies there; undefined if there is none, or none that can be read. */
export function textOfFile(file: string, { host }: Environment): string | undefined {
  return host.kind(file) === "file" && !file.endsWith(".gz") ? host.readText(file) : undefined;
}

export interface FoundLine {
  /** The line as its sources give it, from 1. */
  readonly line: number;
  /** As it lies there, where that is something else. */
  readonly stored: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Undefined if the file has no such line; then a diagnostic says so. */
export function findLine(
  { file, line }: LineArgument,
  stored: string | undefined,
  { lines }: FileOrigins,
  { hides, isSecret }: Secrets & { readonly isSecret: boolean },
  { host }: Environment,
): FoundLine | Diagnostic {
  const path = displayPath(host.currentDirectory, host.resolve(file));
  const there = stored === undefined ? lines : splitLines(stored);
  const text = there[line - 1];
  if (text === undefined) {
    return diagnostic("line-out-of-range", noSpan, { path, line, count: there.length });
  }
  if (hides(lines[line - 1] ?? "", text)) return { line, stored: undefined, diagnostics: [] };
  const partner = nearest(alignLines(there, lines), line - 1) + 1;
  const current = lines[partner - 1] ?? "";
  if (hides(current, text)) return { line: partner, stored: undefined, diagnostics: [] };
  const args = { path, line, current: current.trim() };
  // The line is shown, so it must not be one with a secret.
  const span = isSecret ? noSpan : spanOfLine(host.resolve(file), stored ?? "", line);
  const differs = diagnostic("emitted-line-differs", span, args);
  return { line: partner, stored: text, diagnostics: [differs] };
}

/** The line without the blanks before it. */
function spanOfLine(file: string, text: string, line: number): Span {
  let start = 0;
  for (let count = 1; count < line; count++) start = text.indexOf("\n", start) + 1;
  const next = text.indexOf("\n", start);
  const end = next < 0 ? text.length : next;
  return { file, start: start + (/^\s*/.exec(text.slice(start, end))?.[0].length ?? 0), end };
}

/** The line that became of a line, or of the nearest one above it that is still there. */
function nearest(alignment: Int32Array, line: number): number {
  for (let above = line; above >= 0; above--) {
    const partner = alignment[above] ?? -1;
    if (partner >= 0) return partner;
  }
  return 0;
}

export interface Secrets {
  /** Whether a line with the stand-ins of secrets is the same as one with secrets. */
  readonly hides: (line: string, stored: string) => boolean;
  /** The text without the stand-ins. */
  readonly redact: (text: string) => string;
  readonly read: (reference: string) => string;
}

/**
 * Stands in for secrets: nobody needs them to tell where they are. What stands in for one differs from what stands in
 * for another, so that it shows which is where.
 */
export function secretStandIns({ host }: Pick<Environment, "host">): Secrets {
  const known = new Set<string>();
  return {
    read(reference) {
      const standIn = host.digest(reference).slice(0, 8);
      known.add(standIn);
      return standIn;
    },
    hides(line, stored) {
      if (line === stored) return true;
      const isUsed = [...known].some((standIn) => line.includes(standIn));
      // The digits of a digest mean nothing but themselves.
      return isUsed && hasInOrder(stored, line.split(new RegExp([...known].join("|"))));
    },
    redact: (text) => [...known].reduce((shown, one) => shown.replaceAll(one, "(secret)"), text),
  };
}

/** Whether a text begins with the first part, ends with the last one, and has the others between them. */
function hasInOrder(text: string, [first = "", ...others]: readonly string[]): boolean {
  const last = others.pop() ?? "";
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let end = first.length;
  for (const part of others) {
    const start = text.indexOf(part, end);
    if (start < 0) return false;
    end = start + part.length;
  }
  return end <= text.length - last.length;
}

/** The file that is meant by a path: its name below the output directory is the longest end of the path. */
export function fileAt(path: string, files: readonly EmittedFile[]): EmittedFile | undefined {
  const found = files.filter(({ name }) => path.endsWith(`/${name}`));
  return found.toSorted((a, b) => b.name.length - a.name.length)[0];
}

/** The release of Xen that a file says it is for. */
export function releaseIn(text: string | undefined): string | undefined {
  return /^# .*\bXen ([0-9]+\.[0-9]+)\.$/m.exec(text ?? "")?.[1];
}
