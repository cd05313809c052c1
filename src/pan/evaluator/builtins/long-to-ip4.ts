import type { Builtin } from "../builtin.ts";

export const longToIp4: Builtin = {
  name: "long_to_ip4",
  signature: "long_to_ip4(address: long) -> string",
  summary: "The address in dotted notation.",
  minArguments: 1,
  maxArguments: 1,
  call(ctx, args, site) {
    const address = site.long(ctx, args, 0);
    if (address < 0n || address > 0xffffffffn)
      return site.fail(ctx, "ip4-address-out-of-range", { address });
    return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 255n).join(".");
  },
};
