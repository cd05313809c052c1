import { encodeBase64 } from "../../java/base64.ts";
import type { Builtin } from "../builtin.ts";

export const base64Encode: Builtin = {
  name: "base64_encode",
  signature: "base64_encode(text: string) -> string",
  summary: "The UTF-8 bytes of the text in base64, in lines of 76 characters.",
  minArguments: 1,
  maxArguments: 1,
  call: (ctx, args, site) => encodeBase64(site.string(ctx, args, 0)),
};
