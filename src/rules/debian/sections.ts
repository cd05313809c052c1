/**
 * A file of numbered sections, each an array of 32-bit numbers or of bytes.
 *
 * It can be used as it lies in memory: a header tells where each section begins, and sections begin at multiples
 * of four. Numbers are in the machine's own order of bytes, which the header tells too.
 */

const magic = 0x564d4958;
const headerWords = 5;
const checksumWord = 4;

export type Section = Uint32Array | Uint8Array;

/** `format` is the caller's: a file with another one is not read. */
export function writeSections(format: number, sections: readonly Section[]): Uint8Array {
  const starts: number[] = [];
  let length = 4 * (headerWords + 2 * sections.length);
  for (const section of sections) {
    starts.push(length);
    length += (section.byteLength + 3) & ~3;
  }
  const bytes = new Uint8Array(length);
  const words = new Uint32Array(bytes.buffer, 0, headerWords + 2 * sections.length);
  words.set([magic, format, sections.length, length]);
  for (const [i, section] of sections.entries()) {
    words[headerWords + 2 * i] = starts[i] ?? 0;
    words[headerWords + 2 * i + 1] = section.byteLength;
    const source = new Uint8Array(section.buffer, section.byteOffset, section.byteLength);
    bytes.set(source, starts[i]);
  }
  words[checksumWord] = checksum(bytes);
  return bytes;
}

/** The sections; undefined for a file that is damaged, or of another format, or of another kind of machine. */
export function readSections(format: number, file: Uint8Array): readonly Uint8Array[] | undefined {
  // A view of 32-bit numbers must begin at a multiple of four.
  const bytes = file.byteOffset % 4 === 0 ? file : file.slice();
  if (bytes.length < 4 * headerWords) return undefined;
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, headerWords);
  const [found, version, count = 0, length, sum] = header;
  const size = 4 * (headerWords + 2 * count);
  if (found !== magic || version !== format || length !== bytes.length) return undefined;
  if (size > bytes.length || sum !== checksum(bytes)) return undefined;
  const table = new Uint32Array(bytes.buffer, bytes.byteOffset, headerWords + 2 * count);
  const sections: Uint8Array[] = [];
  for (let i = 0; i < count; i++) {
    const start = table[headerWords + 2 * i] ?? 0;
    const end = start + (table[headerWords + 2 * i + 1] ?? 0);
    if (start % 4 !== 0 || start < size || end > bytes.length) return undefined;
    sections.push(bytes.subarray(start, end));
  }
  return sections;
}

export function wordsIn(section: Uint8Array): Uint32Array {
  return new Uint32Array(section.buffer, section.byteOffset, section.byteLength >> 2);
}

/** Of all but the word that holds it; a whole distribution takes some milliseconds. */
function checksum(bytes: Uint8Array): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  let sum = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) {
    if (i !== checksumWord) sum = Math.imul(sum ^ (words[i] as number), 0x01000193);
    // The bits of a product depend on lower ones only, so the upper ones are brought down.
    sum ^= sum >>> 15;
  }
  return sum >>> 0;
}
