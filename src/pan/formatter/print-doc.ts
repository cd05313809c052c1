/**
 * The printer of documents: text of a width, as far as that is possible.
 *
 * Blanks and indentation are written only once a text follows them, so no line ends in blanks. The text of a heredoc
 * waits for the end of its line, as the lexer reads it there.
 */

import { assertNever } from "../../base/assert-never.ts";
import { displayWidth } from "../../text/display-width.ts";
import type { Doc, Group, OwnLine } from "./doc.ts";

const indentWidth = 4;

/** A document that is still to be printed. */
interface Command {
  readonly doc: Doc;
  readonly indent: number;
  /** Whether the group that it belongs to is printed on several lines. */
  readonly broken: boolean;
}

/** Prints a document from the beginning of a line; the result ends without a line end. */
export function printDoc(doc: Doc, width: number): string {
  return new DocPrinter(width).run(doc);
}

/** What begins a line without a deeper indentation, where a comment forces it to a new one. */
const startsLine = /^(?:[{})\]]|(?:else|with)$)/;

/** State of one run; a class because all steps share the place that has been reached. */
class DocPrinter {
  private readonly width: number;
  private readonly waiting: Command[] = [];
  private out = "";
  /** Number of columns of the line so far, with blanks that are still to be written. */
  private column = 0;
  /** Blanks that stand before the next text. */
  private blanks = 0;
  /** The comment that ends the line. */
  private comment = "";
  /** Set behind what must end its line: where the next text begins. */
  private breakTo: number | undefined;
  private isEmptyLine = true;
  /** Whether an annotation stands right before, behind which a comment may follow on its line. */
  private isBehindAnnotation = false;
  /** Whether a quote may not follow on this line: it would be taken for the end of the string before. */
  private refusesQuote = false;
  private heredocs: string[] = [];

  constructor(width: number) {
    this.width = width;
  }

  run(doc: Doc): string {
    this.waiting.push({ doc, indent: 0, broken: true });
    for (let next = this.waiting.pop(); next !== undefined; next = this.waiting.pop()) {
      this.print(next);
    }
    this.endLine();
    return this.out;
  }

  private print({ doc, indent, broken }: Command): void {
    if (typeof doc === "string") return this.text(doc, indent);
    if (!("kind" in doc)) {
      for (let i = doc.length - 1; i >= 0; i--) {
        this.waiting.push({ doc: doc[i] as Doc, indent, broken });
      }
      return;
    }
    switch (doc.kind) {
      case "Indent":
        this.waiting.push({ doc: doc.content, indent: indent + indentWidth, broken });
        return;
      case "Group":
        this.waiting.push({ doc: doc.content, indent, broken: broken && !this.fits(doc, indent) });
        return;
      case "Line":
        // A line that must end ends where it may.
        if (doc.hard || broken || this.breakTo !== undefined) this.newLine(indent, doc.blank);
        else this.space(doc.flat.length);
        return;
      case "IfBroken":
        if (broken) this.text(doc.text, indent);
        return;
      case "TrailingComment":
        return this.trailingComment(doc.text, indent);
      case "OwnLine":
        return this.ownLine(doc, indent);
      case "Heredoc":
        this.text(doc.mark, indent);
        this.heredocs.push(doc.body);
        return;
      default:
        return assertNever(doc);
    }
  }

  // ------------------------------------------------------------------------------------------- output

  private text(text: string, indent: number): void {
    if (text === "") return;
    if (text === " ") return this.space(1);
    const slips = this.comment !== "" && (text === "," || text === ";");
    if (this.breakTo !== undefined && !slips) {
      const deeper = this.comment !== "" && !startsLine.test(text) ? indentWidth : 0;
      this.newLine(this.breakTo + deeper, false);
    } else if (this.refusesQuote && text.includes('"')) this.newLine(indent + indentWidth, false);
    this.write(text);
    if (endsDoubtfully(text)) this.refusesQuote = true;
  }

  private write(text: string): void {
    if (this.blanks > 0) this.out += " ".repeat(this.blanks);
    this.blanks = 0;
    this.out += text;
    this.isEmptyLine = false;
    const lastLine = text.lastIndexOf("\n") + 1;
    this.column = lastLine === 0 ? this.column + displayWidth(text) : text.length - lastLine;
  }

  private space(count: number): void {
    if (this.isEmptyLine || this.breakTo !== undefined) return;
    this.blanks += count;
    this.column += count;
  }

