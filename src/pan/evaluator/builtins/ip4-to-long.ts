import { List } from "../../tree/list.ts";
import type { Builtin } from "../builtin.ts";

const addressPattern = /^(\d+)\.(\d+)\.(\d+)\.(\d+)(?:\/(\d+))?(?:\r?\n|[\r\u0085\u2028\u2029])?$/;

export const ip4ToLong: Builtin = {
  name: "ip4_to_long",
  signature: "ip4_to_long(address: string) -> list",
  summary: "The address and its mask as longs; without '/bits' the mask has all 32 bits.",
  minArguments: 1,
  maxArguments: 1,
  call(ctx, args, site) {
    const address = site.string(ctx, args, 0);
    const match = addressPattern.exec(address);
    if (match === null) return site.fail(ctx, "not-an-ip4-address", { address });
    const [, a = "", b = "", c = "", d = "", bits = ""] = match;
    const octets = [a, b, c, d].map(BigInt);
    if (octets.some((octet) => octet > 255n)) {
      return site.fail(ctx, "not-an-ip4-address", { address });
    }
    const mask = maskOf(bits);
    if (mask === undefined) return site.fail(ctx, "not-an-ip4-address", { address });
    return new List([octets.reduce((sum, octet) => (sum << 8n) | octet, 0n), mask]);
  },
};

/** The mask of so many bits; a number that is no 32-bit integer is passed over, as is none at all. */
function maskOf(bits: string): bigint | undefined {
  const all = 0xffff_ffffn;
  if (bits === "" || BigInt(bits) > 0x7fff_ffffn) return all;
  const rest = 32n - BigInt(bits);
  return rest < 0n ? undefined : (all >> rest) << rest;
}
