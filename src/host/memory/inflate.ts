/** Decompression of "deflate" data (RFC 1951). */

export interface Inflated {
  readonly content: Uint8Array;
  /** Offset of the first byte after the compressed data. */
  readonly end: number;
}

/** Decompresses from an offset on; undefined if the data are damaged or cut off. */
export function inflate(bytes: Uint8Array, start: number): Inflated | undefined {
  const input = new BitReader(bytes, start);
  const output = new Output();
  for (;;) {
    const isLast = input.bits(1) === 1;
    const isSound = inflateBlock(input, output, input.bits(2));
    if (!isSound || input.isExhausted) return undefined;
    if (isLast) return { content: output.content(), end: input.nextByte() };
  }
}

function inflateBlock(input: BitReader, output: Output, kind: number): boolean {
  switch (kind) {
    case 0:
      return copyStored(input, output);
    case 1:
      return inflateCodes(input, output, fixedLiterals, fixedDistances);
    case 2: {
      const codes = readCodes(input);
      return codes !== undefined && inflateCodes(input, output, codes.literals, codes.distances);
    }
    default:
      return false;
  }
}

class BitReader {
  private readonly bytes: Uint8Array;
  private at: number;
  private held = 0;
  private count = 0;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  /** The next bits, the first one lowest; zeros after the end. */
  bits(wanted: number): number {
    while (this.count < wanted) {
      this.held |= (this.bytes[this.at++] ?? 0) << this.count;
      this.count += 8;
    }
    const value = this.held & ((1 << wanted) - 1);
    this.held >>>= wanted;
    this.count -= wanted;
    return value;
  }

  /** Whether more was read than there is. */
  get isExhausted(): boolean {
    return this.nextByte() > this.bytes.length;
  }

  /** Offset of the first byte of which no bit was read. */
  nextByte(): number {
    return this.at - (this.count >> 3);
  }

  /** Skips to the next whole byte and takes some bytes; undefined if there are not that many. */
  take(length: number): Uint8Array | undefined {
    const from = this.nextByte();
    this.held = 0;
    this.count = 0;
    this.at = from + length;
    return this.at > this.bytes.length ? undefined : this.bytes.subarray(from, this.at);
  }
}

class Output {
  private bytes = new Uint8Array(1024);
  private length = 0;

  push(byte: number): void {
    this.reserve(1);
    this.bytes[this.length++] = byte;
  }

  append(piece: Uint8Array): void {
    this.reserve(piece.length);
    this.bytes.set(piece, this.length);
    this.length += piece.length;
  }

  /** Repeats what was written `distance` bytes ago; false if nothing was. */
  repeat(length: number, distance: number): boolean {
    if (distance > this.length) return false;
    this.reserve(length);
    for (let i = 0; i < length; i++) {
      this.bytes[this.length] = this.bytes[this.length - distance] ?? 0;
      this.length++;
    }
    return true;
  }

