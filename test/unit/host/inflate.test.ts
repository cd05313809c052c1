/** Compressed data that is damaged in ways that a random change seldom finds. */
import { inflateRawSync } from "node:zlib";
import { expect, it } from "vitest";
import { inflate } from "../../../src/host/memory/inflate.ts";

it.each([
  ["repeats what was never written", [0x03, 0x02, 0x00]],
  ["is of a kind that there is not", [0x07, 0x00]],
  ["says its length twice, and not the same", [0x01, 0x01, 0x00, 0x00, 0x00, 0x61]],
])("data that %s is refused, as zlib does", (_, bytes) => {
  expect(() => inflateRawSync(Uint8Array.from(bytes))).toThrow();
  expect(inflate(Uint8Array.from(bytes), 0)).toBeUndefined();
});
