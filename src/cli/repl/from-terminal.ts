/** Input from a terminal: a prompt, a history, completion, and Ctrl-C for what takes too long. */

import { createInterface } from "node:readline";
import { createContext, Script } from "node:vm";
import type { Host } from "../../host/host.ts";
import { directoryOf } from "../../host/path.ts";
import { formatTerms } from "../../pan/tree/path.ts";
import { completeLine } from "../../repl/complete-line.ts";
import { isBlank } from "../../repl/whole-input.ts";
import type { Environment } from "../command.ts";
import { stateDirectory } from "../user-directories.ts";
import type { Conversation } from "./conversation.ts";

const mostHistory = 1000;

export async function converseAtTerminal(
  conversation: Conversation,
  { host, terminal }: Environment,
): Promise<void> {
  const file = historyFile(host);
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
    history: file === undefined ? [] : readHistory(host, file),
    historySize: mostHistory,
    removeHistoryDuplicates: true,
    completer: (line: string) => {
      const { session, path } = conversation;
      const found = completeLine(line, session, path, (word) => filesFor(host, word));
      return [[...found.candidates], found.replaced];
    },
  });
  let history: readonly string[] = [];
  lines.on("history", (entries) => {
    history = [...entries];
  });
  terminal.stdout("DML is evaluated; :help lists the commands, Ctrl-D leaves.\n");
  let pending = "";
  let count = 0;
  const ask = (): void => {
    lines.setPrompt(pending === "" ? promptOf(conversation) : "... ");
    lines.prompt();
  };
  lines.on("SIGINT", () => {
    terminal.stdout(pending === "" ? "\nCtrl-D leaves.\n" : "\n");
    pending = "";
    // What stands in the line is given up as well.
    lines.write(null, { ctrl: true, name: "e" });
    lines.write(null, { ctrl: true, name: "u" });
    ask();
  });
  ask();
  for await (const line of lines) {
    const isEnded = pending !== "" && isBlank(line);
    pending = pending === "" ? line : `${pending}\n${line}`;
    if (isEnded || conversation.isWhole(pending) || isBlank(pending)) {
      const text = pending;
      pending = "";
      await conversation.take(`<input ${++count}>`, text);
    }
    if (conversation.isOver) break;
    ask();
  }
  lines.close();
  if (!conversation.isOver) terminal.stdout("\n");
  if (file !== undefined) writeHistory(host, file, history);
}

/** Runs it so that Ctrl-C ends it, which a loop would not hear otherwise. */
export function untilInterrupted<Result>(run: () => Result): Result | undefined {
  const { stdin } = process;
  const isRaw = stdin.isTTY === true && stdin.isRaw;
  // Only then the terminal makes a signal of Ctrl-C.
  if (isRaw) stdin.setRawMode(false);
  try {
    const script = new Script("run()");
    return script.runInContext(createContext({ run }), { breakOnSigint: true }) as Result;
  } catch (error) {
    if ((error as { code?: string }).code !== "ERR_SCRIPT_EXECUTION_INTERRUPTED") throw error;
    return undefined;
  } finally {
    if (isRaw) stdin.setRawMode(true);
  }
}

function promptOf({ session, path }: Conversation): string {
  return `${session.name}:${formatTerms(path)}${session.isChanged ? "*" : ""}> `;
}

/** In the user's directory for what programs remember; undefined where there is none. */
function historyFile(host: Host): string | undefined {
  const state = stateDirectory(host);
  return state === undefined ? undefined : `${state}/repl-history`;
}

/** The last line comes first, as readline wants it. */
function readHistory(host: Host, file: string): string[] {
  const lines = host.readText(file)?.split("\n") ?? [];
  return lines.filter((line) => line !== "").reverse();
}

/** That it cannot be written is no reason to complain when somebody leaves. */
function writeHistory(host: Host, path: string, history: readonly string[]): void {
  if (history.length === 0) return;
  const content = `${history.slice(0, mostHistory).toReversed().join("\n")}\n`;
  host.writeFiles([{ path, content, secret: true }]);
}

function filesFor(host: Host, word: string): readonly string[] {
  const folder = word.includes("/") ? word.slice(0, word.lastIndexOf("/") + 1) : "";
  const directory = folder === "" ? host.currentDirectory : directoryOf(host.resolve(`${folder}x`));
  return host.list(directory).flatMap((name) => {
    const kind = host.kind(`${directory}/${name}`);
    if (kind === "directory") return [`${folder}${name}/`];
    return /\.(pan|tpl)$/.test(name) ? [`${folder}${name}`] : [];
  });
}
