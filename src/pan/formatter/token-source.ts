/**
 * The tokens of a template in order, each with the comments and annotations around it.
 *
 * Tokens that say nothing are left out: a `;` after another one, a comma at either end of a list of arguments, the
 * last `;` of a block. The layout puts those that it wants where it wants them.
 */

import { invariant } from "../../base/invariant.ts";
import type { Annotation, Comment } from "../syntax/ast.ts";
import type { HeredocBody, LexResult } from "../syntax/lexer.ts";
import type { Token } from "../syntax/token.ts";
import { blankLine, type Doc, hardLine } from "./doc.ts";
import { columnsOf } from "./print-doc.ts";

interface Trivia {
  readonly role: "comment" | "annotation";
  readonly text: string;
  readonly start: number;
  /** Where what stands before it ends. */
  readonly after: number;
}

/** Before a token. */
interface Surroundings {
  readonly lead: readonly Trivia[];
  /** Where what stands before the token itself ends. */
  readonly after: number;
}

export class TokenSource {
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private readonly around: readonly Surroundings[];
  /** Comments at the end of a token's line. */
  private readonly trails: ReadonlyMap<number, Trivia>;
  private readonly heredocs: readonly HeredocBody[];
  private index = 0;
  private nextHeredoc = 0;
  /** Whether the lead of the next token has been taken. */
  private isLeadTaken = false;
  /** Whether the comment behind the last token has been taken. */
  private isTrailTaken = false;

  constructor(text: string, lexed: LexResult) {
    this.text = text;
    this.tokens = meaningful(lexed);
    this.heredocs = lexed.heredocs;
    const attached = attach(text, this.tokens, lexed);
    this.around = attached.around;
    this.trails = attached.trails;
  }

  // ------------------------------------------------------------------------------------------- looking

  /** The next token as written; the empty string at the end of the file. */
  get next(): string {
    return this.token(0).image;
  }

  isNext(text: string): boolean {
    return this.next === text;
  }

  /** The token after the next one. */
  get second(): string {
    return this.tokens[this.index + 1]?.image ?? "";
  }

  get nextStart(): number {
    return this.token(0).startOffset;
  }

  /** Whether what is next, with what belongs to it, begins a line. */
  startsLine(): boolean {
    return lineEnds(this.text, this.gapStart(), this.pieceStart()) > 0;
  }

  /** Whether there is an empty line before what is next. */
  followsBlank(): boolean {
    return lineEnds(this.text, this.gapStart(), this.pieceStart()) > 1;
  }

  /** Where what has been taken ends, the comment behind it included. */
  reached(): number {
    return this.gapStart();
  }

  /** Whether comments have changed places with the token that was taken last, which binds it to what follows. */
  hasMovedComments(): boolean {
    const [first] = this.surroundings().lead;
    if (first?.role === "comment" && first.after < this.token(-1).end) return true;
    const isLineEnd = this.endsLine(this.gapStart());
    return !isLineEnd && (first?.role === "comment" || this.trails.has(this.index - 1));
  }

  hasLead(): boolean {
    return !this.isLeadTaken && this.surroundings().lead.length > 0;
  }

  // -------------------------------------------------------------------------------------------- taking

  /** The comments and annotations before the next token, each on lines of its own. */
  lead(): Doc {
    if (this.isLeadTaken) return "";
    this.isLeadTaken = true;
    return this.surroundings().lead.map((trivia) => this.triviaDoc(trivia));
  }

  /** The same where an item of a list begins, with line ends and empty lines kept. */
  itemLead(): Doc {
    if (!this.hasLead()) return "";
    this.isLeadTaken = true;
    const { lead, after } = this.surroundings();
    return lead.map((trivia, i) => {
      const next = lead[i + 1];
      const end = next?.start ?? this.nextStart;
      const isJoined = next !== undefined && this.isBehindAnnotation(next, trivia);
      const isBlank = lineEnds(this.text, next?.after ?? after, end) > 1;
      return [this.triviaDoc(trivia, lead[i - 1]), isJoined ? "" : isBlank ? blankLine : hardLine];
    });
  }

