/** The words of lenient JSON: blanks and comments, strings, literals without quotes. */

import { JsonProblem } from "./json-value.ts";

export class JsonScanner {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  fail(message: string): never {
    throw new JsonProblem(message, this.at);
  }

  /** The character at the cursor after blanks and comments; the empty string at the end. */
  peek(): string {
    for (;;) {
      const char = this.text[this.at] ?? "";
      if (blanks.has(char)) this.at++;
      else if (!this.skipComment(char)) return char;
    }
  }

  /** A string whose opening quote is at the cursor. */
  readQuoted(quote: string): string {
    let value = "";
    this.at++;
    for (;;) {
      const char = this.text[this.at] ?? this.fail("a string is not closed");
      this.at++;
      if (char === quote) return value;
      value += char === "\\" ? this.readEscape() : char;
    }
  }

  /** The characters up to the next one with a meaning of its own. */
  readLiteral(): string {
    const start = this.at;
    while (this.at < this.text.length && !endsLiteral(this.text[this.at] as string)) this.at++;
    return this.text.slice(start, this.at);
  }

  private skipComment(char: string): boolean {
    const next = this.text[this.at + 1];
    if (char === "#" || (char === "/" && next === "/")) {
      while (this.at < this.text.length && !/[\n\r]/.test(this.text[this.at] as string)) this.at++;
      return true;
    }
    if (char !== "/" || next !== "*") return false;
    const end = this.text.indexOf("*/", this.at + 2);
    if (end < 0) this.fail("a comment is not closed");
    this.at = end + 2;
    return true;
  }

  private readEscape(): string {
    const char = this.text[this.at] ?? this.fail("a string is not closed");
    if (char === "u") return this.readUnicodeEscape();
    const meant = escapes[char] ?? this.fail(`'\\${char}' is no escape`);
    this.at++;
    return meant;
  }

  private readUnicodeEscape(): string {
    const digits = this.text.slice(this.at + 1, this.at + 5);
    if (!/^[0-9a-fA-F]{4}$/.test(digits)) {
      this.fail("'\\u' is not followed by four hexadecimal digits");
    }
    this.at += 5;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }
}

/** Whether a character cannot be part of a literal without quotes. */
export function endsLiteral(char: string): boolean {
  return "/\\;#={}[]:, \t\f\r\n".includes(char);
}

const blanks: ReadonlySet<string> = new Set([" ", "\t", "\n", "\r"]);

const escapes: Readonly<Record<string, string>> = {
  t: "\t",
  b: "\b",
  n: "\n",
  r: "\r",
  f: "\f",
  "\n": "\n",
  "'": "'",
  '"': '"',
  "\\": "\\",
  "/": "/",
};
