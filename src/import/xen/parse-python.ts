/**
 * What a configuration of xm assigns: literals, and what `+`, `%` and `*` make of them.
 *
 * Nothing is run. A statement that is no such assignment is reported, with what it holds, and left out.
 */

import { lookUp } from "../../base/lookup.ts";
import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import { type CfgItem, type CfgText, madeText } from "./cfg-value.ts";
import { shownStatement } from "./context.ts";
import type { Assignment, ParsedCfg } from "./parse-cfg.ts";
import { formatText } from "./python-format.ts";
import { type PythonToken, pythonTokens } from "./python-tokens.ts";

export interface ParsedPython extends ParsedCfg {
  /** Variables that other values are made of; what is none of xm's keys among them is no mistake. */
  readonly used: ReadonlySet<string>;
}

export function parsePython(text: string, file: string): ParsedPython {
  return new PythonReader(text, file).read();
}

/** The end of an attempt to read a statement. */
const notLiteral = undefined;

class PythonReader {
  private readonly settings: Assignment[] = [];
  private readonly diagnostics: Diagnostic[] = [];
  private readonly variables = new Map<string, CfgItem>();
  private readonly used = new Set<string>();
  private readonly text: string;
  private readonly file: string;
  private readonly tokens: readonly PythonToken[];
  private at = 0;

  constructor(text: string, file: string) {
    this.text = text;
    this.file = file;
    this.tokens = pythonTokens(text);
  }

  read(): ParsedPython {
    let isRefused = false;
    while (this.at < this.tokens.length) {
      const first = this.tokens[this.at];
      if (first === undefined) break;
      if (first.kind === "line-end" || first.text === ";") {
        this.at++;
        continue;
      }
      // What a refused statement holds is indented, and refused with it.
      const isInner = isRefused && this.isIndented(first);
      if (isInner) this.skipLine();
      else isRefused = !this.statement(first);
    }
    const { settings, diagnostics, used } = this;
    return { settings, diagnostics, used };
  }

  private statement(first: PythonToken): boolean {
    const begin = this.at;
    const operator = this.tokens[this.at + 1];
    if (first.kind === "name" && (operator?.text === "=" || operator?.text === "+=")) {
      this.at += 2;
      const value = this.sum();
      const next = this.tokens[this.at];
      const isEnded = next === undefined || next.kind === "line-end" || next.text === ";";
      if (value !== notLiteral && isEnded) return this.assign(first, operator.text, value);
    }
    this.at = begin;
    return this.refuse(first);
  }

  private assign(name: PythonToken, operator: "=" | "+=" | string, value: CfgItem): boolean {
    const earlier = this.variables.get(name.text);
    const whole = operator === "+=" && earlier !== undefined ? added(earlier, value) : value;
    if (whole === undefined) return this.refuse(name);
    this.variables.set(name.text, whole);
    const { start: keyStart, end: keyEnd } = name;
    // Python has one value for a name: the last one.
    const index = this.settings.findIndex(({ key }) => key === name.text);
    if (index >= 0 && operator === "+=") this.settings.splice(index, 1);
    this.settings.push({ key: name.text, keyStart, keyEnd, operator: "=", value: whole });
    return true;
  }

  // ------------------------------------------------------------------------------------------- expressions

  private sum(): CfgItem | undefined {
    let left = this.product();
    while (left !== notLiteral && this.tokens[this.at]?.text === "+" && this.isSign()) {
      this.at++;
      const right = this.product();
      left = right === notLiteral ? notLiteral : added(left, right);
    }
    return left;
  }

  private product(): CfgItem | undefined {
    let left = this.atom();
    while (
      left !== notLiteral &&
      this.isSign() &&
      /^[%*]$/.test(this.tokens[this.at]?.text ?? "")
    ) {
      const operator = this.tokens[this.at]?.text;
      this.at++;
      const right = this.atom();
      if (right === notLiteral) return notLiteral;
      left = operator === "%" ? formatted(left, right) : multiplied(left, right);
    }
    return left;
  }

  private isSign(): boolean {
    return this.tokens[this.at]?.kind === "sign";
  }

  private atom(): CfgItem | undefined {
    const token = this.tokens[this.at];
    if (token === undefined) return notLiteral;
    this.at++;
    switch (token.kind) {
      case "text":
        return this.adjacentTexts(token);
      case "number":
        return numberText(token, token.text, token.start);
      case "name":
        return this.named(token);
      case "sign":
        return this.signed(token);
      case "line-end":
      case "unknown":
        return notLiteral;
    }
  }

  private named(token: PythonToken): CfgItem | undefined {
    const word = lookUp({ True: "1", False: "0" }, token.text);
    if (word !== undefined) return numberText(token, word, token.start);
    const next = this.tokens[this.at]?.text ?? "";
    if (next === "(" || next === "." || next === "[") return notLiteral;
    const value = this.variables.get(token.text);
    if (value !== undefined) this.used.add(token.text);
    return value;
  }

