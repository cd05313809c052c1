/** JSON, read leniently. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonText } from "../../../../src/pan/java/json/json-text.ts";
import { JsonProblem, type JsonValue } from "../../../../src/pan/java/json/json-value.ts";
import { parseJson } from "../../../../src/pan/java/json/parse-json.ts";
import { wideTexts } from "./text-arbitrary.ts";

describe("JSON", () => {
  it("is read as JavaScript reads it", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(plain(parseJson(text))).toEqual(JSON.parse(text));
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it("has strings that are read back as they were", () => {
    fc.assert(
      fc.property(wideTexts, (text) => {
        expect(JSON.parse(jsonText(text))).toBe(text);
        expect(parseJson(jsonText(text))).toBe(text);
      }),
      { seed: 2 },
    );
  });

  it("is safe inside of HTML", () => {
    expect(jsonText("<a href='x'>&=\u2028\u0001\t\"\\é")).toBe(
      '"\\u003ca href\\u003d\\u0027x\\u0027\\u003e\\u0026\\u003d\\u2028\\u0001\\t\\"\\\\é"',
    );
  });

  it.each([
    ["[,]", [null, null]],
    ["[1,]", [1, null]],
    ["[1;2]", [1, 2]],
    ["{a=1; 'b' => 2}", { a: 1, b: 2 }],
    ["[tRue, False, NULL, trues]", [true, false, null, "trues"]],
    ["[01, 1., .5, +1, 1.2.3, NaN, a-b]", ["01", "1.", ".5", "+1", "1.2.3", "NaN", "a-b"]],
    ["# one\n[1 /* two */, // three\n 2]", [1, 2]],
    [")]}'\n[1]", [1]],
    ["\ufeff1", 1],
    ['"a\\\nb"', "a\nb"],
    [`${"1".repeat(1024)}`, "1".repeat(1024)],
  ])("forgives %j", (text, value) => {
    expect(plain(parseJson(text))).toEqual(value);
  });

  it.each([
    ["[1", "an array is not closed", 2],
    ["[1 2]", "an array is not closed", 3],
    ["{", "a name is missing", 1],
    ['{"a"}', "a ':' is missing", 4],
    ['{"a":1,}', "a name is missing", 7],
    ['{"a":1 "b":2}', "an object is not closed", 7],
    ['"abc', "a string is not closed", 4],
    ['"\\x"', "'\\x' is no escape", 2],
    ['"\\u12g4"', "'\\u' is not followed by four hexadecimal digits", 2],
    ["[1] 2", "there is more after the value", 4],
    ["[1] // no", "there is more after the value", 4],
    ["/* 1", "a comment is not closed", 0],
    ["\\", "a value is missing", 0],
    ['{"a":', "the text ends where a value should be", 5],
    ["[".repeat(1500), "values are nested deeper than 1000", 1001],
  ])("refuses %j", (text, message, index) => {
    expect(parseJson(text)).toEqual(new JsonProblem(message, index));
  });

  it("may be missing", () => {
    expect(parseJson("")).toBeUndefined();
    expect(parseJson(" \n// nothing\n")).toBeUndefined();
  });

  it("never throws", () => {
    const characters = fc.constantFrom(
      ...`{}[]:,;="'\\/#*utfn0123456789.eE+-`,
      " ",
      "\n",
      "a",
      "é",
    );
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 20 }), (chars) => {
        parseJson(chars.join(""));
      }),
      { seed: 3, numRuns: 2000 },
    );
  });
});

function plain(value: JsonValue | undefined | JsonProblem): unknown {
  if (typeof value !== "object" || value === null || value instanceof JsonProblem) return value;
  switch (value.kind) {
    case "number":
      return Number(value.text);
    case "array":
      return value.items.map(plain);
    default:
      return Object.fromEntries(value.members.map((member) => [member.name, plain(member.value)]));
  }
}
