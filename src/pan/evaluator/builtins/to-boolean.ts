import { foldCase } from "../../java/character.ts";
import type { Value } from "../../tree/value.ts";
import type { Builtin } from "../builtin.ts";

export const toBoolean: Builtin = {
  name: "to_boolean",
  signature: "to_boolean(value: property) -> boolean",
  summary: "False for 0, 0.0, the empty string and 'false' in any case; else true.",
  minArguments: 1,
  maxArguments: 1,
  call(ctx, args, site) {
    const value = args[0] as Value;
    if (typeof value === "boolean") return value;
    if (typeof value === "bigint") return value !== 0n;
    if (typeof value === "number") return value !== 0;
    if (typeof value !== "string") return site.failType(ctx, 0, "a property", value);
    return value !== "" && !isFalse(value);
  },
};

/** Case is ignored as Java ignores it, where the long s (U+017F) is an s, too. */
function isFalse(text: string): boolean {
  if (text.length !== 5) return false;
  return (
    String.fromCodePoint(...Array.from(text, (char) => foldCase(char.charCodeAt(0)))) === "false"
  );
}
