/** A tree as Pan source: an object template that builds it. */
import type { Dict } from "../../src/pan/tree/dict.ts";
import { List } from "../../src/pan/tree/list.ts";
import { isProperty, isResource, type Property, type Value } from "../../src/pan/tree/value.ts";

export function templateSource(name: string, root: Dict): string {
  const statements = root
    .keys()
    .map((key) => `'/${key}' = ${expressionSource(root.get(key) as Value)};\n`);
  return `object template ${name};\n${statements.join("")}`;
}

function expressionSource(value: Value): string {
  if (isProperty(value)) return propertySource(value);
  if (!isResource(value)) return value.kind;
  if (value instanceof List) return `list(${value.toArray().map(expressionSource).join(", ")})`;
  const entries = value
    .keys()
    .map((key) => `${stringSource(key)}, ${expressionSource(value.get(key) as Value)}`);
  return `dict(${entries.join(", ")})`;
}

function propertySource(value: Property): string {
  if (typeof value === "string") return stringSource(value);
  if (typeof value === "number") return doubleSource(value);
  // The smallest long has no literal: a minus sign is an operator.
  return value === -(2n ** 63n) ? "(-9223372036854775807 - 1)" : String(value);
}

function doubleSource(value: number): string {
  if (Number.isNaN(value)) return "(1e999 - 1e999)";
  if (!Number.isFinite(value)) return value > 0 ? "1e999" : "(-1e999)";
  return Object.is(value, -0) ? "(-0.0)" : value.toExponential();
}

/** A half of a surrogate pair cannot be written, so `substr` must cut it off. */
function stringSource(text: string): string {
  const parts = text.split(/(\p{Surrogate})/u).filter((part) => part !== "");
  if (parts.length === 0) return '""';
  return parts.map(partSource).join(" + ");
}

function partSource(part: string): string {
  if (!/^\p{Surrogate}$/u.test(part)) return `"${Array.from(part).map(escaped).join("")}"`;
  return part < "\udc00" ? `substr("${part}\udc00", 0, 1)` : `substr("\ud800${part}", 1, 1)`;
}

/** A backslash is written as a number: before the closing quote Pan would take `\\"` for an escaped quote. */
function escaped(character: string): string {
  const code = character.charCodeAt(0);
  return code < 0x20 || character === '"' || character === "\\" || (code >= 0x7f && code <= 0xa0)
    ? `\\x${code.toString(16).padStart(2, "0")}`
    : character;
}
