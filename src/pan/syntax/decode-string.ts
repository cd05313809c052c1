/** From what stands between quotes to the text it means (manual, "Pan book", strings). */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";

export function decodeSingleQuoted(body: string): string {
  return body.includes("''") ? body.replaceAll("''", "'") : body;
}

export interface DecodeContext {
  readonly file: string;
  /** Offset of the body in its file. */
  readonly offset: number;
  readonly report: (problem: Diagnostic) => void;
}

const simpleEscapes: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  b: "\b",
  f: "\f",
  "\\": "\\",
  '"': '"',
};

/** Resolves the escape sequences; a wrong one is reported and stays as written. */
export function decodeDoubleQuoted(ctx: DecodeContext, body: string): string {
  let slash = body.indexOf("\\");
  let decoded = "";
  let from = 0;
  while (slash >= 0) {
    decoded += body.slice(from, slash);
    const escape = decodeEscape(ctx, body, slash);
    decoded += escape.text;
    from = slash + escape.length;
    slash = body.indexOf("\\", from);
  }
  return decoded + body.slice(from);
}

interface Escape {
  readonly text: string;
  /** Number of characters it is written with. */
  readonly length: number;
}

function decodeEscape(ctx: DecodeContext, body: string, slash: number): Escape {
  const next = body[slash + 1];
  if (next === undefined) {
    refuse(ctx, slash, 1, "\\", "A backslash before the closing quote is written `\\\\`.");
    return { text: "\\", length: 1 };
  }
  if (next === "\n") return { text: "", length: 2 };
  if (next === "\r") return { text: "", length: body[slash + 2] === "\n" ? 3 : 2 };
  if (next === "x") return decodeHexadecimal(ctx, body, slash);
  const simple = simpleEscapes[next];
  if (simple !== undefined) return { text: simple, length: 2 };
  // The whole character, should it take two units.
  const written = `\\${String.fromCodePoint(body.codePointAt(slash + 1) ?? 0)}`;
  refuse(ctx, slash, written.length, written, undefined);
  return { text: written, length: written.length };
}

/** `\xHH`. Java reads the two characters as a number, so `\x+1` is fine too. */
function decodeHexadecimal(ctx: DecodeContext, body: string, slash: number): Escape {
  const digits = body.slice(slash + 2, slash + 4);
  if (/^(?:[0-9a-fA-F]{2}|\+[0-9a-fA-F]|-0)$/.test(digits)) {
    return { text: String.fromCharCode(Math.abs(Number.parseInt(digits, 16))), length: 4 };
  }
  const written = body.slice(slash, slash + 4);
  refuse(
    ctx,
    slash,
    written.length,
    written,
    "Write two hexadecimal digits after `\\x`: `\\x41` is `A`.",
  );
  return { text: written, length: written.length };
}

function refuse(
  ctx: DecodeContext,
  at: number,
  length: number,
  escape: string,
  help: string | undefined,
): void {
  const start = ctx.offset + at;
  const span = { file: ctx.file, start, end: start + length };
  ctx.report(diagnostic("invalid-escape", span, { escape }, { help }));
}
