/**
 * The log of `--logging`, in the format of the reference compiler: time, thread, event, what, template, file.
 */

import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import type { CallLogEntry } from "../pan/evaluator/services.ts";
import { noSpan } from "../text/span.ts";

export interface CallLog {
  readonly note: (entry: CallLogEntry) => void;
  readonly text: () => string;
}

/** Undefined if the types asked for leave nothing to log. */
export function callLog(types: string | undefined, host: Pick<Host, "now">): CallLog | undefined {
  const wanted = new Set(typesOf(types));
  const calls = wanted.has("all") || wanted.has("call");
  if (wanted.has("none") || !(calls || wanted.has("include"))) return undefined;
  const lines: string[] = [];
  return {
    note({ event, label, template }) {
      const isCall = label.startsWith("function ");
      if (isCall && !calls) return;
      const what = isCall
        ? `FUNCTION ${label.slice("function ".length)}`
        : template.kind.toUpperCase();
      const file = event === "ENTER" ? ` ${template.file}` : "";
      lines.push(`${Math.round(host.now())} 1 ${event} ${what} ${template.name}${file}\n`);
    },
    text: () => lines.join(""),
  };
}

/** What can be logged. The reference compiler also has `task` and `memory`, which are its own threads and Java's memory. */
export const logTypes = ["all", "none", "include", "call"] as const;

/** The reference compiler passes over what it cannot log. */
export function logProblems(
  types: string | undefined,
  file: string | undefined,
): readonly Diagnostic[] {
  if (types === undefined) return [];
  const wanted = typesOf(types);
  const known: readonly string[] = logTypes;
  const problems = wanted
    .filter((type) => !known.includes(type))
    .map((type) => ({
      option: `--logging ${type}`,
      reason: `what can be logged is ${logTypes.join(", ")}`,
    }));
  if (file === undefined && !wanted.includes("none")) {
    problems.push({ option: "--logging", reason: "--log-file names no file for the log" });
  }
  return problems.map((args) => diagnostic("option-without-effect", noSpan, args));
}

function typesOf(types: string | undefined): readonly string[] {
  return (types ?? "").toLowerCase().split(/\s*,\s*/);
}
