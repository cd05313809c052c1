/** Literals of Python, of which a configuration for xm is made: it is run as a program, so nothing else is written. */

import { invariant } from "../../../base/invariant.ts";

export type PythonValue = string | number | readonly PythonValue[];

export interface PythonSetting {
  readonly key: string;
  readonly value: PythonValue;
}

export interface PythonSection {
  readonly comment: string;
  readonly settings: readonly PythonSetting[];
}

/** A whole file: comments at its head, then the sections, those without settings left out. */
export function printPython(head: readonly string[], sections: readonly PythonSection[]): string {
  const blocks = [["# -*- coding: utf-8 -*-", ...head.map(printComment)]];
  for (const { comment, settings } of sections) {
    if (settings.length > 0) blocks.push([printComment(comment), ...settings.map(printSetting)]);
  }
  return blocks.map((lines) => `${lines.join("\n")}\n`).join("\n");
}

function printSetting({ key, value }: PythonSetting): string {
  invariant(/^[a-z][_0-9a-z]*$/.test(key), `${key} can be a variable`);
  return `${key} = ${printValue(value)}`;
}

function printComment(text: string): string {
  invariant(!/[\r\n]/.test(text), "a comment is one line");
  return `# ${text}`;
}

function printValue(value: PythonValue): string {
  if (typeof value === "string") return quote(value);
  if (typeof value === "number") {
    invariant(Number.isSafeInteger(value), `${value} is a whole number`);
    return String(value);
  }
  if (value.length === 0) return "[]";
  return `[\n${value.map((item) => `    ${printValue(item)}`).join(",\n")}\n]`;
}

/** Bytes are what xm makes of a text, and its own escapes are the only ones that are sure to mean the same. */
function quote(text: string): string {
  const escaped = text.replace(/['\\]|\p{Cc}/gu, (character) => {
    if (character === "'" || character === "\\") return `\\${character}`;
    return `\\x${(character.codePointAt(0) ?? 0).toString(16).padStart(2, "0")}`;
  });
  return `'${escaped}'`;
}