  private signed(token: PythonToken): CfgItem | undefined {
    const next = this.tokens[this.at];
    if (token.text === "-" && next?.kind === "number") {
      this.at++;
      return numberText(next, `-${next.text}`, token.start);
    }
    if (token.text === "[") return this.items(token, "]");
    if (token.text !== "(") return notLiteral;
    const list = this.items(token, ")");
    const isTuple = this.tokens[this.at - 2]?.text === "," || list?.items.length !== 1;
    return isTuple ? list : list?.items[0];
  }

  private items(open: PythonToken, close: string): Extract<CfgItem, { kind: "list" }> | undefined {
    const items: CfgItem[] = [];
    for (;;) {
      const token = this.tokens[this.at];
      if (token?.text === close && token.kind === "sign") {
        this.at++;
        return { kind: "list", items, start: open.start, end: token.end };
      }
      const item = this.sum();
      if (item === notLiteral) return notLiteral;
      items.push(item);
      if (this.tokens[this.at]?.text === ",") this.at++;
      else if (this.tokens[this.at]?.text !== close) return notLiteral;
    }
  }

  /** Texts beside each other are one. */
  private adjacentTexts(first: PythonToken): CfgItem {
    let whole: CfgItem = quotedText(first);
    for (let next = this.tokens[this.at]; next?.kind === "text"; next = this.tokens[this.at]) {
      this.at++;
      whole = added(whole, quotedText(next)) ?? whole;
    }
    return whole;
  }

  // ------------------------------------------------------------------------------------------- problems

  private isIndented({ start }: PythonToken): boolean {
    const line = this.text.lastIndexOf("\n", start - 1) + 1;
    return start > line || /^(else|elif|except|finally)\b/.test(this.text.slice(start, start + 8));
  }

  private skipLine(): void {
    while (this.at < this.tokens.length && this.tokens[this.at]?.kind !== "line-end") this.at++;
  }

  private refuse(first: PythonToken): false {
    this.skipLine();
    const line = this.text.indexOf("\n", first.start);
    const statement = this.text.slice(first.start, line < 0 ? this.text.length : line).trim();
    const span = { file: this.file, start: first.start, end: first.start + statement.length };
    this.diagnostics.push(
      diagnostic("import-python", span, { statement: shownStatement(statement) }),
    );
    return false;
  }
}

function quotedText({ text, start, end, offsets }: PythonToken): CfgText {
  return { kind: "text", text, isBare: false, start, end, offsets };
}

/** Python's octal numbers are xl's too, but for `0o`. */
function numberText(token: PythonToken, text: string, start: number): CfgText {
  return madeText(text.replace(/^(-?)0[oO]/, "$10"), true, { start, end: token.end });
}

function added(left: CfgItem, right: CfgItem): CfgItem | undefined {
  const { start } = left;
  const { end } = right;
  if (left.kind === "list" && right.kind === "list") {
    return { kind: "list", items: [...left.items, ...right.items], start, end };
  }
  if (left.kind !== "text" || right.kind !== "text" || left.isBare !== right.isBare)
    return undefined;
  if (left.isBare) return madeNumber(Number(left.text) + Number(right.text), left, right);
  const offsets = [...left.offsets.slice(0, -1), ...right.offsets];
  return { kind: "text", text: left.text + right.text, isBare: false, start, end, offsets };
}

function multiplied(left: CfgItem, right: CfgItem): CfgItem | undefined {
  if (left.kind !== "text" || right.kind !== "text" || !left.isBare || !right.isBare)
    return undefined;
  return madeNumber(Number(left.text) * Number(right.text), left, right);
}

function madeNumber(value: number, left: CfgText, right: CfgText): CfgText | undefined {
  return Number.isSafeInteger(value) ? madeText(String(value), true, both(left, right)) : undefined;
}

function both(left: CfgItem, right: CfgItem): { readonly start: number; readonly end: number } {
  return { start: Math.min(left.start, right.start), end: Math.max(left.end, right.end) };
}

/** `'%s-%d' % (name, 4)`, and the remainder of a number. */
function formatted(left: CfgItem, right: CfgItem): CfgItem | undefined {
  if (left.kind !== "text") return undefined;
  const values = right.kind === "list" ? right.items : [right];
  if (left.isBare) {
    const divisor = right.kind === "text" && right.isBare ? Number(right.text) : 0;
    return divisor > 0 && right.kind === "text"
      ? madeNumber(Number(left.text) % divisor, left, right)
      : undefined;
  }
  const texts = values.map((value) => (value.kind === "text" ? value.text : undefined));
  const text = texts.includes(undefined)
    ? undefined
    : formatText(left.text, texts as readonly string[]);
  return text === undefined ? undefined : madeText(text, false, both(left, right));
}
