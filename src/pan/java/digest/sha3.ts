/** SHA-3 (FIPS 202): the sponge of Keccak. */

/** The digest of so many bits. */
export function sha3(message: Uint8Array, bits: number): Uint8Array {
  const rate = 200 - bits / 4;
  const padded = new Uint8Array(Math.ceil((message.length + 1) / rate) * rate);
  padded.set(message);
  padded[message.length] = 0x06;
  padded[padded.length - 1] = (padded.at(-1) as number) | 0x80;
  const lanes = new BigUint64Array(25);
  const view = new DataView(padded.buffer);
  for (let at = 0; at < padded.length; at += rate) {
    for (let i = 0; i < rate / 8; i++) {
      lanes[i] = (lanes[i] as bigint) ^ view.getBigUint64(at + 8 * i, true);
    }
    permute(lanes);
  }
  return bytesOf(lanes).slice(0, bits / 8);
}

function bytesOf(lanes: BigUint64Array): Uint8Array {
  const bytes = new Uint8Array(200);
  const view = new DataView(bytes.buffer);
  for (const [i, lane] of lanes.entries()) view.setBigUint64(8 * i, lane, true);
  return bytes;
}

function permute(lanes: BigUint64Array): void {
  for (const constant of roundConstants) {
    mixColumns(lanes);
    rotateAndPlace(lanes);
    mixRows(lanes);
    lanes[0] = (lanes[0] as bigint) ^ constant;
  }
}

function mixColumns(lanes: BigUint64Array): void {
  const parity = Array.from({ length: 5 }, (_, x) =>
    [0, 5, 10, 15, 20].reduce((sum, y) => sum ^ (lanes[x + y] as bigint), 0n),
  );
  for (let i = 0; i < 25; i++) {
    const left = parity[(i + 4) % 5] as bigint;
    const right = parity[(i + 1) % 5] as bigint;
    lanes[i] = (lanes[i] as bigint) ^ left ^ rotateLeft(right, 1);
  }
}

function rotateAndPlace(lanes: BigUint64Array): void {
  const before = lanes.slice();
  let [x, y] = [1, 0];
  for (let t = 0; t < 24; t++) {
    const lane = before[x + 5 * y] as bigint;
    [x, y] = [y, (2 * x + 3 * y) % 5];
    lanes[x + 5 * y] = rotateLeft(lane, (((t + 1) * (t + 2)) / 2) % 64);
  }
}

function mixRows(lanes: BigUint64Array): void {
  for (let y = 0; y < 25; y += 5) {
    const row = lanes.slice(y, y + 5);
    for (let x = 0; x < 5; x++) {
      const [a, b, c] = [row[x], row[(x + 1) % 5], row[(x + 2) % 5]] as [bigint, bigint, bigint];
      lanes[y + x] = a ^ (BigInt.asUintN(64, ~b) & c);
    }
  }
}

function rotateLeft(lane: bigint, by: number): bigint {
  const shift = BigInt(by);
  return BigInt.asUintN(64, (lane << shift) | (lane >> (64n - shift)));
}

/** A shift register gives the bits of the constants, at the positions 2 ** j - 1. */
const roundConstants = makeRoundConstants();

function makeRoundConstants(): readonly bigint[] {
  let register = 1;
  return Array.from({ length: 24 }, () => {
    let constant = 0n;
    for (let j = 0; j < 7; j++) {
      if ((register & 1) === 1) constant |= 1n << BigInt(2 ** j - 1);
      register = (register << 1) ^ ((register >> 7) * 0x171);
    }
    return constant;
  });
}
