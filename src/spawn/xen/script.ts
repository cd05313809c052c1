/** Scripts for a POSIX shell: words are quoted where they need it. */

import { invariant } from "../../base/invariant.ts";
import { shellWords } from "../../text/shell-word.ts";

/** A script that stops at the first failure. */
export function printScript(
  comments: readonly string[],
  commands: readonly (readonly string[])[],
): string {
  const head = comments.map((comment) => {
    invariant(!/[\r\n]/.test(comment), "a comment is one line");
    return `# ${comment}`.trimEnd();
  });
  return ["#!/bin/sh", ...head, "", "set -eu", "", ...commands.map(shellWords), ""].join("\n");
}
