/**
 * Base64 as the reference compiler has it: lines of 76 characters when encoding, and a decoder that takes much.
 *
 * The decoder looks at the low seven bits of each byte, passes over white space, decodes groups of four characters
 * and stops after a group that ends in `=`; an incomplete group at the end is dropped.
 */

import { decodeUtf8 } from "../../text/decode-utf8.ts";
import { encodeUtf8 } from "./utf8.ts";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const EQUALS = 0x3d;
const lineLength = 76;

/** Encodes the UTF-8 bytes of a text. A line feed follows every 76 characters, except after a padded group. */
export function encodeBase64(text: string): string {
  const bytes = encodeUtf8(text);
  let encoded = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const group = bytes.subarray(i, i + 3);
    encoded += encodeGroup(group);
    if (group.length === 3 && ((i / 3 + 1) * 4) % lineLength === 0) encoded += "\n";
  }
  return encoded;
}

function encodeGroup([a = 0, b, c]: Uint8Array): string {
  const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
  const chars = [18, 12, 6, 0].map((shift) => alphabet[(bits >> shift) & 0x3f]);
  return `${chars[0]}${chars[1]}${b === undefined ? "=" : chars[2]}${c === undefined ? "=" : chars[3]}`;
}

/** Where a text is no base64: an offset in its UTF-8 bytes. */
export interface Base64Problem {
  readonly offset: number;
}

/** The text whose UTF-8 bytes are encoded. */
export function decodeBase64(text: string): string | Base64Problem {
  const decoded: number[] = [];
  const group: number[] = [];
  for (const [offset, byte] of encodeUtf8(text).entries()) {
    const char = byte & 0x7f;
    if (isBlank(char)) continue;
    if (char !== EQUALS && valueOf(char) < 0) return { offset };
    group.push(char);
    if (group.length < 4) continue;
    decoded.push(...decodeGroup(group));
    group.length = 0;
    if (char === EQUALS) break;
  }
  return decodeUtf8(Uint8Array.from(decoded));
}

function isBlank(char: number): boolean {
  return char === 0x20 || char === 0x09 || char === 0x0a || char === 0x0d;
}

/** The six bits of a character, -1 for others. */
function valueOf(char: number): number {
  return alphabet.indexOf(String.fromCharCode(char));
}

/** An `=` in the first or second place counts as the bits 255. */
function decodeGroup(group: readonly number[]): readonly number[] {
  const [a = 0, b = 0, c = 0, d = 0] = group.map((char) => valueOf(char) & 0xff);
  const high = (a << 18) | (b << 12);
  if (group[2] === EQUALS) return [(high >> 16) & 0xff];
  const bits = high | (c << 6);
  if (group[3] === EQUALS) return [(bits >> 16) & 0xff, (bits >> 8) & 0xff];
  return [(bits >> 16) & 0xff, (bits >> 8) & 0xff, (bits | d) & 0xff];
}
