/** What to write instead of a value of another kind than is wanted, where its author's meaning is plain. */

import { List } from "../tree/list.ts";
import { isResource, type Value } from "../tree/value.ts";

/** `wanted` is the name of a kind, such as `long` or `list`; undefined where nothing can be advised. */
export function conversionHelp(wanted: string, value: Value): string | undefined {
  switch (wanted) {
    case "long":
    case "double":
    case "number":
      return typeof value === "string" ? numberHelp(value) : undefined;
    case "boolean":
      return typeof value === "string" ? booleanHelp(value) : undefined;
    case "list":
      return isResource(value) ? undefined : "A list of one element is written `list(VALUE)`.";
    case "dict":
    case "nlist":
      return value instanceof List
        ? "A dict has keys: `dict('key', value)`; a list has none."
        : "A dict is changed by its parts: assign to a path below it.";
    case "string":
      if (isResource(value)) return undefined;
      return "Write it in quotes, or convert it by to_string().";
    default:
      return undefined;
  }
}

function numberHelp(text: string): string | undefined {
  const [, number, prefix] = /^\s*([-+]?\d+(?:\.\d+)?)\s*(?:([kmgt])i?b?)?\s*$/i.exec(text) ?? [];
  if (number === undefined) return undefined;
  return prefix === undefined
    ? `Write the number without quotes: \`${number}\`.`
    : `Write a number without quotes, and multiply it by its unit: \`${number} * ${prefix.toUpperCase()}iB\`.`;
}

function booleanHelp(text: string): string | undefined {
  if (/^(?:true|yes|on|1)$/i.test(text)) return "Write `true`, without quotes.";
  return /^(?:false|no|off|0)$/i.test(text) ? "Write `false`, without quotes." : undefined;
}