  /** The comments before a closing bracket, each after a line end; they belong to what is inside. */
  closingLead(): Doc {
    if (!this.hasLead()) return "";
    this.isLeadTaken = true;
    const { lead } = this.surroundings();
    return lead.map((trivia, i) => {
      const previous = lead[i - 1];
      if (previous !== undefined && this.isBehindAnnotation(trivia, previous)) {
        return this.triviaDoc(trivia, previous);
      }
      const isBlank = lineEnds(this.text, trivia.after, trivia.start) > 1;
      return [
        isBlank && this.token(-1).image !== "{" ? blankLine : hardLine,
        this.triviaDoc(trivia),
      ];
    });
  }

  /** Takes the next token: its text alone. */
  textOf(expected?: string): string {
    const { image } = this.token(0);
    invariant(
      expected === undefined || image === expected,
      `The formatter wants '${expected}' where '${image}' stands.`,
    );
    this.index++;
    this.isLeadTaken = false;
    this.isTrailTaken = false;
    return image.includes("\r") ? image.replace(/\r\n?/g, "\n") : image;
  }

  /** The comment behind the token that was taken last. */
  trail(): Doc {
    const trail = this.isTrailTaken ? undefined : this.trails.get(this.index - 1);
    this.isTrailTaken = true;
    return trail === undefined ? "" : { kind: "TrailingComment", text: trail.text };
  }

  /** Takes the next token with all that belongs to it. */
  take(expected?: string): Doc {
    if (!this.hasLead()) {
      const text = this.textOf(expected);
      return this.trails.size === 0 ? text : [text, this.trail()];
    }
    return [this.lead(), this.textOf(expected), this.trail()];
  }

  takeHeredoc(): Doc {
    const { start, end } = this.heredocs[this.nextHeredoc++] as HeredocBody;
    const lead = this.lead();
    const mark = this.textOf();
    const body = this.text.slice(start, end);
    return [lead, { kind: "Heredoc", mark, body }, this.trail()];
  }

  /** Takes tokens up to an offset, without blanks between them. */
  takeTight(end: number): Doc {
    const taken: Doc[] = [];
    while (this.token(0).end <= end && this.next !== "") taken.push(this.take());
    return taken;
  }

  // ------------------------------------------------------------------------------------------- helpers

  /** Whether nothing but blanks follows on the line. */
  private endsLine(offset: number): boolean {
    let end = offset;
    while (" \t\f".includes(this.text[end] ?? "\n")) end++;
    return "\r\n".includes(this.text[end] ?? "\n");
  }

  private token(distance: number): Token {
    return this.tokens[this.index + distance] as Token;
  }

  private surroundings(): Surroundings {
    return this.around[this.index] as Surroundings;
  }

  /** Where the gap before the next token, or before its lead, begins. */
  private gapStart(): number {
    const { lead, after } = this.surroundings();
    return this.isLeadTaken ? after : (lead[0]?.after ?? after);
  }

  private pieceStart(): number {
    return this.isLeadTaken
      ? this.nextStart
      : (this.surroundings().lead[0]?.start ?? this.nextStart);
  }

  private isBehindAnnotation(trivia: Trivia, previous: Trivia): boolean {
    const isPair = trivia.role === "comment" && previous.role === "annotation";
    return isPair && lineEnds(this.text, trivia.after, trivia.start) === 0;
  }

  private triviaDoc(trivia: Trivia, previous?: Trivia): Doc {
    const { role, text, start } = trivia;
    if (previous !== undefined && this.isBehindAnnotation(trivia, previous)) {
      return { kind: "TrailingComment", text };
    }
    return { kind: "OwnLine", role, text, column: indentOf(this.text, start) };
  }
}

