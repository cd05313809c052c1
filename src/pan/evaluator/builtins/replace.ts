import { replaceAll } from "../../java/replacement.ts";
import type { Builtin } from "../builtin.ts";
import { regexOf } from "./support/regex.ts";

export const replace: Builtin = {
  name: "replace",
  signature: "replace(pattern: string, replacement: string, text: string) -> string",
  summary: "The text with every match of the regular expression replaced.",
  minArguments: 3,
  maxArguments: 3,
  call(ctx, args, site) {
    const regex = regexOf(ctx, site, site.string(ctx, args, 0));
    const replacement = site.string(ctx, args, 1);
    const text = site.string(ctx, args, 2);
    return (
      replaceAll(regex, text, replacement) ?? site.fail(ctx, "replacement-invalid", { replacement })
    );
  },
};
