/** What is behind the lines of a profile: its writers are watched while they walk through the tree. */

import { jsonText } from "../pan/java/json/json-text.ts";
import { sortDependencies } from "../pan/profile/dependency.ts";
import type { Profile, ProfileFormat } from "../pan/profile/profile.ts";
import { TextOutput } from "../pan/profile/text-output.ts";
import { type TreeVisitor, type Walk, walkTree } from "../pan/profile/walk-tree.ts";
import { xmlText } from "../pan/profile/xml-text.ts";
import type { Term } from "../pan/tree/term.ts";
import type { Property } from "../pan/tree/value.ts";
import type { Columns, FileOrigins, LineOrigin, LineOrigins } from "./line-origins.ts";
import { pathSource } from "./line-origins.ts";
import { splitLines } from "./split-lines.ts";

/** A value of the tree, and what was written of it. */
interface Written {
  readonly term: Term | undefined;
  readonly parent: Written | undefined;
  /** Undefined for a dict or list. */
  readonly value: Property | undefined;
  /** Lines from 1: what was written before the children. */
  readonly first: number;
  readonly last: number;
  /** The last line of all; known when the children are written. */
  end: number;
}

export function profileFileOrigins(format: ProfileFormat, profile: Profile): FileOrigins {
  const out = new CountedOutput();
  const watch = new Watch(out);
  format.write(profile, out, watch.walk);
  const lines = splitLines(out.text());
  if (format.suffix.startsWith("dep")) return { lines, of: (line) => ofDependency(profile, line) };
  return { lines, of: (line) => originsOf(lines, line, watch.written) };
}

function originsOf(
  lines: readonly string[],
  line: number,
  written: readonly Written[],
): LineOrigins {
  const found = lastBefore(written, line);
  let around: Written | undefined = found;
  while (around !== undefined && around.end < line) around = around.parent;
  if (around === undefined) {
    return { range: { first: line, last: line }, relation: "itself", origins: [] };
  }
  const range = { first: around.first, last: around.end };
  const isOwn = line <= around.last;
  const relation = !isOwn ? "closes" : line === around.first ? "itself" : "within";
  return { range, relation, origins: [originOf(around, lines[line - 1] ?? "")] };
}

/** The value that was begun last, up to a line. */
function lastBefore(written: readonly Written[], line: number): Written | undefined {
  let low = 0;
  let high = written.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((written[middle]?.first ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return written[low - 1];
}

function originOf(written: Written, line: string): LineOrigin {
  const terms: Term[] = [];
  for (let at: Written | undefined = written; at?.term !== undefined; at = at.parent) {
    terms.unshift(at.term);
  }
  const { value } = written;
  const columns = columnsOf(String(value ?? written.term ?? ""), line);
  return {
    source: pathSource(terms),
    role: value === undefined ? "name" : "value",
    columns,
    from: [],
  };
}

/** Where the line has a text, as one of the formats writes it. */
function columnsOf(text: string, line: string): Columns | undefined {
  for (const spelling of [text, jsonText(text).slice(1, -1), xmlText(text) ?? ""]) {
    const start = spelling === "" ? -1 : line.lastIndexOf(spelling);
    if (start >= 0) return { start, end: start + spelling.length };
  }
  return undefined;
}

function ofDependency({ dependencies }: Profile, line: number): LineOrigins {
  const dependency = sortDependencies(dependencies)[line - 1];
  const origins: LineOrigin[] = [];
  if (dependency !== undefined) {
    const { name, kind, directory } = dependency;
    const file = directory === undefined ? undefined : `${directory}/${name}${endings[kind] ?? ""}`;
    const columns = { start: 0, end: name.length };
    origins.push({ source: { kind: "file", name, file }, role: "name", columns, from: [] });
  }
  return { range: { first: line, last: line }, relation: "itself", origins };
}

const endings: Readonly<Record<string, string>> = { PAN: ".pan", TPL: ".tpl" };

/** Keeps what is written, and knows its line. */
class CountedOutput extends TextOutput {
  /** From 1. */
  line = 1;
  private readonly chunks: string[];

  constructor() {
    const chunks: string[] = [];
    super((chunk) => chunks.push(chunk));
    this.chunks = chunks;
  }

  override write(text: string): void {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.line++;
    this.isAtStart = text === "" ? this.isAtStart : text.endsWith("\n");
    if (this.begins === 0) this.begins = this.lineOfContent(text);
    super.write(text);
  }

  text(): string {
    this.end();
    return this.chunks.join("");
  }

  /** Line of the first character since `mark`; what separates values belongs to neither. */
  begins = 0;
  private isAtStart = true;

  mark(): void {
    this.begins = 0;
  }

  /** Line of the last character. */
  get lastLine(): number {
    return this.isAtStart ? this.line - 1 : this.line;
  }

  private lineOfContent(text: string): number {
    const separator = /^,?\n/.exec(text)?.[0] ?? "";
    if (separator === text) return 0;
    const after = text.slice(separator.length);
    return this.line - (after.split("\n").length - 1);
  }
}

/** Goes between a walk and a visitor. */
class Watch {
  readonly written: Written[] = [];
  readonly walk: Walk;

  constructor(out: CountedOutput) {
    const { written } = this;
    let open: Written | undefined;
    const note = (term: Term | undefined, value: Property | undefined): Written => {
      const { begins: first, lastLine: last } = out;
      const entry = { term, parent: open, value, first, last, end: last };
      written.push(entry);
      return entry;
    };
    const watching = (visitor: TreeVisitor): TreeVisitor => ({
      enter(term, resource, depth) {
        out.mark();
        visitor.enter(term, resource, depth);
        open = note(term, undefined);
      },
      property(term, value, depth) {
        out.mark();
        visitor.property(term, value, depth);
        note(term, value);
      },
      leave(resource, depth) {
        visitor.leave(resource, depth);
        if (open !== undefined) open.end = Math.max(open.end, out.lastLine);
        open = open?.parent;
      },
    });
    this.walk = (root, visitor) => walkTree(root, watching(visitor));
  }
}
