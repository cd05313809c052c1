import { type DigestFunction, digestFunction, digestNames } from "../../java/digest/digest.ts";
import { encodeUtf8 } from "../../java/utf8.ts";
import type { Builtin, CallSite, FunctionContext } from "../builtin.ts";

export const digest: Builtin = {
  name: "digest",
  signature: "digest(algorithm: string, message: string) -> string",
  summary: "The digest of the message in hexadecimal digits, without leading zeros.",
  minArguments: 2,
  maxArguments: 2,
  checkConstants(args, site) {
    const algorithm = site.literalString(args, 0);
    if (algorithm !== undefined) functionNamed(undefined, site, algorithm);
    site.literalString(args, 1);
  },
  call(ctx, args, site) {
    const algorithm = site.string(ctx, args, 0);
    const message = site.string(ctx, args, 1);
    const make = functionNamed(ctx, site, algorithm);
    // As many bytes as the message has UTF-16 units: what is left of longer UTF-8 takes no part.
    const bytes = encodeUtf8(message).subarray(0, message.length);
    return hexadecimal(make(bytes));
  },
};

function functionNamed(
  ctx: FunctionContext | undefined,
  site: CallSite,
  algorithm: string,
): DigestFunction {
  const known = digestNames.join(", ");
  return digestFunction(algorithm) ?? site.fail(ctx, "digest-unknown", { algorithm, known });
}

/** The bytes as one number. */
function hexadecimal(bytes: Uint8Array): string {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^0+(?=.)/, "");
}
