/** Lines that begin with a colon: a command's name, and what stands behind it. */

import { formatTerms, isPathProblem, parsePath } from "../pan/tree/path.ts";
import type { Term } from "../pan/tree/term.ts";
import type { Located } from "../text/span.ts";

export interface ReplCommand {
  readonly name: string;
  /** How it is written. */
  readonly form: string;
  readonly summary: string;
}

/** All of them, in the order in which `:help` lists them. */
export const replCommands = [
  { name: "path", form: ":path PATH", summary: "go to a path: SELF is the value there" },
  { name: "type", form: ":type [PATH]", summary: "what a value is, and what checks it" },
  { name: "explain", form: ":explain [PATH]", summary: "every statement that wrote a value" },
  {
    name: "set",
    form: ":set PATH = DML",
    summary: "change the profile for this session (?= where nothing is)",
  },
  { name: "reset", form: ":reset", summary: "undo all that :set has done" },
  { name: "load", form: ":load FILE", summary: "ask another template" },
  { name: "help", form: ":help", summary: "this list" },
  { name: "quit", form: ":quit", summary: "leave (as Ctrl-D does)" },
] as const satisfies readonly ReplCommand[];

export type ReplCommandName = (typeof replCommands)[number]["name"];

export interface CommandLine {
  /** As it was written, without the colon. */
  readonly name: string;
  readonly argument: string;
  /** The place of the argument in the line. */
  readonly at: Located;
}

/** Undefined: the text is DML. */
export function commandLine(text: string): CommandLine | undefined {
  const [whole, blank = "", name = ""] = /^(\s*:)(\w*)\s*/.exec(text) ?? [];
  if (whole === undefined || !blank.includes(":")) return undefined;
  const argument = text.slice(whole.length).trimEnd();
  const start = argument === "" ? blank.length + name.length : whole.length;
  return { name, argument, at: { start, end: start + argument.length } };
}

/** The commands that a name may be short for, or is. */
export function commandNamed(name: string): ReplCommandName | undefined {
  const found = replCommands.filter((command) => name !== "" && command.name.startsWith(name));
  return found.length === 1 ? found[0]?.name : undefined;
}

/** The path of an argument, as seen from another one; undefined if it is none. */
export function pathFrom(base: readonly Term[], written: string): readonly Term[] | undefined {
  const text = unquoted(written);
  const steps: string[] = [];
  // Steps of a path are escaped where they have a slash in them, so they can be parted before they are read.
  for (const step of [...(text.startsWith("/") ? [] : [formatTerms(base)]), text]
    .join("/")
    .split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  const path = parsePath(`/${steps.join("/")}`);
  return isPathProblem(path) ? undefined : path.terms;
}

export interface SetArgument {
  readonly path: string;
  readonly isConditional: boolean;
  /** Offset of the path, and of the DML, in the argument. */
  readonly pathAt: Located;
  readonly value: number;
}

/** `PATH = DML`, `PATH ?= DML`; undefined if it is not so. */
export function setArgument(argument: string): SetArgument | undefined {
  const [whole, path = "", , sign] =
    /^('[^']*'|"[^"]*"|[^\s='"?]+)(\s*)(\?=|=(?!=))/.exec(argument) ?? [];
  if (whole === undefined || argument.slice(whole.length).trim() === "") return undefined;
  return {
    path,
    isConditional: sign === "?=",
    pathAt: { start: 0, end: path.length },
    value: whole.length,
  };
}

function unquoted(text: string): string {
  return /^(['"]).*\1$/.test(text) ? text.slice(1, -1) : text;
}
