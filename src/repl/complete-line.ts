/** What may stand at the end of a line that is being typed. */

import { builtins } from "../pan/evaluator/builtins/registry.ts";
import { specialForms } from "../pan/evaluator/special-forms/registry.ts";
import { Dict } from "../pan/tree/dict.ts";
import { List } from "../pan/tree/list.ts";
import { formatTerms } from "../pan/tree/path.ts";
import type { Term } from "../pan/tree/term.ts";
import { commandLine, commandNamed, pathFrom, replCommands } from "./command-line.ts";
import type { Session } from "./session.ts";

export interface Completion {
  /** What the end of the line may become, in the order of code units. */
  readonly candidates: readonly string[];
  /** The end of the line that they replace. */
  readonly replaced: string;
}

const keywords = ["else", "false", "foreach", "if", "null", "true", "undef", "while", "SELF"];

/** `files` lists what a word that names a file may become. */
export function completeLine(
  line: string,
  session: Session,
  at: readonly Term[],
  files: (word: string) => readonly string[],
): Completion {
  const command = commandLine(line);
  if (command !== undefined) return inCommand(line, command, session, at, files);
  return inDml(line, session, at);
}

function inCommand(
  line: string,
  { name, argument, at: place }: NonNullable<ReturnType<typeof commandLine>>,
  session: Session,
  at: readonly Term[],
  files: (word: string) => readonly string[],
): Completion {
  if (argument === "" && !/\s$/.test(line)) {
    return matching(
      `:${name}`,
      replCommands.map((command) => `:${command.name}`),
    );
  }
  const known = commandNamed(name);
  if (known === "load") return matching(argument, files(argument));
  if (known === "set" && argument.includes("=")) return inDml(line.slice(place.start), session, at);
  const takesPath = known === "path" || known === "type" || known === "explain" || known === "set";
  return takesPath ? paths(argument, session, at) : { candidates: [], replaced: "" };
}

function inDml(text: string, session: Session, at: readonly Term[]): Completion {
  const [, key] = /\bSELF\[(?:'|")([^'"]*)$/.exec(text) ?? [];
  if (key !== undefined) return matching(key, keysAt(session, at));
  const [, path] = /(?:'|")(\/[^'"]*)$/.exec(text) ?? [];
  if (path !== undefined) return paths(path, session, at);
  const [word = ""] = /[A-Za-z_]\w*$/.exec(text) ?? [];
  if (word === "" || /['"]/.test(lastQuote(text))) return { candidates: [], replaced: "" };
  const functions = [...builtins.keys(), ...specialForms.keys(), ...session.functionNames()];
  const names = [...functions.map((name) => `${name}(`), ...session.variableNames(), ...keywords];
  return matching(word, names);
}

/** The quote that is open at the end; empty if none is. */
function lastQuote(text: string): string {
  let open = "";
  for (const char of text) {
    if (open === "" && (char === "'" || char === '"')) open = char;
    else if (char === open) open = "";
  }
  return open;
}

function paths(written: string, session: Session, at: readonly Term[]): Completion {
  const slash = written.lastIndexOf("/") + 1;
  const above = slash === 1 ? [] : pathFrom(at, written.slice(0, slash));
  if (above === undefined) return { candidates: [], replaced: written };
  const shown = keysAt(session, above).map((key) => `${written.slice(0, slash)}${key}`);
  return matching(written, shown);
}

/** Steps as paths write them. */
function keysAt(session: Session, terms: readonly Term[]): readonly string[] {
  const value = session.valueAt(terms);
  if (value instanceof List) return Array.from({ length: value.size }, (_, i) => String(i));
  return value instanceof Dict ? value.keys().map((key) => formatTerms([key]).slice(1)) : [];
}

function matching(replaced: string, names: readonly string[]): Completion {
  const found = new Set(names.filter((name) => name.startsWith(replaced)));
  return { candidates: [...found].sort(), replaced };
}
