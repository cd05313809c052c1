/** SHA-384, SHA-512 and its shortened forms (FIPS 180-4). */

import { lazily } from "../../../base/lazily.ts";
import { encodeUtf8 } from "../utf8.ts";
import { cubeRootBits, squareRootBits } from "./sha2-constants.ts";
import { padMessage } from "./words32.ts";

const start512 = lazily(() => Array.from({ length: 8 }, (_, i) => squareRootBits(i)));
const start384 = lazily(() => Array.from({ length: 8 }, (_, i) => squareRootBits(8 + i)));
const constants = lazily(() => Array.from({ length: 80 }, (_, i) => cubeRootBits(i)));

export function sha512(message: Uint8Array): Uint8Array {
  return bytesOf(run(message, start512()));
}

export function sha384(message: Uint8Array): Uint8Array {
  return bytesOf(run(message, start384())).slice(0, 48);
}

/** SHA-512/224 and SHA-512/256, whose start is a digest of their name. */
export function sha512Short(message: Uint8Array, bits: 224 | 256): Uint8Array {
  const mask = 0xa5a5a5a5a5a5a5a5n;
  const start = run(
    encodeUtf8(`SHA-512/${bits}`),
    start512().map((word) => word ^ mask),
  );
  return bytesOf(run(message, start)).slice(0, bits / 8);
}

function bytesOf(words: readonly bigint[]): Uint8Array {
  const bytes = new Uint8Array(64);
  const view = new DataView(bytes.buffer);
  for (const [i, word] of words.entries()) view.setBigUint64(8 * i, word);
  return bytes;
}

function run(message: Uint8Array, start: readonly bigint[]): readonly bigint[] {
  const padded = padMessage(message, { block: 128, lengthBytes: 16, littleEndian: false });
  const view = new DataView(padded.buffer);
  const added = constants();
  let state = start;
  for (let at = 0; at < padded.length; at += 128) {
    const mixed = mixBlock(state, expand(view, at), added);
    state = state.map((word, i) => add(word, mixed[i] as bigint));
  }
  return state;
}

function add(...words: readonly bigint[]): bigint {
  return BigInt.asUintN(
    64,
    words.reduce((sum, word) => sum + word, 0n),
  );
}

function rotateRight(word: bigint, by: bigint): bigint {
  return BigInt.asUintN(64, (word >> by) | (word << (64n - by)));
}

function expand(view: DataView, at: number): BigUint64Array {
  const words = new BigUint64Array(80);
  for (let i = 0; i < 16; i++) words[i] = view.getBigUint64(at + 8 * i);
  for (let i = 16; i < 80; i++) {
    const before15 = words[i - 15] as bigint;
    const before2 = words[i - 2] as bigint;
    const sigma0 = rotateRight(before15, 1n) ^ rotateRight(before15, 8n) ^ (before15 >> 7n);
    const sigma1 = rotateRight(before2, 19n) ^ rotateRight(before2, 61n) ^ (before2 >> 6n);
    words[i] = add(words[i - 16] as bigint, sigma0, words[i - 7] as bigint, sigma1);
  }
  return words;
}

type State = [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];

function mixBlock(
  state: readonly bigint[],
  words: BigUint64Array,
  added: readonly bigint[],
): readonly bigint[] {
  let [a, b, c, d, e, f, g, h] = state as State;
  for (let i = 0; i < 80; i++) {
    const sum1 = rotateRight(e, 14n) ^ rotateRight(e, 18n) ^ rotateRight(e, 41n);
    const choice = (e & f) ^ (BigInt.asUintN(64, ~e) & g);
    const first = add(h, sum1, choice, added[i] as bigint, words[i] as bigint);
    const sum0 = rotateRight(a, 28n) ^ rotateRight(a, 34n) ^ rotateRight(a, 39n);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [a, b, c, d, e, f, g, h] = [add(first, sum0, majority), a, b, c, add(d, first), e, f, g];
  }
  return [a, b, c, d, e, f, g, h];
}
