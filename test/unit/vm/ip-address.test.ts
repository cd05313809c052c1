/** Addresses as numbers. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatIp,
  isBroadcast,
  parseCidr,
  parseIp,
  sameNetwork,
} from "../../../src/vm/ip-address.ts";

describe("parseIp", () => {
  it.each([
    ["0.0.0.0", 0n],
    ["192.0.2.10", 0xc000_020an],
    ["255.255.255.255", 0xffff_ffffn],
    ["::", 0n],
    ["::1", 1n],
    ["2001:db8::ff", 0x2001_0db8_0000_0000_0000_0000_0000_00ffn],
    ["1:2:3:4:5:6:7:8", 0x0001_0002_0003_0004_0005_0006_0007_0008n],
    ["fe80::", 0xfe80n << 112n],
  ])("reads %s", (text, value) => {
    expect(parseIp(text).value).toBe(value);
  });
});

describe("formatIp", () => {
  it.each([
    ["0:0:0:0:0:0:0:0", "::"],
    ["0:0:0:0:0:0:0:1", "::1"],
    ["2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1"],
    ["2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"],
    ["2001:0:0:1:0:0:0:1", "2001:0:0:1::1"],
    ["1:0:0:0:0:0:0:0", "1::"],
    ["10:0:0:100:0:0:0:10", "10:0:0:100::10"],
    ["192.0.2.1", "192.0.2.1"],
  ])("writes %s as %s (RFC 5952)", (text, canonical) => {
    expect(formatIp(parseIp(text))).toBe(canonical);
  });

  it("is the inverse of parsing", () => {
    const address = fc.oneof(
      fc.bigInt({ min: 0n, max: (1n << 32n) - 1n }).map((value) => ({ bits: 32 as const, value })),
      fc
        .bigInt({ min: 0n, max: (1n << 128n) - 1n })
        .map((value) => ({ bits: 128 as const, value })),
      fc
        .array(fc.constantFrom<bigint>(0n, 0n, 1n, 0x10n, 0xffffn), { minLength: 8, maxLength: 8 })
        .map((groups) => groups.reduce((value, group) => (value << 16n) | group, 0n))
        .map((value) => ({ bits: 128 as const, value })),
    );
    fc.assert(
      fc.property(address, (given) => {
        expect(parseIp(formatIp(given))).toEqual(given);
      }),
      { seed: 4291, numRuns: 300 },
    );
  });
});

it("knows which addresses are in one network", () => {
  const { address, prefix } = parseCidr("192.0.2.250/24");
  expect(prefix).toBe(24);
  expect(sameNetwork(address, parseIp("192.0.2.1"), prefix)).toBe(true);
  expect(sameNetwork(address, parseIp("192.0.3.1"), prefix)).toBe(false);
  expect(sameNetwork(address, parseIp("203.0.113.1"), 0)).toBe(true);
});

it("knows the broadcast address of a network", () => {
  expect(isBroadcast(parseIp("192.0.2.255"), 24)).toBe(true);
  expect(isBroadcast(parseIp("192.0.2.254"), 24)).toBe(false);
  expect(isBroadcast(parseIp("192.0.2.1"), 31)).toBe(false);
  expect(isBroadcast(parseIp("2001:db8::ffff"), 112)).toBe(false);
});
