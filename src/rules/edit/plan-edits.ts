/**
 * From changes of a description to edits of its templates.
 *
 * A literal is replaced where it stands, so comments and layout stay. Where there is none, because the value is
 * computed or comes from a template that other machines share, an assignment at the end of the object template has
 * the last word.
 */

import { parseTemplate } from "../../pan/syntax/parse-template.ts";
import { panLiteral } from "../../pan/tree/literal.ts";
import type { Term } from "../../pan/tree/term.ts";
import type { TextEdit } from "../../text/edit.ts";
import type { Located, Span } from "../../text/span.ts";
import { termsOf } from "../resolve/facts.ts";
import { literalAt, type PathAssignment, pathAssignments, startsWith } from "./assignments.ts";
import type { PathChange } from "./source-change.ts";
import { valueStatement } from "./statements.ts";

export interface EditableSource {
  /** The object template's file. */
  readonly file: string;
  /** Files in which literals may be replaced, that one among them, and their texts. */
  readonly texts: ReadonlyMap<string, string>;
  /** The statement that wrote the value at a path. */
  readonly writtenAt: (terms: readonly Term[]) => Span | undefined;
}

/** Edits by file; files without any are left out. */
export type PlannedEdits = ReadonlyMap<string, readonly TextEdit[]>;

export function planEdits(changes: readonly PathChange[], source: EditableSource): PlannedEdits {
  const planner = new Planner(source);
  const appended = changes.flatMap((change) => planner.change(change));
  if (appended.length > 0) planner.append(appended);
  return planner.edits;
}

class Planner {
  readonly edits = new Map<string, TextEdit[]>();
  private readonly source: EditableSource;
  private readonly assignments: ReadonlyMap<string, readonly PathAssignment[]>;
  private readonly ownText: string;

  constructor(source: EditableSource) {
    this.source = source;
    this.ownText = source.texts.get(source.file) ?? "";
    this.assignments = new Map(
      [...source.texts].map(([file, text]) => {
        const { template } = parseTemplate(text, { file, dialect: "vmcs", mode: "compile" });
        return [file, pathAssignments(template)] as const;
      }),
    );
  }

  /** Plans the edits of a change; gives the statements that are to be added besides. */
  change({ path, after }: PathChange): readonly string[] {
    const terms = termsOf(path);
    const span = this.source.writtenAt(terms);
    const writer = this.writer(span);
    const literal = writer === undefined ? undefined : literalAt(writer, terms);
    if (after !== undefined && literal !== undefined && span !== undefined) {
      const { start, end } = literal;
      this.add(span.file, { start, end, text: panLiteral(after) });
      return [];
    }
    const removed = after === undefined ? this.remove(terms) : [];
    // Parts of it may be written by themselves, and then nobody has written the whole.
    const isGone =
      removed.length > 0 && (span === undefined || removed.some((one) => one === writer));
    return isGone ? [] : [valueStatement(path, after)];
  }

  append(statements: readonly string[]): void {
    const { length } = this.ownText;
    const lineEnd = length === 0 || this.ownText.endsWith("\n") ? "" : "\n";
    const added = `${lineEnd}${statements.map((statement) => `${statement}\n`).join("")}`;
    this.add(this.source.file, { start: length, end: length, text: added });
  }

  private writer(span: Span | undefined): PathAssignment | undefined {
    return this.assignments
      .get(span?.file ?? "")
      ?.find(({ statement }) => statement.start === span?.start && statement.end === span.end);
  }

  /** Takes out the assignments that write nothing but what is at the path or below it. */
  private remove(terms: readonly Term[]): readonly PathAssignment[] {
    const { file } = this.source;
    const own = this.assignments.get(file)?.filter((one) => startsWith(one.terms, terms)) ?? [];
    for (const { statement } of own) {
      this.add(file, { ...wholeLines(this.ownText, statement), text: "" });
    }
    return own;
  }

  private add(file: string, edit: TextEdit): void {
    const known = this.edits.get(file) ?? [];
    const isThere = known.some(({ start, end }) => start === edit.start && end === edit.end);
    if (!isThere) this.edits.set(file, [...known, edit]);
  }
}

/** The statement with its line, if nothing else is on it; a comment behind it goes with it. */
function wholeLines(text: string, { start, end }: Located): Located {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const [rest = ""] = /^[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/.exec(text.slice(end)) ?? [];
  const isAlone =
    text.slice(lineStart, start).trim() === "" && (rest !== "" || end === text.length);
  return isAlone ? { start: lineStart, end: end + rest.length } : { start, end };
}
