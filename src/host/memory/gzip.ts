/**
 * The gzip format (RFC 1952) without a library: writes stored blocks, reads everything.
 *
 * The memory host has to run where there is no zlib, and nobody keeps what it writes, so it does not compress.
 */

import { inflate } from "./inflate.ts";

const longestStored = 0xffff;

export function gzip(content: Uint8Array): Uint8Array {
  const header = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
  const pieces: Uint8Array[] = [Uint8Array.from(header)];
  let from = 0;
  do {
    const piece = content.subarray(from, from + longestStored);
    from += piece.length;
    const isLast = from === content.length ? 1 : 0;
    const { length } = piece;
    const head = [isLast, length & 0xff, length >> 8, ~length & 0xff, (~length >> 8) & 0xff];
    pieces.push(Uint8Array.from(head), piece);
  } while (from < content.length);
  pieces.push(littleEndian(crc32(content)), littleEndian(content.length));
  return concatenate(pieces);
}

/** The content of all members; undefined if the bytes are damaged or are something else. */
export function gunzip(bytes: Uint8Array): Uint8Array | undefined {
  const members: Uint8Array[] = [];
  let at = 0;
  // As in zlib and Java, whatever follows the last member is ignored.
  while (at === 0 || (bytes[at] === 0x1f && bytes[at + 1] === 0x8b)) {
    const start = contentStart(bytes, at);
    const inflated = start === undefined ? undefined : inflate(bytes, start);
    if (inflated === undefined || inflated.end + 8 > bytes.length) return undefined;
    const { content, end } = inflated;
    const view = new DataView(bytes.buffer, bytes.byteOffset + end, 8);
    const isSound =
      view.getUint32(0, true) === crc32(content) &&
      view.getUint32(4, true) === content.length % 2 ** 32;
    if (!isSound) return undefined;
    members.push(content);
    at = end + 8;
  }
  return concatenate(members);
}

/** Where the compressed data of a member starts, after its header. */
function contentStart(bytes: Uint8Array, at: number): number | undefined {
  if (bytes[at] !== 0x1f || bytes[at + 1] !== 0x8b || bytes[at + 2] !== 8) return undefined;
  const flags = bytes[at + 3] ?? 0;
  let start = at + 10;
  if (flags & 4) start += 2 + (bytes[start] ?? 0) + 256 * (bytes[start + 1] ?? 0);
  for (const flag of [8, 16]) {
    // A name and a comment end with a zero.
    if (flags & flag) start = bytes.indexOf(0, start) + 1 || bytes.length;
  }
  if (flags & 2) start += 2;
  return start < bytes.length ? start : undefined;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
}

function littleEndian(value: number): Uint8Array {
  return Uint8Array.from([value, value >> 8, value >> 16, value >> 24]);
}

function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    result.set(piece, at);
    at += piece.length;
  }
  return result;
}
