/** MD5 (RFC 1321). */

import { bytesOfWords, padMessage, rotateLeft } from "./words32.ts";

type State = readonly [number, number, number, number];

export function md5(message: Uint8Array): Uint8Array {
  const padded = padMessage(message, { block: 64, lengthBytes: 8, littleEndian: true });
  const view = new DataView(padded.buffer);
  let state: State = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476];
  for (let at = 0; at < padded.length; at += 64) {
    const mixed = mixBlock(state, (i) => view.getInt32(at + 4 * i, true));
    state = [
      (state[0] + mixed[0]) | 0,
      (state[1] + mixed[1]) | 0,
      (state[2] + mixed[2]) | 0,
      (state[3] + mixed[3]) | 0,
    ];
  }
  return bytesOfWords(state, true);
}

const shifts: readonly (readonly number[])[] = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
];

const sines = Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32));

function mixBlock(state: State, word: (index: number) => number): State {
  let [a, b, c, d] = state;
  for (let i = 0; i < 64; i++) {
    const round = i >> 4;
    const { mix, index } = roundFunction(round, i, [a, b, c, d]);
    const sum = (a + mix + (sines[i] as number) + word(index)) | 0;
    const shift = shifts[round]?.[i % 4] as number;
    [a, b, c, d] = [d, (b + rotateLeft(sum, shift)) | 0, b, c];
  }
  return [a, b, c, d];
}

function roundFunction(
  round: number,
  i: number,
  [, b, c, d]: State,
): { readonly mix: number; readonly index: number } {
  switch (round) {
    case 0:
      return { mix: (b & c) | (~b & d), index: i };
    case 1:
      return { mix: (d & b) | (~d & c), index: (5 * i + 1) % 16 };
    case 2:
      return { mix: b ^ c ^ d, index: (3 * i + 5) % 16 };
    default:
      return { mix: c ^ (b | ~d), index: (7 * i) % 16 };
  }
}