/** Without the tokens that can be left out. */
function meaningful({ tokens, annotations }: LexResult): readonly Token[] {
  const kept: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const before = kept.at(-1);
    const after = tokens[i + 1]?.image;
    if (token.image === "," && (before?.image === "(" || after === ")")) continue;
    if (token.image === ";" && after === "}") continue;
    const isLone = token.image === ";" && before?.image === ";";
    if (isLone && !annotations.some((each) => isBetween(each, before, token))) continue;
    kept.push(token);
  }
  return kept;
}

/** An annotation before a lone `;` describes nothing; without it, it would describe what follows. */
function isBetween(annotation: Annotation, before: Token, after: Token): boolean {
  return annotation.start >= before.end && annotation.end <= after.startOffset;
}

interface Attached {
  readonly around: readonly Surroundings[];
  readonly trails: ReadonlyMap<number, Trivia>;
}

const noTrivia: readonly Trivia[] = [];

function attach(text: string, tokens: readonly Token[], lexed: LexResult): Attached {
  const between = inOrder(lexed);
  const around: Surroundings[] = [];
  const trails = new Map<number, Trivia>();
  let at = 0;
  let after = 0;
  tokens.forEach((token, index) => {
    let lead: Trivia[] | undefined;
    for (let next = between[at]; next !== undefined; next = between[at]) {
      if (next.start >= token.startOffset && token.image !== "") break;
      at++;
      const from = after;
      after = next.end;
      if (!("kind" in next)) continue;
      if (isTrail(text, next, from, lead, index)) {
        trails.set(index - 1, triviaOf(text, next, from));
        continue;
      }
      lead ??= [];
      lead.push(triviaOf(text, next, from));
    }
    around.push({ lead: lead ?? noTrivia, after });
    after = token.end;
  });
  if (trails.size > 0 || between.length > 0) passOn(tokens, around, trails);
  return { around, trails };
}

/** A separator goes before the comments that stand before it: they become those of what follows. */
function passOn(
  tokens: readonly Token[],
  around: Surroundings[],
  trails: Map<number, Trivia>,
): void {
  tokens.forEach(({ image }, i) => {
    if (image !== "," && image !== ";") return;
    const { lead, after } = around[i] as Surroundings;
    // An annotation would describe what follows the separator.
    if (lead.some(({ role }) => role === "annotation")) return;
    // The end of the file is a token too.
    const next = around[i + 1] as Surroundings;
    const [before, behind] = [trails.get(i - 1), trails.get(i)];
    // A line has no place for two comments.
    const passed = before !== undefined && behind !== undefined ? [...lead, behind] : lead;
    if (before !== undefined) trails.set(i, before);
    trails.delete(i - 1);
    if (passed.length === 0) return;
    around[i] = { lead: noTrivia, after };
    around[i + 1] = { ...next, lead: [...passed, ...next.lead] };
  });
}

type Between = Comment | Annotation | HeredocBody;

function inOrder({ comments, annotations, heredocs }: LexResult): readonly Between[] {
  if (annotations.length + heredocs.length === 0) return comments;
  return [...comments, ...annotations, ...heredocs].sort((a, b) => a.start - b.start);
}

/** Whether a comment stands behind the token before it, on the same line. */
function isTrail(
  text: string,
  next: Comment | Annotation,
  from: number,
  lead: readonly Trivia[] | undefined,
  index: number,
): boolean {
  const isFirst = next.kind === "Comment" && lead === undefined && index > 0;
  return isFirst && lineEnds(text, from, next.start) === 0;
}

function triviaOf(text: string, { kind, start, end }: Comment | Annotation, after: number): Trivia {
  const written = text.slice(start, end);
  if (kind === "Comment") return { role: "comment", text: written.trimEnd(), start, after };
  return { role: "annotation", text: written.replace(/\r\n?/g, "\n"), start, after };
}

/** The number of line ends between two offsets; two are enough to know of an empty line. */
function lineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to && count < 2; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) count++;
  }
  return count;
}

/** The width of the blanks that the line of an offset begins with. */
function indentOf(text: string, offset: number): number {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  return columnsOf(/^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? "");
}
