import { List } from "../../tree/list.ts";
import { NULL } from "../../tree/transient.ts";
import type { Value } from "../../tree/value.ts";
import type { Builtin } from "../builtin.ts";

export const join: Builtin = {
  name: "join",
  signature: "join(separator: string, list: list | text: string, ...) -> string",
  summary: "The strings with the separator between them.",
  minArguments: 2,
  maxArguments: Number.POSITIVE_INFINITY,
  checkConstants(args, site) {
    const [separator, second] = args;
    if (separator === NULL) site.failType(undefined, 0, "a string", separator);
    if (second === NULL || (args.length === 2 && second !== undefined))
      site.failType(undefined, 1, "a list", second);
  },
  call(ctx, args, site) {
    const separator = site.string(ctx, args, 0);
    const [, second] = args as readonly [Value, Value];
    if (args.length > 2)
      return args
        .slice(1)
        .map((_, i) => site.string(ctx, args, i + 1))
        .join(separator);
    if (!(second instanceof List)) return site.failType(ctx, 1, "a list", second);
    const texts = second
      .toArray()
      .map((text) =>
        typeof text === "string" ? text : site.failType(ctx, 1, "a list of strings", text),
      );
    return texts.join(separator);
  },
};
