/**
 * The log of `--logging`, in the format of the reference compiler: time, thread, event, what, template, file.
 */

import type { Host } from "../host/host.ts";
import type { CallLogEntry } from "../pan/evaluator/services.ts";

export interface CallLog {
  readonly note: (entry: CallLogEntry) => void;
  readonly text: () => string;
}

/** Undefined if the types asked for leave nothing to log. */
export function callLog(types: string | undefined, host: Pick<Host, "now">): CallLog | undefined {
  const wanted = new Set((types ?? "").toLowerCase().split(/\s*,\s*/));
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
