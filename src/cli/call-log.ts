/**
 * The log of `--logging`, in the format of the reference compiler: time, thread, event, what, template, file.
 */

import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import type { CallLogEntry } from "../pan/evaluator/services.ts";
import { noSpan } from "../text/span.ts";

/** Values as commander gives them. */
export interface RawLogOptions {
  readonly logging?: string;
  readonly logFile?: string;
}

/** What is told of an include or a call. */
interface LoggedCall extends Pick<CallLogEntry, "event" | "label"> {
  readonly template: Pick<CallLogEntry["template"], "kind" | "name" | "file">;
}

export interface CallLog {
  readonly note: (entry: LoggedCall) => void;
  /** Writes all that was noted. */
  readonly write: () => readonly Diagnostic[];
}

/** Undefined if there is nothing to log, or nowhere to log it. */
export function callLog(
  { logging, logFile }: RawLogOptions,
  host: Pick<Host, "now" | "resolve" | "writeFiles">,
): CallLog | undefined {
  const wanted = new Set(typesOf(logging));
  const calls = wanted.has("all") || wanted.has("call");
  const isNothing = wanted.has("none") || !(calls || wanted.has("include"));
  if (isNothing || logFile === undefined) return undefined;
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
    write() {
      const file = { path: host.resolve(logFile), content: lines.join("") };
      const problem = host.writeFiles([file]);
      if (problem === undefined) return [];
      const { reason } = problem;
      return [diagnostic("output-unwritable", noSpan, { path: logFile, reason })];
    },
  };
}

/** What can be logged. The reference compiler also has `task` and `memory`, which are its own threads and Java's memory. */
export const logTypes = ["all", "none", "include", "call"] as const;

/** The reference compiler passes over what it cannot log. */
export function logProblems({ logging, logFile }: RawLogOptions): readonly Diagnostic[] {
  if (logging === undefined) return [];
  const wanted = typesOf(logging);
  const known: readonly string[] = logTypes;
  const problems = wanted
    .filter((type) => !known.includes(type))
    .map((type) => ({
      option: `--logging ${type}`,
      reason: `what can be logged is ${logTypes.join(", ")}`,
    }));
  if (logFile === undefined && !wanted.includes("none")) {
    problems.push({ option: "--logging", reason: "--log-file names no file for the log" });
  }
  return problems.map((args) => diagnostic("option-without-effect", noSpan, args));
}

function typesOf(types: string | undefined): readonly string[] {
  return (types ?? "").toLowerCase().split(/\s*,\s*/);
}
