/** UTF-8 as Java encodes and decodes it, which differs from the web's way where something is malformed. */

const REPLACEMENT = 0xfffd;

/** Bytes of a text; half a surrogate pair becomes a question mark. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), continuation(code));
    else if (code >= 0xd800 && code <= 0xdfff) bytes.push(0x3f);
    else if (code < 0x10000)
      bytes.push(0xe0 | (code >> 12), continuation(code >> 6), continuation(code));
    else
      bytes.push(
        0xf0 | (code >> 18),
        continuation(code >> 12),
        continuation(code >> 6),
        continuation(code),
      );
  }
  return Uint8Array.from(bytes);
}

function continuation(code: number): number {
  return 0x80 | (code & 0x3f);
}

/** The text of bytes; each malformed sequence becomes U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; ) {
    const { code, length } = decodeAt(bytes, i);
    text += String.fromCodePoint(code);
    i += length;
  }
  return text;
}

interface Decoded {
  readonly code: number;
  readonly length: number;
}

function decodeAt(bytes: Uint8Array, at: number): Decoded {
  const first = bytes[at] as number;
  if (first < 0x80) return { code: first, length: 1 };
  if (first >= 0xc2 && first <= 0xdf) return decodeTwo(bytes, at, first);
  if (first >= 0xe0 && first <= 0xef) return decodeThree(bytes, at, first);
  if (first >= 0xf0 && first <= 0xf4) return decodeFour(bytes, at, first);
  return malformed(1);
}

function malformed(length: number): Decoded {
  return { code: REPLACEMENT, length };
}

function isContinuation(byte: number | undefined): byte is number {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

function decodeTwo(bytes: Uint8Array, at: number, first: number): Decoded {
  const second = bytes[at + 1];
  if (!isContinuation(second)) return malformed(1);
  return { code: ((first & 0x1f) << 6) | (second & 0x3f), length: 2 };
}

/** A surrogate that is encoded by itself is one malformed sequence of three bytes. */
function decodeThree(bytes: Uint8Array, at: number, first: number): Decoded {
  const second = bytes[at + 1];
  if (!isContinuation(second) || (first === 0xe0 && second < 0xa0)) return malformed(1);
  const third = bytes[at + 2];
  if (!isContinuation(third)) return malformed(2);
  const code = ((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
  return code >= 0xd800 && code <= 0xdfff ? malformed(3) : { code, length: 3 };
}

function decodeFour(bytes: Uint8Array, at: number, first: number): Decoded {
  const second = bytes[at + 1];
  const outside =
    (first === 0xf0 && (second ?? 0) < 0x90) || (first === 0xf4 && (second ?? 0) > 0x8f);
  if (!isContinuation(second) || outside) return malformed(1);
  const third = bytes[at + 2];
  if (!isContinuation(third)) return malformed(2);
  const fourth = bytes[at + 3];
  if (!isContinuation(fourth)) return malformed(3);
  const high = ((first & 0x07) << 18) | ((second & 0x3f) << 12);
  return { code: high | ((third & 0x3f) << 6) | (fourth & 0x3f), length: 4 };
}
