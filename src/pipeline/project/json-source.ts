/** JSON (RFC 8259) with the place of every value and key, so that what is wrong can be shown where it is written. */

import type { Located } from "../../text/span.ts";

export interface JsonSource {
  readonly value: unknown;
  /** The place of the value that a JSON pointer (RFC 6901) names; of the whole where there is none. */
  readonly placeOf: (pointer: string) => Located;
  /** The place of the key that the last step of the pointer is. */
  readonly keyPlaceOf: (pointer: string) => Located;
}

/** Why a text is no JSON. */
export class JsonFault extends Error {
  override readonly name = "JsonFault";
  readonly place: Located;

  /** A clause in the present tense: "a string is not closed". */
  constructor(message: string, place: Located) {
    super(message);
    this.place = place;
  }
}

export function parseJsonSource(text: string): JsonSource | JsonFault {
  const reader = new Reader(text);
  try {
    const value = reader.readDocument();
    const whole = { start: 0, end: text.length };
    return {
      value,
      placeOf: (pointer) => reader.values.get(pointer) ?? whole,
      keyPlaceOf: (pointer) => reader.keys.get(pointer) ?? whole,
    };
  } catch (error) {
    if (error instanceof JsonFault) return error;
    throw error;
  }
}

export function pointerTo(pointer: string, step: string | number): string {
  return `${pointer}/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

const mostNested = 100;

class Reader {
  readonly values = new Map<string, Located>();
  readonly keys = new Map<string, Located>();
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
    if (text.startsWith("\ufeff")) this.at = 1;
  }

  readDocument(): unknown {
    const value = this.readValue("", 0);
    this.skipBlanks();
    if (this.at < this.text.length) this.fail("there is more behind its end");
    return value;
  }

  private readValue(pointer: string, depth: number): unknown {
    if (depth > mostNested) this.fail("its values are nested too deeply");
    this.skipBlanks();
    const start = this.at;
    const value = this.readAny(pointer, depth);
    this.values.set(pointer, { start, end: this.at });
    return value;
  }

  private readAny(pointer: string, depth: number): unknown {
    switch (this.text[this.at]) {
      case undefined:
        return this.fail("it ends where a value should be");
      case "{":
        return this.readObject(pointer, depth);
      case "[":
        return this.readArray(pointer, depth);
      case '"':
        return this.readString();
      default:
        return this.readWord();
    }
  }

  private readObject(pointer: string, depth: number): unknown {
    const entries = new Map<string, unknown>();
    this.at++;
    if (this.skips("}")) return {};
    do {
      this.skipBlanks();
      const start = this.at;
      if (this.text[start] !== '"') this.fail("a key in double quotes is missing");
      const key = this.readString();
      const place = { start, end: this.at };
      if (entries.has(key)) throw new JsonFault(`the key '${key}' is there twice`, place);
      const below = pointerTo(pointer, key);
      this.keys.set(below, place);
      if (!this.skips(":")) this.fail("a colon is missing behind the key");
      entries.set(key, this.readValue(below, depth + 1));
    } while (this.skips(","));
    if (!this.skips("}")) this.fail("a comma or } is missing");
    return Object.fromEntries(entries);
  }

  private readArray(pointer: string, depth: number): unknown {
    const items: unknown[] = [];
    this.at++;
    if (this.skips("]")) return items;
    do items.push(this.readValue(pointerTo(pointer, items.length), depth + 1));
    while (this.skips(","));
    if (!this.skips("]")) this.fail("a comma or ] is missing");
    return items;
  }

  /** A string whose opening quote is at the cursor; what JSON says of its inside is left to JSON. */
  private readString(): string {
    const start = this.at;
    const [written] = /^"(?:[^"\\\n\r]|\\[^\n\r])*"/.exec(this.text.slice(start)) ?? [];
    if (written === undefined) return this.fail("a string is not closed");
    this.at += written.length;
    const place = { start, end: this.at };
    const value = literal(written);
    if (typeof value === "string") return value;
    throw new JsonFault("a string has an escape or a character that JSON does not know", place);
  }

  private readWord(): unknown {
    const start = this.at;
    const [written = ""] = /^[^\s,:{}[\]"]+/.exec(this.text.slice(start)) ?? [];
    const place = { start, end: start + Math.max(1, written.length) };
    const value = written === "" ? undefined : literal(written);
    if (value === undefined) throw new JsonFault("a value is missing or misspelt", place);
    this.at += written.length;
    return value;
  }

  /** Whether the character is next behind blanks; if it is, the cursor is behind it. */
  private skips(character: string): boolean {
    this.skipBlanks();
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private skipBlanks(): void {
    while (/^[ \t\n\r]$/.test(this.text[this.at] ?? "")) this.at++;
  }

  private fail(message: string): never {
    const start = Math.min(this.at, this.text.length);
    throw new JsonFault(message, { start, end: Math.min(start + 1, this.text.length) });
  }
}

function literal(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
