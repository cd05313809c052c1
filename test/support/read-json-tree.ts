/** Reads JSON into a tree, as Pan sees it: `1` is a long, `1.0` a double; NaN and Infinity are known. */
import { Dict } from "../../src/pan/tree/dict.ts";
import { List } from "../../src/pan/tree/list.ts";
import type { Value } from "../../src/pan/tree/value.ts";

export function readJsonTree(text: string): Dict {
  const tokens = text.match(tokenPattern) ?? [];
  if (tokens.join("") !== text.replace(blanksBetweenTokens, "$1")) {
    throw new Error("This is not JSON: it has text outside tokens.");
  }
  const reader = new Reader(tokens);
  const root = reader.value();
  if (!(root instanceof Dict)) throw new Error("The root is not an object.");
  reader.end();
  return root;
}

const tokenPattern = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[\w.+-]+/g;
const blanksBetweenTokens = /("(?:[^"\\]|\\.)*")|\s+/g;

class Reader {
  private readonly tokens: readonly string[];
  private next = 0;

  constructor(tokens: readonly string[]) {
    this.tokens = tokens;
  }

  value(): Value {
    const token = this.take();
    if (token === "{") return this.dict();
    if (token === "[") return this.list();
    if (token.startsWith('"')) return JSON.parse(token);
    if (token === "true" || token === "false") return token === "true";
    if (/^-?\d+$/.test(token)) return BigInt(token);
    if (/^-?(?:Infinity|\d+\.\d+(?:E-?\d+)?)$|^NaN$/.test(token)) return Number(token);
    throw new Error(`${token} is no value.`);
  }

  end(): void {
    if (this.next !== this.tokens.length) throw new Error("There is text after the root.");
  }

  private dict(): Dict {
    const entries = new Map<string, Value>();
    while (this.more(entries.size, "}")) {
      const key: unknown = JSON.parse(this.take());
      if (typeof key !== "string" || entries.has(key)) throw new Error(`${String(key)} is no key.`);
      this.expect(":");
      entries.set(key, this.value());
    }
    return new Dict(entries);
  }

  private list(): List {
    const items: Value[] = [];
    while (this.more(items.length, "]")) items.push(this.value());
    return new List(items);
  }

  /** Takes the closing bracket, or the comma between two children. */
  private more(size: number, close: string): boolean {
    if (this.tokens[this.next] === close) {
      this.next++;
      return false;
    }
    if (size > 0) this.expect(",");
    return true;
  }

  private expect(wanted: string): void {
    const token = this.take();
    if (token !== wanted) throw new Error(`Expected ${wanted}, found ${token}.`);
  }

  private take(): string {
    const token = this.tokens[this.next++];
    if (token === undefined) throw new Error("The text ends too early.");
    return token;
  }
}