  content(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  private reserve(length: number): void {
    if (this.length + length <= this.bytes.length) return;
    const larger = new Uint8Array(2 * (this.length + length));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}

function copyStored(input: BitReader, output: Output): boolean {
  const [low = 0, high = 0, lowAgain = 0, highAgain = 0] = input.take(4) ?? [];
  const length = low + 256 * high;
  const piece = input.take(length);
  if (piece === undefined || length !== (~(lowAgain + 256 * highAgain) & 0xffff)) return false;
  output.append(piece);
  return true;
}

/** A canonical Huffman code: how many codes of each length there are, and the symbols in the order of their codes. */
interface Code {
  readonly counts: readonly number[];
  readonly symbols: readonly number[];
}

const longestCode = 15;

function codeOf(lengths: readonly number[]): Code {
  const counts = new Array<number>(longestCode + 1).fill(0);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  counts[0] = 0;
  const symbols: number[] = [];
  for (let length = 1; length <= longestCode; length++) {
    for (const [symbol, other] of lengths.entries()) if (other === length) symbols.push(symbol);
  }
  return { counts, symbols };
}

/** The next symbol; undefined if no code is like the next bits. */
function readSymbol(input: BitReader, { counts, symbols }: Code): number | undefined {
  let code = 0;
  let first = 0;
  let index = 0;
  for (let length = 1; length <= longestCode; length++) {
    code |= input.bits(1);
    const count = counts[length] ?? 0;
    if (code - count < first) return symbols[index + code - first];
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  return undefined;
}

const endOfBlock = 256;
const firstLength = 257;

function inflateCodes(input: BitReader, output: Output, literals: Code, distances: Code): boolean {
  while (!input.isExhausted) {
    const symbol = readSymbol(input, literals);
    if (symbol === undefined) return false;
    if (symbol === endOfBlock) return true;
    if (symbol < endOfBlock) output.push(symbol);
    else if (!repeatEarlier(input, output, symbol - firstLength, distances)) return false;
  }
  return false;
}

function repeatEarlier(input: BitReader, output: Output, index: number, distances: Code): boolean {
  const base = lengthBases[index];
  if (base === undefined) return false;
  const length = base + input.bits(lengthExtraBits(index));
  const symbol = readSymbol(input, distances) ?? -1;
  const distanceBase = distanceBases[symbol];
  if (distanceBase === undefined) return false;
  return output.repeat(length, distanceBase + input.bits(distanceExtraBits(symbol)));
}

function lengthExtraBits(index: number): number {
  return index < 8 || index === 28 ? 0 : (index - 4) >> 2;
}

function distanceExtraBits(symbol: number): number {
  return symbol < 4 ? 0 : (symbol - 2) >> 1;
}

const lengthBases = [
  ...Array.from({ length: 28 }, (_, index) => baseOf(3, index, lengthExtraBits)),
  258,
];
const distanceBases = Array.from({ length: 30 }, (_, symbol) =>
  baseOf(1, symbol, distanceExtraBits),
);

/** The first value of a range: each range before it has a place for every value of its extra bits. */
function baseOf(first: number, index: number, extraBits: (index: number) => number): number {
  let base = first;
  for (let i = 0; i < index; i++) base += 1 << extraBits(i);
  return base;
}

const fixedLiterals = codeOf(
  Array.from({ length: 288 }, (_, symbol) => {
    if (symbol < 144) return 8;
    if (symbol < 256) return 9;
    return symbol < 280 ? 7 : 8;
  }),
);
const fixedDistances = codeOf(new Array<number>(30).fill(5));

/** The order in which the lengths of the code for code lengths are stored. */
const storedOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** The codes at the head of a block; undefined if they are damaged. */
function readCodes(input: BitReader): { literals: Code; distances: Code } | undefined {
  const literalCount = input.bits(5) + 257;
  const distanceCount = input.bits(5) + 1;
  const storedCount = input.bits(4) + 4;
  const stored = new Array<number>(storedOrder.length).fill(0);
  for (const symbol of storedOrder.slice(0, storedCount)) stored[symbol] = input.bits(3);
  const lengths = readLengths(input, codeOf(stored), literalCount + distanceCount);
  if (lengths === undefined) return undefined;
  return {
    literals: codeOf(lengths.slice(0, literalCount)),
    distances: codeOf(lengths.slice(literalCount)),
  };
}

function readLengths(input: BitReader, code: Code, wanted: number): readonly number[] | undefined {
  const lengths: number[] = [];
  while (lengths.length < wanted) {
    const symbol = readSymbol(input, code);
    if (symbol === undefined || input.isExhausted) return undefined;
    const repeated = symbol === 16 ? lengths.at(-1) : 0;
    if (repeated === undefined) return undefined;
    if (symbol < 16) lengths.push(symbol);
    else pushTimes(lengths, repeated, repetitions(input, symbol));
  }
  return lengths.length === wanted ? lengths : undefined;
}

/** How often 16 repeats the length before it, and 17 and 18 the length zero. */
function repetitions(input: BitReader, symbol: number): number {
  if (symbol === 18) return 11 + input.bits(7);
  return 3 + input.bits(symbol === 16 ? 2 : 3);
}

function pushTimes(lengths: number[], length: number, times: number): void {
  for (let i = 0; i < times; i++) lengths.push(length);
}
