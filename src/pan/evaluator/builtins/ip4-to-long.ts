import { List } from "../../tree/list.ts";
import type { Builtin } from "../builtin.ts";

export const ip4ToLong: Builtin = {
  name: "ip4_to_long",
  signature: "ip4_to_long(address: string) -> list",
  summary: "The address as a long; for an address with /bits also its mask.",
  minArguments: 1,
  maxArguments: 1,
  call(ctx, args, site) {
    const address = site.string(ctx, args, 0);
    const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)(?:\/(\d+))?$/.exec(address);
    const octets = match?.slice(1, 5).map(BigInt) ?? [];
    if (match === null || octets.some((octet) => octet > 255n))
      return site.fail(ctx, "not-an-ip4-address", { address });
    const long = octets.reduce((sum, octet) => (sum << 8n) | octet, 0n);
    const bits = match[5];
    if (bits === undefined) return new List([long]);
    if (BigInt(bits) > 32n) return site.fail(ctx, "not-an-ip4-address", { address });
    const shift = 32n - BigInt(bits);
    return new List([long, (0xffffffffn >> shift) << shift]);
  },
};
