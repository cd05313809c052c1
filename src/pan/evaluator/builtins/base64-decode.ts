import { decodeBase64 } from "../../java/base64.ts";
import type { Builtin } from "../builtin.ts";

export const base64Decode: Builtin = {
  name: "base64_decode",
  signature: "base64_decode(encoded: string) -> string",
  summary: "The text whose UTF-8 bytes are encoded in base64.",
  minArguments: 1,
  maxArguments: 1,
  call(ctx, args, site) {
    const decoded = decodeBase64(site.string(ctx, args, 0));
    if (typeof decoded === "string") return decoded;
    return site.fail(ctx, "base64-invalid", { position: decoded.offset + 1 });
  },
};
