/** What the digests of 32-bit words share: padding, words of bytes, rotation. */

/**
 * The message with a one bit, zeros and its length in bits, in whole blocks. `lengthBytes` is the room for the length;
 * messages are shorter than 2 ** 50 bytes, so its upper half stays zero.
 */
export function padMessage(
  message: Uint8Array,
  layout: { readonly block: number; readonly lengthBytes: number; readonly littleEndian: boolean },
): Uint8Array {
  const { block, lengthBytes, littleEndian } = layout;
  const total = Math.ceil((message.length + 1 + lengthBytes) / block) * block;
  const padded = new Uint8Array(total);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  const position = littleEndian ? total - lengthBytes : total - 8;
  view.setBigUint64(position, BigInt(message.length) * 8n, littleEndian);
  return padded;
}

export function rotateLeft(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

export function rotateRight(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** The bytes of words, highest first unless `littleEndian`. */
export function bytesOfWords(words: readonly number[], littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(words.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [i, word] of words.entries()) view.setInt32(4 * i, word, littleEndian);
  return bytes;
}
