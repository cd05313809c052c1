/** Scripts for a POSIX shell: words are quoted where they need it. */

import { invariant } from "../../base/invariant.ts";

/** A script that stops at the first failure. */
export function printScript(comments: readonly string[], commands: readonly string[]): string {
  const head = comments.map((comment) => {
    invariant(!/[\r\n]/.test(comment), "a comment is one line");
    return `# ${comment}`.trimEnd();
  });
  return ["#!/bin/sh", ...head, "", "set -eu", "", ...commands, ""].join("\n");
}

export function printCommand(words: readonly string[]): string {
  return words.map(quoteWord).join(" ");
}

/** In single quotes nothing has a meaning but the single quote itself. */
function quoteWord(word: string): string {
  return /^[A-Za-z0-9_./:=@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
