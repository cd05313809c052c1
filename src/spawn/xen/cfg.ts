/**
 * The syntax of xl's configuration files (xl.cfg(5); libxlutil's scanner).
 *
 * Escapes by number are of no use: libxlutil drops them. What they would be needed for cannot occur, as texts come
 * from XML.
 */

import { invariant } from "../../base/invariant.ts";

/** Numbers are whole and not negative: the syntax has no others. */
export type CfgValue = string | number | readonly CfgValue[];

export interface CfgSetting {
  readonly key: string;
  readonly value: CfgValue;
}

export interface CfgSection {
  readonly comment: string;
  readonly settings: readonly CfgSetting[];
}

/** A whole file: comments at its head, then the sections, those without settings left out. */
export function printCfg(head: readonly string[], sections: readonly CfgSection[]): string {
  const blocks = [head.map(printComment)];
  for (const { comment, settings } of sections) {
    if (settings.length > 0) blocks.push([printComment(comment), ...settings.map(printSetting)]);
  }
  return blocks.map((lines) => `${lines.join("\n")}\n`).join("\n");
}

export function printSetting({ key, value }: CfgSetting): string {
  invariant(/^[a-z][._0-9a-z]*$/.test(key), `${key} can be a key`);
  return `${key} = ${printValue(value, "")}`;
}

function printComment(text: string): string {
  invariant(!/[\r\n]/.test(text), "a comment is one line");
  return `# ${text}`;
}

function printValue(value: CfgValue, indent: string): string {
  if (typeof value === "string") return quote(value);
  if (typeof value === "number") {
    invariant(Number.isSafeInteger(value) && value >= 0, `${value} is a number of the syntax`);
    return String(value);
  }
  if (value.length === 0) return "[]";
  const inner = `${indent}    `;
  const items = value.map((item) => `${inner}${printValue(item, inner)}`);
  return `[\n${items.join(",\n")}\n${indent}]`;
}

function quote(text: string): string {
  return `"${text.replace(/["\\\n\r\t]/g, (character) => escapes[character] ?? character)}"`;
}

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};
