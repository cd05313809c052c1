/**
 * The parser of xl's configurations (libxlutil's scanner and grammar).
 *
 * It never fails: a line that cannot be read is reported, and reading goes on where the next setting begins.
 */

import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import type { CfgItem, CfgList, CfgSetting, CfgText } from "./cfg-value.ts";
import { plainOffsets } from "./cfg-value.ts";
import { mayHoldSecret, shownStatement } from "./context.ts";
import { readString } from "./read-string.ts";

export interface ParsedCfg {
  /** In the order in which they are written; keys may repeat. */
  readonly settings: readonly Assignment[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface Assignment extends Omit<CfgSetting, "isSum"> {
  readonly operator: "=" | "+=";
}

export function parseCfg(text: string, file: string): ParsedCfg {
  return new CfgParser(text, file).parse();
}

class CfgParser {
  private readonly settings: Assignment[] = [];
  private readonly diagnostics: Diagnostic[] = [];
  private readonly text: string;
  private readonly file: string;
  private at = 0;

  constructor(text: string, file: string) {
    this.text = text;
    this.file = file;
  }

  parse(): ParsedCfg {
    for (;;) {
      this.skipBlank();
      if (this.at >= this.text.length) break;
      if (this.lineEnd() || this.take(";")) continue;
      if (!this.statement()) this.recover();
    }
    return { settings: this.settings, diagnostics: this.diagnostics };
  }

  /** One assignment and what ends it; whether it could be read. */
  private statement(): boolean {
    const start = this.at;
    const key = this.match(/[a-z][._0-9a-z]*/y);
    if (key === undefined) return this.refuseLine();
    const keyEnd = this.at;
    this.skipBlank();
    const operator = this.take("+=") ? "+=" : this.take("=") ? "=" : undefined;
    if (operator === undefined) return this.refuseLine();
    this.skipBlank();
    const value = this.value();
    if (value === undefined) return false;
    this.skipBlank();
    const isEnded = this.at >= this.text.length || /[\n#;]/.test(this.text[this.at] ?? "");
    if (!isEnded) return this.refuse("the end of the line, or ; and another setting");
    this.settings.push({ key, keyStart: start, keyEnd, operator, value });
    return true;
  }

  private value(): CfgItem | undefined {
    return this.text[this.at] === "[" ? this.list() : this.atom();
  }

  private atom(): CfgText | undefined {
    const start = this.at;
    if (this.text[start] === '"' || this.text[start] === "'") return this.quoted(start);
    const digits = this.match(/[0-9][0-9a-fx]*/y);
    if (digits !== undefined) {
      const offsets = plainOffsets(start, digits.length);
      return { kind: "text", text: digits, isBare: true, start, end: this.at, offsets };
    }
    if (this.text[start] === "-") {
      this.refuse("a number without a sign, or one between quotes");
    } else {
      this.refuse('a value: a number, "text" or [list]');
    }
    return undefined;
  }

  private quoted(start: number): CfgText | undefined {
    const found = readString(this.text, start);
    if (found === undefined) {
      const end = this.endOfLine(start);
      this.report("import-cfg-text-not-closed", start, end);
      this.at = end;
      return undefined;
    }
    for (const { kind, start: from, end } of found.problems) {
      const code =
        kind === "invalid" ? "import-cfg-escape-invalid" : "import-cfg-escape-without-effect";
      this.reportEscape(code, from, end);
    }
    this.at = found.end;
    if (found.problems.some(({ kind }) => kind === "invalid")) return undefined;
    const { text, offsets, end } = found;
    return { kind: "text", text, isBare: false, start, end, offsets };
  }

  private list(): CfgList | undefined {
    const start = this.at;
    this.at++;
    const items: CfgItem[] = [];
    for (;;) {
      this.skipLines();
      if (this.take("]")) return { kind: "list", items, start, end: this.at };
      const item = this.value();
      if (item === undefined) return undefined;
      items.push(item);
      this.skipLines();
      if (this.take(",") || this.text[this.at] === "]") continue;
      this.refuse(", or ]");
      return undefined;
    }
  }

  // ------------------------------------------------------------------------------------------- characters

  /** A carriage return counts as blank: files come from everywhere. */
  private skipBlank(): void {
    this.match(/[ \t\r]*/y);
  }

  private skipLines(): void {
    do this.skipBlank();
    while (this.lineEnd());
  }

  /** Takes a line end, and a comment before it; the last line may lack one. */
  private lineEnd(): boolean {
    return (this.match(/(?:#[^\n]*)?(?:\n|(?<=.)$)/y) ?? "") !== "";
  }

  private take(token: string): boolean {
    if (!this.text.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private endOfLine(from: number): number {
    const end = this.text.indexOf("\n", from);
    return end < 0 ? this.text.length : end;
  }

  // ------------------------------------------------------------------------------------------- problems

  /** To the next line that begins with a setting, a comment, or nothing. */
  private recover(): void {
    const next = /\n(?=[ \t]*(?:[a-z][._0-9a-z]*[ \t]*\+?=(?!=)|#|\r?\n))/g;
    next.lastIndex = this.at;
    this.at = next.test(this.text) ? next.lastIndex : this.text.length;
  }

  private refuseLine(): false {
    const start = this.text.lastIndexOf("\n", this.at - 1) + 1;
    const line = this.text.slice(start, this.endOfLine(start));
    if (!pythonStatement.test(line)) return this.refuse("a setting such as memory = 512");
    const statement = line.trim();
    const from = start + line.indexOf(statement);
    const span = { file: this.file, start: from, end: from + statement.length };
    this.diagnostics.push(
      diagnostic("import-python", span, { statement: shownStatement(statement) }),
    );
    return false;
  }

  private refuse(wanted: string): false {
    const shownToken = this.match(/[a-zA-Z_][\w.]*|./uy);
    const end = this.at;
    const start = end - (shownToken?.length ?? 0);
    const given = shownToken === undefined ? "the end of the line" : this.named(shownToken, start);
    this.diagnostics.push(
      diagnostic("import-cfg-malformed", { file: this.file, start, end }, { given, wanted }),
    );
    this.at = start;
    return false;
  }

  /** What stands at a place, unless it may be a password. */
  private named(token: string, at: number): string {
    const start = this.text.lastIndexOf("\n", at - 1) + 1;
    return mayHoldSecret(this.text.slice(start, at)) ? "something else" : `'${token}'`;
  }

  private report(code: "import-cfg-text-not-closed", start: number, end: number): void {
    this.diagnostics.push(diagnostic(code, { file: this.file, start, end }, {}));
  }

  private reportEscape(
    code: "import-cfg-escape-invalid" | "import-cfg-escape-without-effect",
    start: number,
    end: number,
  ): void {
    const escape = this.text.slice(start, end);
    this.diagnostics.push(diagnostic(code, { file: this.file, start, end }, { escape }));
  }
}

const pythonStatement =
  /^\s*(import|from|def|if|elif|else|for|while|print|class|try|with|return)\b/;
