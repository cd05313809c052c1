/**
 * Many syntax trees in one file: a head, an index, a key, and for each tree the text of its template and its words.
 *
 * The head has a checksum of the index and the key, the index one of each tree: what is not used is not looked at.
 * Words are in the order of the machine's bytes; a file from a machine of the other order has another first word.
 */

import { checksum } from "../../../base/checksum.ts";

export interface PackedTree {
  /** Of the text; several may have the same. */
  readonly hash: number;
  /** In UTF-8. */
  readonly text: Uint8Array;
  readonly words: Int32Array;
  /** Of the text. */
  readonly tokens: number;
  /** How often the file was replaced since a template of this text was last read. */
  readonly age: number;
  readonly sums: readonly [number, number];
}

const magic = 0x76_6d_74_31;
/** The magic word, number of trees, bytes of the key, checksum of index and key. */
const headWords = 5;
/** Hash, bytes of the text, words of the tree, tokens, age, checksum of the tree. */
const indexWords = 7;

export function encodePack(key: string, trees: readonly PackedTree[]): Uint8Array {
  const keyBytes = new TextEncoder().encode(key);
  const indexEnd = headWords + indexWords * trees.length;
  const keyEnd = indexEnd + wordsFor(keyBytes.length);
  const size = trees.reduce((sum, tree) => sum + wordsOf(tree), keyEnd);
  const words = new Int32Array(size);
  const bytes = new Uint8Array(words.buffer);
  bytes.set(keyBytes, 4 * indexEnd);
  let at = keyEnd;
  for (const [i, tree] of trees.entries()) {
    const { hash, text, tokens, age, sums } = tree;
    words.set(
      [hash, text.length, tree.words.length, tokens, age, ...sums],
      headWords + indexWords * i,
    );
    bytes.set(text, 4 * at);
    words.set(tree.words, at + wordsFor(text.length));
    at += wordsOf(tree);
  }
  words.set([magic, trees.length, keyBytes.length, ...checksum(words.subarray(headWords, keyEnd))]);
  return bytes;
}

/** None if the bytes are damaged, or were written for another key. The trees are views of the bytes. */
export function decodePack(bytes: Uint8Array, key: string): readonly PackedTree[] {
  if (bytes.length < 4 * headWords || bytes.length % 4 !== 0) return [];
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Int32Array(whole.buffer, whole.byteOffset, whole.length / 4);
  const [first, count = 0, keyLength = 0, low, high] = words.subarray(0, headWords);
  const indexEnd = headWords + indexWords * count;
  const keyEnd = indexEnd + wordsFor(keyLength);
  if (first !== magic || keyEnd < indexEnd || keyEnd > words.length) return [];
  const [foundLow, foundHigh] = checksum(words.subarray(headWords, keyEnd));
  if (low !== foundLow || high !== foundHigh) return [];
  const keyBytes = whole.subarray(4 * indexEnd, 4 * indexEnd + keyLength);
  if (new TextDecoder().decode(keyBytes) !== key) return [];
  const trees: PackedTree[] = [];
  let at = keyEnd;
  for (let i = headWords; i < indexEnd; i += indexWords) {
    const [hash = 0, length = 0, size = 0, tokens = 0, age = 0, ...sums] = words.subarray(
      i,
      i + indexWords,
    );
    const text = whole.subarray(4 * at, 4 * at + length);
    const start = at + wordsFor(length);
    const tree = words.subarray(start, start + size);
    trees.push({ hash, text, words: tree, tokens, age, sums: sums as [number, number] });
    at = start + size;
  }
  return at === words.length ? trees : [];
}

/** Whether a tree is as it was written. */
export function isWhole({ words, sums: [low, high] }: PackedTree): boolean {
  const [foundLow, foundHigh] = checksum(words);
  return low === foundLow && high === foundHigh;
}

export function bytesOf(tree: PackedTree): number {
  return 4 * (indexWords + wordsOf(tree));
}

function wordsOf({ text, words }: PackedTree): number {
  return wordsFor(text.length) + words.length;
}

function wordsFor(bytes: number): number {
  return Math.ceil(bytes / 4);
}
