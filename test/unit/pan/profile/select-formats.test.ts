import { describe, expect, it } from "vitest";
import { profileFormats } from "../../../../src/pan/profile/registry.ts";
import { isUnknownFormat, selectFormats } from "../../../../src/pan/profile/select-formats.ts";
import { profileFileName } from "../../../../src/pan/profile/write-profile.ts";

describe("selectFormats", () => {
  it.each([
    ["pan,dep", ["pan", "dep"]],
    ["json.gz , text", ["json.gz", "text"]],
    ["pan,", ["pan"]],
    ["none", []],
    ["none,null", ["null"]],
    ["txt", ["txt"]],
    ["pan,xml,txt,text,pan", ["pan", "txt"]],
  ])("%j gives %j", (names, expected) => {
    const formats = selectFormats(names);
    expect(isUnknownFormat(formats) ? formats : formats.map(({ name }) => name)).toEqual(expected);
  });

  it.each([
    ["", ""],
    [" pan", " pan"],
    ["pan,,json", ""],
    ["PAN", "PAN"],
    ["dot.gz", "dot.gz"],
    ["json,yaml", "yaml"],
  ])("%j is refused for %j", (names, unknown) => {
    expect(selectFormats(names)).toEqual({ unknown });
  });

  it("knows no name twice, and compresses what ends in .gz", () => {
    const names = profileFormats.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, suffix, compressed } of profileFormats) {
      expect([name.endsWith(".gz"), suffix.endsWith(".gz")]).toEqual([compressed, compressed]);
    }
  });

  it("puts the file of a name with slashes into directories", () => {
    const [pan] = profileFormats;
    expect(pan && profileFileName("profiles/host.example.org", pan)).toBe(
      "profiles/host.example.org.xml",
    );
  });
});
