/**
 * The statement that tokens end in, as far as it is written. A statement that somebody is still writing is seldom
 * complete, so the next one begins where nothing but a statement can: at its `;`, at a reserved word, at a path on the
 * margin.
 */

import type { Token } from "../../pan/syntax/token.ts";
import { isPathProblem, parsePath } from "../../pan/tree/path.ts";
import type { Term } from "../../pan/tree/term.ts";
import { isText, textOf } from "./text-token.ts";

/** A bracket that nothing has closed. */
export interface OpenBracket {
  readonly kind: "(" | "[" | "{";
  /** The function that is called, or the word of the language; undefined for a bracket of its own. */
  readonly callee: string | undefined;
  /** Index of the bracket among the tokens of the statement. */
  readonly at: number;
  /** Commas, or semicolons in a block, that stand behind it. */
  readonly separators: number;
  /** Where the part behind the last one begins, as an index among the tokens of the statement. */
  readonly part: number;
}

export interface ScannedStatement {
  /** Up to the cursor, without the word that is being written. */
  readonly tokens: readonly Token[];
  /** The outermost first. */
  readonly open: readonly OpenBracket[];
  /** What paths are taken from; undefined where there is no prefix. */
  readonly prefix: readonly Term[] | undefined;
  /** Whether the template's own line is complete. */
  readonly hasHeader: boolean;
}

const kinds: ReadonlySet<string> = new Set(["object", "structure", "unique", "declaration"]);
const starters: ReadonlySet<string> = new Set([
  ...["include", "variable", "bind", "prefix", "valid", "function", "final", "type", "template"],
  ...kinds,
]);
/** They stand before the path or the word that belongs to them. */
const openers: ReadonlySet<string> = new Set([
  "bind",
  "valid",
  "prefix",
  "final",
  "type",
  "include",
]);

export function scanStatement(
  text: string,
  tokens: readonly Token[],
  half: Token | undefined,
): ScannedStatement {
  const scanner = new Scanner(text);
  for (const token of tokens) scanner.read(token);
  if (half !== undefined) scanner.meet(half, true);
  return scanner.result();
}

interface Bracket {
  readonly kind: OpenBracket["kind"];
  readonly callee: string | undefined;
  readonly at: number;
  separators: number;
  part: number;
}

const closers: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/** A class, as every token changes what is known. */
class Scanner {
  private readonly text: string;
  private statement: Token[] = [];
  private open: Bracket[] = [];
  private prefix: readonly Term[] | undefined;
  private hasHeader = false;

  constructor(text: string) {
    this.text = text;
  }

  read(token: Token): void {
    this.meet(token, false);
    const { image } = token;
    const top = this.open.at(-1);
    if (image === ";" && top === undefined) return this.end();
    this.statement.push(token);
    if (image === "(" || image === "[" || image === "{") this.push(image);
    else if (closers[image] !== undefined) this.close(closers[image]);
    else if (top !== undefined && (image === "," || image === ";")) {
      top.separators++;
      top.part = this.statement.length;
    }
  }

  /** Ends the statement if the token can only begin another one. */
  meet(token: Token, isHalf: boolean): void {
    if (this.statement.length > 0 && this.begins(token, isHalf)) this.end();
  }

  result(): ScannedStatement {
    const { statement: tokens, open, prefix, hasHeader } = this;
    return { tokens, open, prefix, hasHeader };
  }

  private begins(token: Token, isHalf: boolean): boolean {
    const previous = this.statement.at(-1);
    const first = this.statement[0]?.image ?? "";
    // A half word may become another one, unless it stands alone on its line.
    if (starters.has(token.image)) {
      if (isHalf && !this.isOnMargin(token)) return false;
      if (token.image === "template") return !kinds.has(previous?.image ?? "");
      if (previous?.image === "final") return token.image !== "variable";
      const isField = token.image === "include" && this.open.length > 0;
      return !(isField && (first === "type" || first === "bind") && !this.isOnMargin(token));
    }
    return isText(token) && this.isOnMargin(token) && this.pathBegins(token, isHalf);
  }

  private pathBegins(token: Token, isHalf: boolean): boolean {
    const previous = this.statement.at(-1);
    const first = this.statement[0]?.image ?? "";
    if (previous === undefined || openers.has(previous.image)) return false;
    const isRecord = first === "type" || first === "bind";
    if (this.open.length > 0 && (isRecord || !/^['"]\//.test(token.image))) return false;
    if (this.open.length > 0 && !isHalf) return this.isAssigned(token);
    if (endsOperand(previous) || this.open.length > 0) return true;
    // The value before it is missing.
    return isHalf ? /^['"]\//.test(token.image) : this.isAssigned(token);
  }

  private isAssigned({ end }: Token): boolean {
    return /^\s*\??=(?!=)/.test(this.text.slice(end, end + 40));
  }

  private isOnMargin({ startOffset }: Token): boolean {
    return startOffset === 0 || /[\r\n]/.test(this.text[startOffset - 1] ?? "");
  }

  private end(): void {
    const [first, second] = this.statement;
    if (first?.image === "prefix") this.prefix = prefixOf(second);
    if (first !== undefined && (first.image === "template" || kinds.has(first.image))) {
      this.hasHeader = true;
    }
    this.statement = [];
    this.open = [];
  }

  private push(kind: Bracket["kind"]): void {
    const before = this.statement.at(-2);
    const callee =
      kind === "(" && before !== undefined && isWord(before) ? before.image : undefined;
    const at = this.statement.length - 1;
    this.open.push({ kind, callee, at, separators: 0, part: at + 1 });
  }

  /** A bracket that fits none that is open closes nothing. */
  private close(kind: string): void {
    const at = this.open.findLastIndex((bracket) => bracket.kind === kind);
    if (at >= 0) this.open.length = at;
  }
}

function prefixOf(token: Token | undefined): readonly Term[] | undefined {
  const text = token === undefined ? "" : textOf(token);
  const path = text === "" ? undefined : parsePath(text);
  return path === undefined || isPathProblem(path) ? undefined : path.terms;
}

function isWord({ image }: Token): boolean {
  return /^[A-Za-z_]/.test(image);
}

/** A text whose quote is open may end with anything. */
function endsOperand(token: Token): boolean {
  return isText(token) || /[)\]}\w]$/.test(token.image);
}
