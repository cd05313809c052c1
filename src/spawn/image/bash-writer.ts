/** Pieces of a script for bash; all that comes from a description goes through `shellWord` or `hereDocument`. */

import { shellWord } from "../../text/shell-word.ts";

/** A path of the host, below the directory that the script is told to work in. */
export function hostPath(path: string): string {
  return `"$root"${shellWord(path)}`;
}

/** A command that reads a text. The text ends in a line feed. */
export function hereDocument(command: string, text: string): string {
  const lines = text.split("\n");
  let end = "EOF";
  while (lines.includes(end)) end += "_";
  return `${command} <<'${end}'\n${text.endsWith("\n") || text === "" ? text : `${text}\n`}${end}`;
}

/** A command on several lines, each of which but the first is indented. */
export function longCommand(indent: string, parts: readonly string[]): string {
  return parts
    .map((part, i) => (i === 0 ? `${indent}${part}` : `${indent}    ${part}`))
    .join(" \\\n");
}
