/** MD2 (RFC 1319). */

let substitution: Uint8Array = new Uint8Array(0);

export function md2(message: Uint8Array): Uint8Array {
  if (substitution.length === 0) substitution = shuffledBytes();
  const padding = 16 - (message.length % 16);
  const padded = new Uint8Array(message.length + padding + 16).fill(padding);
  padded.set(message);
  padded.set(checksum(padded.subarray(0, -16)), padded.length - 16);
  const state = new Uint8Array(48);
  for (let at = 0; at < padded.length; at += 16) mixBlock(state, padded.subarray(at, at + 16));
  return state.slice(0, 16);
}

function checksum(padded: Uint8Array): Uint8Array {
  const sum = new Uint8Array(16);
  let last = 0;
  for (const [i, byte] of padded.entries()) {
    last = (sum[i % 16] as number) ^ (substitution[byte ^ last] as number);
    sum[i % 16] = last;
  }
  return sum;
}

function mixBlock(state: Uint8Array, block: Uint8Array): void {
  for (const [i, byte] of block.entries()) {
    state[16 + i] = byte;
    state[32 + i] = byte ^ (state[i] as number);
  }
  let carry = 0;
  for (let round = 0; round < 18; round++) {
    for (let i = 0; i < 48; i++) {
      carry = (state[i] as number) ^ (substitution[carry] as number);
      state[i] = carry;
    }
    carry = (carry + round) & 0xff;
  }
}

/** A permutation of the bytes, shuffled by the digits of pi. */
function shuffledBytes(): Uint8Array {
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
  const digits = piDigits(800);
  let next = 0;
  const below = (limit: number): number => {
    const count = limit > 100 ? 3 : limit > 10 ? 2 : 1;
    const number = Number(digits.slice(next, next + count));
    next += count;
    const fair = limit * Math.floor(10 ** count / limit);
    return number < fair ? number % limit : below(limit);
  };
  for (let i = 1; i < 256; i++) {
    const other = below(i + 1);
    [bytes[other], bytes[i]] = [bytes[i] as number, bytes[other] as number];
  }
  return bytes;
}

/** Digits of pi from the 3 on, by Machin's formula. */
function piDigits(count: number): string {
  const scale = 10n ** BigInt(count + 10);
  const inverseTangent = (of: bigint): bigint => {
    let sum = 0n;
    let power = scale / of;
    for (let n = 1n; power !== 0n; n += 2n) {
      sum += n % 4n === 1n ? power / n : -power / n;
      power /= of * of;
    }
    return sum;
  };
  return String(4n * (4n * inverseTangent(5n) - inverseTangent(239n))).slice(0, count);
}
