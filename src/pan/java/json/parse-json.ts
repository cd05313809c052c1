/**
 * A reader of JSON that takes what Gson's lenient reader takes: comments, single quotes, literals and names without
 * quotes, `;` for `,` and `=` or `=>` for `:`, missing elements of arrays, and a prefix against script inclusion.
 */

import { endsLiteral, JsonScanner } from "./json-scanner.ts";
import { type JsonMember, JsonProblem, type JsonValue } from "./json-value.ts";

/** The value of a text; undefined if there is none, only blanks and comments. */
export function parseJson(text: string): JsonValue | undefined | JsonProblem {
  const scanner = new JsonScanner(text);
  try {
    return parseDocument(scanner);
  } catch (problem) {
    if (problem instanceof JsonProblem) return problem;
    throw problem;
  }
}

const guard = ")]}'\n";
const maxDepth = 1000;

function parseDocument(scanner: JsonScanner): JsonValue | undefined {
  if (scanner.text.startsWith("\ufeff")) scanner.at = 1;
  scanner.peek();
  if (scanner.text.startsWith(guard, scanner.at)) scanner.at += guard.length;
  if (scanner.peek() === "") return undefined;
  const value = parseValue(scanner, 0);
  const rest = /^[ \t\n\r]*/.exec(scanner.text.slice(scanner.at))?.[0].length ?? 0;
  scanner.at += rest;
  if (scanner.at < scanner.text.length) scanner.fail("there is more after the value");
  return value;
}

function parseValue(scanner: JsonScanner, depth: number): JsonValue {
  if (depth > maxDepth) scanner.fail(`values are nested deeper than ${maxDepth}`);
  const char = scanner.peek();
  switch (char) {
    case "":
      return scanner.fail("the text ends where a value should be");
    case "[":
      return { kind: "array", items: parseItems(scanner, depth + 1) };
    case "{":
      return { kind: "object", members: parseMembers(scanner, depth + 1) };
    case '"':
    case "'":
      return scanner.readQuoted(char);
    default:
      return parseLiteral(scanner, char);
  }
}

/** An element that is missing before a separator, or after one and before the end, is a null. */
function parseItems(scanner: JsonScanner, depth: number): readonly JsonValue[] {
  const items: JsonValue[] = [];
  scanner.at++;
  if (scanner.peek() === "]") {
    scanner.at++;
    return items;
  }
  for (;;) {
    const char = scanner.peek();
    items.push("],;".includes(char) && char !== "" ? null : parseValue(scanner, depth));
    const after = scanner.peek();
    if (after !== "]" && after !== "," && after !== ";") scanner.fail("an array is not closed");
    scanner.at++;
    if (after === "]") return items;
  }
}

function parseMembers(scanner: JsonScanner, depth: number): readonly JsonMember[] {
  const members: JsonMember[] = [];
  scanner.at++;
  if (scanner.peek() === "}") {
    scanner.at++;
    return members;
  }
  for (;;) {
    const name = parseName(scanner);
    skipColon(scanner);
    members.push({ name, value: parseValue(scanner, depth) });
    const after = scanner.peek();
    if (after !== "}" && after !== "," && after !== ";") scanner.fail("an object is not closed");
    scanner.at++;
    if (after === "}") return members;
  }
}

function parseName(scanner: JsonScanner): string {
  const char = scanner.peek();
  if (char === '"' || char === "'") return scanner.readQuoted(char);
  if (char === "" || endsLiteral(char)) scanner.fail("a name is missing");
  return scanner.readLiteral();
}

function skipColon(scanner: JsonScanner): void {
  const char = scanner.peek();
  if (char !== ":" && char !== "=") scanner.fail("a ':' is missing");
  scanner.at++;
  if (char === "=" && scanner.text[scanner.at] === ">") scanner.at++;
}

const numberPattern = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A number of more characters is taken for a string, as it does not fit the reader's buffer. */
const longestNumber = 1023;

function parseLiteral(scanner: JsonScanner, char: string): JsonValue {
  if (endsLiteral(char)) scanner.fail("a value is missing");
  const literal = scanner.readLiteral();
  switch (literal.toLowerCase()) {
    case "true":
      return true;
    case "false":
      return false;
    case "null":
      return null;
    default:
      if (literal.length > longestNumber || !numberPattern.test(literal)) return literal;
      return { kind: "number", text: literal };
  }
}
