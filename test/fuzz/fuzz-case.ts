/** One input of the fuzzer: templates that may include each other, and the dialect they are read in. */

import type { Dialect } from "../../src/pan/syntax/dialect.ts";
import { parseArchive } from "../support/txtar.ts";

export interface FuzzCase {
  readonly dialect: Dialect;
  /** Text by path below the include path. Those that end in `.pan` are given to the compiler. */
  readonly files: ReadonlyMap<string, string>;
}

/** The case as one text, exact to the byte, that `parseCase` reads; `note` is for people. */
export function printCase(note: string, { dialect, files }: FuzzCase): string {
  const parts = [...files].map(([name, text]) =>
    isPlain(text) ? `-- ${name} --\n${text}\n` : `-- ${name} (escaped) --\n${escaped(text)}\n`,
  );
  return `${note.trimEnd()}\n\ndialect ${dialect}\n${parts.join("")}`;
}

export function parseCase(text: string): FuzzCase {
  const { comment, files } = parseArchive(text);
  const dialect = /^dialect pan$/m.test(comment) ? "pan" : "vmcs";
  const entries = [...files].map(([name, body]): readonly [string, string] => {
    const content = body.replace(/\n$/, "");
    const suffix = " (escaped)";
    return name.endsWith(suffix)
      ? [name.slice(0, -suffix.length), JSON.parse(content.replaceAll("\n", "")) as string]
      : [name, content];
  });
  return { dialect, files: new Map(entries) };
}

/** Whether a text stays what it is in an archive, and a person can read it there. */
function isPlain(text: string): boolean {
  return /^[\n\x20-\x7e]*$/.test(text) && !/^-- .+ --$/m.test(text);
}

/** A JSON string of ASCII characters, a line of it for each line of the text. */
function escaped(text: string): string {
  return JSON.stringify(text)
    .replace(/[\x7f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replaceAll("\\n", "\\n\n");
}
