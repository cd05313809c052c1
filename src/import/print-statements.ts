/** Assignments of Pan, laid out for people: one line where that is enough, else a line for each entry. */

import { invariant } from "../base/invariant.ts";
import { quote } from "./pan-text.ts";
import type { PanHeredoc, PanValue } from "./pan-value.ts";

const lineWidth = 110;
const indentWidth = 4;

/** The statements that give the entries of a root, below its prefix. */
export function printStatements(root: PanValue): readonly string[] {
  invariant(root.kind === "dict", "a root is a record");
  return [...root.entries].flatMap(([name, value]) => statementsFor([name], value, false));
}

/** Records that are one thing to a reader, so that they are not spread over statements. */
const closed: ReadonlySet<string> = new Set(["os", "clock", "security", "instances", "cloud_init"]);

/** `isItem`: it is what an author's own name stands for, such as a disk, and one thing to a reader. */
function statementsFor(
  path: readonly string[],
  value: PanValue,
  isItem: boolean,
): readonly string[] {
  if (!isSpread(path, value, isItem)) return print(`'${path.join("/")}' = `, value, "", ";");
  return [...value.entries].flatMap(([name, child]) =>
    statementsFor([...path, name], child, value.isMap),
  );
}

function isSpread(
  path: readonly string[],
  value: PanValue,
  isItem: boolean,
): value is Extract<PanValue, { kind: "dict" }> {
  if (value.kind !== "dict" || value.entries.size === 0 || value.template !== undefined)
    return false;
  const children = [...value.entries.values()];
  if (value.isMap || children.length === 1) return true;
  if (isItem) return false;
  if (path.length === 1) return !closed.has(path[0] ?? "");
  return children.some((child) => child.kind === "dict" && child.template === undefined);
}

/** The lines of an expression between what stands before and after it. */
function print(before: string, value: PanValue, indent: string, after: string): readonly string[] {
  if (value.kind === "simple") return simpleLines(`${before}${value.text}${after}`, value.heredoc);
  const line = inline(value);
  if (line !== undefined && before.length + line.length + after.length <= lineWidth) {
    return [`${before}${line}${after}`];
  }
  const inner = `${indent}${" ".repeat(indentWidth)}`;
  if (value.kind === "list") {
    const items = value.items.flatMap((item) => print(inner, item, inner, ","));
    return [`${before}list(`, ...items, `${indent})${after}`];
  }
  const head =
    value.template === undefined ? `${before}dict(` : `${before}create(${quote(value.template)},`;
  const entries = [...value.entries].flatMap(([name, child]) =>
    print(`${inner}${quote(name)}, `, child, inner, ","),
  );
  return [head, ...entries, `${indent})${after}`];
}

function simpleLines(line: string, heredoc: PanHeredoc | undefined): readonly string[] {
  return heredoc === undefined ? [line] : [line, `${heredoc.body}${heredoc.name}`];
}

/** The expression on one line; undefined if a heredoc needs more. */
function inline(value: PanValue): string | undefined {
  if (value.kind === "simple") return value.heredoc === undefined ? value.text : undefined;
  if (value.kind === "list") return call("list", value.items.map(inline));
  const entries = [...value.entries].map(([name, child]) => {
    const text = inline(child);
    return text === undefined ? undefined : `${quote(name)}, ${text}`;
  });
  if (value.template === undefined) return call("dict", entries);
  return call("create", [quote(value.template), ...entries]);
}

function call(name: string, args: readonly (string | undefined)[]): string | undefined {
  return args.includes(undefined) ? undefined : `${name}(${args.join(", ")})`;
}
