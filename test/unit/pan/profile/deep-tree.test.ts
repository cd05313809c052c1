/** A tree deeper than the call stack reaches must still be written. */
import { describe, expect, it } from "vitest";
import { profileFormats } from "../../../../src/pan/profile/registry.ts";
import { writeProfile } from "../../../../src/pan/profile/write-profile.ts";
import { Dict } from "../../../../src/pan/tree/dict.ts";
import { UNDEF } from "../../../../src/pan/tree/transient.ts";

const levels = 10_000;

// The format `dot` takes the same walk, but repeats whole paths: 300 MB.
describe("a tree of ten thousand levels", () => {
  it.each([
    // A level is opened once and closed once, and the innermost one is empty.
    ["pan", /</g, 1 + 2 * levels - 1],
    ["json", /[{}]/g, 2 * levels],
    ["text", /\+-/g, levels],
  ])("is written as %s", (name, mark, count) => {
    const root = nested(levels);
    let found = 0;
    const format = profileFormats.find((candidate) => candidate.name === name);
    if (format === undefined) throw new Error(`There is no format ${name}.`);
    writeProfile(format, { name: "a", root, dependencies: [] }, (chunk) => {
      found += chunk.match(mark)?.length ?? 0;
    });
    expect(found).toBe(count);
  });
});

describe("a tree with an undefined value", () => {
  it("is our mistake: validation must have found it", () => {
    const profile = { name: "a", root: Dict.of({ a: UNDEF }), dependencies: [] };
    for (const format of profileFormats.filter(({ suffix }) => !/^(?:dep|null)/.test(suffix))) {
      expect(() => writeProfile(format, profile, () => {})).toThrow("undefined value");
    }
  });
});

function nested(depth: number): Dict {
  let dict = new Dict();
  for (let level = 1; level < depth; level++) dict = Dict.of({ a: dict });
  return dict;
}
