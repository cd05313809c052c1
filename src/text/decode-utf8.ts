/**
 * Bytes to text, as the reference compiler decodes them.
 *
 * Bytes that are not UTF-8 become U+FFFD, one for each maximal piece of a sequence, and a byte order mark stays.
 * That is the rule of the Encoding Standard but for surrogates: Java takes an encoded surrogate as one piece.
 */

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const replacement = "\ufffd";

export function decodeUtf8(bytes: Uint8Array): string {
  const text = decoder.decode(bytes);
  return text.includes(replacement) ? decoder.decode(replaceSurrogates(bytes)) : text;
}

/** The bytes with each encoded surrogate, even a cut one, replaced by an encoded U+FFFD. */
function replaceSurrogates(bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length * 2);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === 0xed && isBetween(bytes[i + 1], 0xa0, 0xbf)) {
      result.set([0xef, 0xbf, 0xbd], length);
      length += 3;
      i += isBetween(bytes[i + 2], 0x80, 0xbf) ? 2 : 1;
    } else {
      result[length++] = bytes[i] ?? 0;
    }
  }
  return result.subarray(0, length);
}

function isBetween(byte: number | undefined, low: number, high: number): boolean {
  return byte !== undefined && byte >= low && byte <= high;
}
