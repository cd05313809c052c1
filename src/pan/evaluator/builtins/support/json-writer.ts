/** Values as JSON, laid out as Gson's pretty printing does it. */

import { formatDouble } from "../../../java/double-text.ts";
import { jsonText } from "../../../java/json/json-text.ts";
import { Dict } from "../../../tree/dict.ts";
import { List } from "../../../tree/list.ts";
import type { Value } from "../../../tree/value.ts";

/** The JSON of a value without `undef`; a double that is not a number or infinite is written as Java prints it. */
export function writeJson(value: Value): string {
  return write(value, "\n");
}

/** `newLine` is a line feed and the indentation of the value's own line. */
function write(value: Value, newLine: string): string {
  switch (typeof value) {
    case "string":
      return jsonText(value);
    case "number":
      return formatDouble(value);
    case "object":
      return writeStructure(value, newLine);
    default:
      return String(value);
  }
}

function writeStructure(value: Value, newLine: string): string {
  const inner = `${newLine}  `;
  if (value instanceof List) {
    const items = value.toArray().map((item) => inner + write(item, inner));
    return items.length === 0 ? "[]" : `[${items.join(",")}${newLine}]`;
  }
  if (value instanceof Dict) {
    const members = value
      .keys()
      .map((key) => `${inner}${jsonText(key)}: ${write(value.get(key) as Value, inner)}`);
    return members.length === 0 ? "{}" : `{${members.join(",")}${newLine}}`;
  }
  return "null";
}
