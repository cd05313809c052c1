/** JSON with places: the same values as JSON itself gives, each with where it is written. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  JsonFault,
  type JsonSource,
  parseJsonSource,
  pointerTo,
} from "../../../src/pipeline/project/json-source.ts";

const settings = { seed: 7, numRuns: 300 };

function parsed(text: string): JsonSource {
  const source = parseJsonSource(text);
  if (source instanceof JsonFault) throw new Error(source.message);
  return source;
}

describe("parseJsonSource", () => {
  it("gives what JSON gives, however it is laid out", () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2, "\t"), (text, indent) => {
        const value: unknown = JSON.parse(text);
        expect(parsed(JSON.stringify(value, undefined, indent)).value).toEqual(value);
      }),
      settings,
    );
  });

  it("knows the place of every value", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const source = parsed(text);
        const check = (value: unknown, pointer: string): void => {
          const { start, end } = source.placeOf(pointer);
          expect(JSON.parse(text.slice(start, end))).toEqual(value);
          if (typeof value !== "object" || value === null) return;
          for (const [key, child] of Object.entries(value)) check(child, pointerTo(pointer, key));
        };
        check(source.value, "");
      }),
      settings,
    );
  });

  it("refuses what JSON refuses, and never throws", () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom("", ",", "}", '"', "x", "\\"),
        (json, at, put) => {
          const place = at % (json.length + 1);
          const text = json.slice(0, place) + put + json.slice(place + 1);
          let isJson = true;
          try {
            JSON.parse(text);
          } catch {
            isJson = false;
          }
          const source = parseJsonSource(text);
          if (!isJson) expect(source).toBeInstanceOf(JsonFault);
          // A key that is there twice is refused here, and JSON takes the last one.
          else if (source instanceof JsonFault) expect(source.message).toContain("is there twice");
        },
      ),
      { ...settings, numRuns: 1000 },
    );
  });

  it.each([
    ['{"a": 1,}', "a key in double quotes is missing", "}"],
    ['{"a" 1}', "a colon is missing behind the key", "1"],
    ['{"a": 1 "b": 2}', "a comma or } is missing", '"'],
    ["[1 2]", "a comma or ] is missing", "2"],
    ['["a]', "a string is not closed", '"'],
    ['["\\x"]', "a string has an escape or a character that JSON does not know", '"\\x"'],
    ["[True]", "a value is missing or misspelt", "True"],
    ["{} {}", "there is more behind its end", "{"],
    ['{"a": 1, "a": 2}', "the key 'a' is there twice", '"a"'],
    ["", "it ends where a value should be", ""],
    ["[".repeat(200), "its values are nested too deeply", "["],
  ])("says of %j that %s", (text, message, marked) => {
    const fault = parseJsonSource(text);
    if (!(fault instanceof JsonFault)) throw new Error("It is no JSON.");
    expect([fault.message, text.slice(fault.place.start, fault.place.end)]).toEqual([
      message,
      marked,
    ]);
  });
});
