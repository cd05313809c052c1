/** Each case is a tree, or a list of dependencies; its goldens are what the reference compiler writes. */
import { describe, expect, it } from "vitest";
import type { Dependency } from "../../../../src/pan/profile/dependency.ts";
import type { Profile } from "../../../../src/pan/profile/profile.ts";
import { profileFormats } from "../../../../src/pan/profile/registry.ts";
import { profileText } from "../../../../src/pan/profile/write-profile.ts";
import { Dict } from "../../../../src/pan/tree/dict.ts";
import { expectGolden, readCases } from "../../../support/fixtures.ts";
import { readJsonTree } from "../../../support/read-json-tree.ts";

describe("profile formats", () => {
  for (const { name, files } of readCases("profile")) {
    const tree = files.get("tree.json");
    const dependencies = files.get("dependencies.json");
    if (tree !== undefined) {
      const profile = { name: "a", root: readJsonTree(tree), dependencies: [] };
      it.each(["pan", "json", "text", "dot"])(`${name}: %s`, (format) =>
        check(name, profile, format),
      );
    }
    if (dependencies !== undefined) {
      const listed: readonly Dependency[] = JSON.parse(dependencies);
      const profile = { name: "a", root: new Dict(), dependencies: listed };
      it(`${name}: dep`, () => check(name, profile, "dep"));
    }
  }

  it("has cases", () => {
    expect(readCases("profile").length).toBeGreaterThan(5);
  });
});

async function check(folder: string, profile: Profile, name: string): Promise<void> {
  const format = profileFormats.find((candidate) => candidate.name === name);
  if (format === undefined) throw new Error(`There is no format ${name}.`);
  await expectGolden(`profile/${folder}/expected.${format.suffix}`, profileText(format, profile));
}
