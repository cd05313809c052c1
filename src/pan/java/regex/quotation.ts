/** Quotations: `\Q…\E` is rewritten so that only escapes of single characters remain. */

import { isAsciiDigit, isAsciiLetter } from "../character.ts";

const BACKSLASH = 0x5c;
const QUOTE = 0x51;
const UNQUOTE = 0x45;

/** The pattern without quotations. */
export function removeQuotation(codes: readonly number[]): number[] {
  const start = firstQuotation(codes);
  if (start === undefined) return codes.slice();
  const plain = codes.slice(0, start);
  let i = start + 2;
  let quoted = true;
  let first = true;
  while (i < codes.length) {
    const code = codes[i++] as number;
    if (quoted && code === BACKSLASH && codes[i] === UNQUOTE) {
      i++;
      quoted = false;
    } else if (quoted) {
      plain.push(...quotedCode(code, first));
    } else if (code === BACKSLASH && codes[i] === QUOTE) {
      i++;
      quoted = true;
      first = true;
      continue;
    } else {
      plain.push(code);
      if (code === BACKSLASH && i < codes.length) plain.push(codes[i++] as number);
    }
    first = false;
  }
  return plain;
}

function firstQuotation(codes: readonly number[]): number | undefined {
  for (let i = 0; i < codes.length - 1; i++) {
    if (codes[i] !== BACKSLASH) continue;
    if (codes[i + 1] === QUOTE) return i;
    i++;
  }
  return undefined;
}

/** A digit right after `\Q` is written in hexadecimal, lest it continue a back reference before it. */
function quotedCode(code: number, first: boolean): readonly number[] {
  if (code > 0x7f || isAsciiLetter(code)) return [code];
  if (isAsciiDigit(code)) return first ? [BACKSLASH, 0x78, 0x33, code] : [code];
  return [BACKSLASH, code];
}
