/** Text that has no better reading: compared as a whole, and never shown, as any line of it may hold a secret. */

import { sha1Hex } from "../../base/sha1.ts";
import { Dict } from "../../pan/tree/dict.ts";

export function textTree(text: string): Dict {
  // The line that tells of what a file was made makes no difference to anybody.
  const lines = text.split("\n").filter((line) => !/^#.*\bsha256:/.test(line));
  const count = lines.at(-1) === "" ? lines.length - 1 : lines.length;
  return Dict.of({ content: `${count} lines, sha1 ${fingerprint(lines.join("\n"))}` });
}

const shownDigits = 10;

function fingerprint(text: string): string {
  return sha1Hex(text).slice(0, shownDigits);
}
