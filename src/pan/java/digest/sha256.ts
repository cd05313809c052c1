/** SHA-224 and SHA-256 (FIPS 180-4). */

import { lazily } from "../../../base/lazily.ts";
import { cubeRootBits, squareRootBits } from "./sha2-constants.ts";
import { bytesOfWords, padMessage, rotateRight } from "./words32.ts";

const highHalf = (bits: bigint): number => Number(bits >> 32n) | 0;
const lowHalf = (bits: bigint): number => Number(BigInt.asIntN(32, bits));

// Computed when they are first needed: every run of the compiler loads this file, and few digest anything.
const start256 = lazily(() => Array.from({ length: 8 }, (_, i) => highHalf(squareRootBits(i))));
const start224 = lazily(() => Array.from({ length: 8 }, (_, i) => lowHalf(squareRootBits(8 + i))));
const constants = lazily(() => Array.from({ length: 64 }, (_, i) => highHalf(cubeRootBits(i))));

export function sha256(message: Uint8Array): Uint8Array {
  return bytesOfWords(run(message, start256()), false);
}

export function sha224(message: Uint8Array): Uint8Array {
  return bytesOfWords(run(message, start224()).slice(0, 7), false);
}

function run(message: Uint8Array, start: readonly number[]): readonly number[] {
  const padded = padMessage(message, { block: 64, lengthBytes: 8, littleEndian: false });
  const view = new DataView(padded.buffer);
  const added = constants();
  let state = start;
  for (let at = 0; at < padded.length; at += 64) {
    const mixed = mixBlock(state, expand(view, at), added);
    state = state.map((word, i) => (word + (mixed[i] as number)) | 0);
  }
  return state;
}

function expand(view: DataView, at: number): Int32Array {
  const words = new Int32Array(64);
  for (let i = 0; i < 16; i++) words[i] = view.getInt32(at + 4 * i);
  for (let i = 16; i < 64; i++) {
    const before15 = words[i - 15] as number;
    const before2 = words[i - 2] as number;
    const sigma0 = rotateRight(before15, 7) ^ rotateRight(before15, 18) ^ (before15 >>> 3);
    const sigma1 = rotateRight(before2, 17) ^ rotateRight(before2, 19) ^ (before2 >>> 10);
    words[i] = ((words[i - 16] as number) + sigma0 + (words[i - 7] as number) + sigma1) | 0;
  }
  return words;
}

type State = [number, number, number, number, number, number, number, number];

function mixBlock(
  state: readonly number[],
  words: Int32Array,
  added: readonly number[],
): readonly number[] {
  let [a, b, c, d, e, f, g, h] = state as State;
  for (let i = 0; i < 64; i++) {
    const sum1 = rotateRight(e, 6) ^ rotateRight(e, 11) ^ rotateRight(e, 25);
    const choice = (e & f) ^ (~e & g);
    const first = (h + sum1 + choice + (added[i] as number) + (words[i] as number)) | 0;
    const sum0 = rotateRight(a, 2) ^ rotateRight(a, 13) ^ rotateRight(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [a, b, c, d, e, f, g, h] = [(first + sum0 + majority) | 0, a, b, c, (d + first) | 0, e, f, g];
  }
  return [a, b, c, d, e, f, g, h];
}
