/**
 * YAML that every reader understands alike.
 *
 * cloud-init reads YAML 1.1 with PyYAML, netplan with libyaml, and people with their eyes. A text is written plain
 * only if no version of YAML takes it for anything else, as a block if it has lines, and in double quotes with
 * escapes otherwise.
 */

import { Document, isMap, isPair, isScalar, Scalar, visit } from "yaml";

export type YamlValue =
  | string
  | number
  | boolean
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue | undefined };

/** The list, or nothing for no items: a key without a value is left out. */
export function nonEmpty<Item>(items: readonly Item[] | undefined): readonly Item[] | undefined {
  return items === undefined || items.length === 0 ? undefined : items;
}

/** A document: comment lines at its head, then the value. Keys without a value are left out. */
export function printYaml(head: readonly string[], value: YamlValue): string {
  const document = new Document(value, { version: "1.1", aliasDuplicateObjects: false });
  visit(document, {
    Pair(_, { key, value: child }) {
      if (isScalar(key)) key.type = styleOf(key.value, "key");
      if (isScalar(child)) child.type = styleOf(child.value, "value");
    },
    Scalar(_, node, path) {
      if (!isPair(path.at(-1))) node.type = styleOf(node.value, "value");
    },
    Seq(_, node, path) {
      // A command and its arguments, or the fields of a mount, read best on one line.
      const parent = path.at(-1);
      const isInner = parent !== undefined && !isPair(parent) && !isMap(parent);
      if (isInner && "items" in parent && node.items.every(isScalar)) node.flow = true;
    },
  });
  const text = document.toString({
    lineWidth: 0,
    directives: false,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
  return `${head.map((line) => `#${line}\n`).join("")}${text.replace(unprintable, escapeOf)}`;
}

/** Whether YAML holds the text as it is in a block, so that a person can read it. */
export function isReadable(text: string): boolean {
  return text.search(unprintable) === -1 && !text.includes("\r");
}

/** What PyYAML refuses, takes for the end of a line, or takes for a mark of the byte order. */
const unprintable = /[\u007f-\u009f\u2028\u2029\ufeff]/g;

function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function styleOf(value: unknown, role: "key" | "value"): Scalar.Type {
  if (typeof value !== "string") return Scalar.PLAIN;
  if (plain.test(value) && !value.includes(": ") && !value.endsWith(":")) return Scalar.PLAIN;
  const isBlock = role === "value" && value.includes("\n") && block.test(value);
  return isBlock && isReadable(value) ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_DOUBLE;
}

/** A text that begins like a word or a path; the library still quotes `yes`, `null` and their like. */
const plain = /^[A-Za-z/][A-Za-z0-9_./+@:()=, -]*(?<! )$/;

/** A first line that shows how far the block is indented, and no last line of blanks alone. */
const block = /^\S(?:.|\n)*\S\n?$/u;