  private newLine(indent: number, blank: boolean): void {
    this.endLine();
    this.out += blank ? "\n\n" : "\n";
    this.blanks = indent;
    this.column = indent;
    this.isEmptyLine = true;
    this.breakTo = undefined;
    this.refusesQuote = false;
  }

  private endLine(): void {
    if (this.comment !== "") this.out += ` ${this.comment}`;
    this.comment = "";
    for (const body of this.heredocs) this.out += `\n${body}`;
    this.heredocs.length = 0;
  }

  private trailingComment(text: string, indent: number): void {
    const isTaken = this.comment !== "" || (this.breakTo !== undefined && !this.isBehindAnnotation);
    if (isTaken) this.newLine(this.breakTo ?? indent, false);
    else if (this.refusesQuote && text.includes('"')) this.newLine(indent, false);
    if (this.isEmptyLine) this.write(text);
    else this.comment = text;
    this.breakTo = indent;
    this.isBehindAnnotation = false;
  }

  private ownLine(doc: OwnLine, indent: number): void {
    if (this.breakTo !== undefined) this.newLine(this.breakTo, false);
    else if (!this.isEmptyLine) this.newLine(indent + indentWidth, false);
    const at = this.column;
    this.write(doc.role === "comment" ? doc.text : moveLines(doc, at));
    this.breakTo = at;
    this.isBehindAnnotation = doc.role === "annotation";
  }

  // ------------------------------------------------------------------------------------------ decisions

  /** Whether a group fits on the line, with all that follows it up to where a line may end. */
  private fits(group: Group, indent: number): boolean {
    if (group.broken) return false;
    let room = this.width - this.column;
    let rest = this.waiting.length;
    let { refusesQuote } = this;
    const inside: Command[] = [{ doc: group.content, indent, broken: false }];
    while (room >= 0) {
      const next = inside.pop() ?? this.waiting[--rest];
      if (next === undefined) return true;
      if (typeof next.doc === "string") {
        if (refusesQuote && next.doc.includes('"')) return false;
        refusesQuote ||= endsDoubtfully(next.doc);
      }
      const used = widthOf(next, inside);
      if (used === "ends") return true;
      room -= used;
    }
    return false;
  }
}

/** A quote behind a backslash is the end of a string only if no other quote follows on the line. */
function endsDoubtfully(text: string): boolean {
  return text.endsWith('\\"');
}

/** How much of the line a document takes, or that the line may end in it; what is in it goes onto the stack. */
function widthOf({ doc, indent, broken }: Command, inside: Command[]): number | "ends" {
  if (typeof doc === "string") return textWidth(doc, inside);
  if (!("kind" in doc)) {
    for (let i = doc.length - 1; i >= 0; i--) {
      inside.push({ doc: doc[i] as Doc, indent, broken });
    }
    return 0;
  }
  switch (doc.kind) {
    case "Indent":
      inside.push({ doc: doc.content, indent, broken });
      return 0;
    case "Group":
      inside.push({ doc: doc.content, indent, broken: broken || doc.broken });
      return 0;
    case "Line":
      return doc.hard || broken ? "ends" : doc.flat.length;
    case "IfBroken":
      return broken ? doc.text.length : 0;
    case "TrailingComment":
    case "OwnLine":
      return "ends";
    case "Heredoc":
      return doc.mark.length;
  }
}

/** Of a string with continuations only the first line counts, and the line ends in it. */
function textWidth(text: string, inside: Command[]): number {
  const end = text.indexOf("\n");
  if (end < 0) return displayWidth(text);
  inside.push({
    doc: { kind: "Line", flat: "", hard: true, blank: false },
    indent: 0,
    broken: true,
  });
  return end;
}

/** The lines of an annotation, moved with its first one. */
function moveLines({ text, column }: OwnLine, to: number): string {
  if (!text.includes("\n") || !isMovable(text)) return text;
  const [first = "", ...lines] = text.split("\n");
  const moved = lines.map((each) => {
    const content = each.trimStart();
    const blanks = each.slice(0, each.length - content.length);
    return content === "" ? "" : " ".repeat(Math.max(0, columnsOf(blanks) - column + to)) + content;
  });
  return [first, ...moved].join("\n");
}

/** Blanks at the beginning of a line mean something inside a quoted value, and behind a backslash. */
function isMovable(text: string): boolean {
  return !/\\\n|=\s*['"]/.test(text);
}

/** The width of blanks, with tabs to every fourth column. */
export function columnsOf(blanks: string): number {
  let column = 0;
  for (const blank of blanks) {
    column += blank === "\t" ? indentWidth - (column % indentWidth) : 1;
  }
  return column;
}
