/** What a format writes can be read back, and depends on the tree alone. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Dependency, dependencyKinds } from "../../src/pan/profile/dependency.ts";
import type { Profile } from "../../src/pan/profile/profile.ts";
import { profileFormats } from "../../src/pan/profile/registry.ts";
import { profileText } from "../../src/pan/profile/write-profile.ts";
import { Dict } from "../../src/pan/tree/dict.ts";
import { plainTree } from "../support/plain-tree.ts";
import { readJsonTree } from "../support/read-json-tree.ts";
import { readXmlTree } from "../support/read-xml-tree.ts";
import {
  doubleArbitrary,
  stringArbitrary,
  textArbitrary,
  treeArbitrary,
} from "../support/tree-arbitrary.ts";

const runs = { seed: 20, numRuns: 200 };
const readable = treeArbitrary({ strings: textArbitrary, doubles: doubleArbitrary });
const any = treeArbitrary({ strings: stringArbitrary, doubles: doubleArbitrary });

describe("profile formats", () => {
  it("write JSON that reads back as the same tree", () => {
    fc.assert(
      fc.property(readable, (root) => {
        expect(plainTree(readJsonTree(textOf("json", { root })))).toEqual(plainTree(root));
      }),
      runs,
    );
  });

  it("write XML that reads back as the same tree", () => {
    fc.assert(
      fc.property(readable, (root) => {
        expect(plainTree(readXmlTree(textOf("pan", { root })))).toEqual(plainTree(root));
      }),
      runs,
    );
  });

  it("write the same whatever the order in which the tree was made, and only whole characters", () => {
    const treeFormats = ["pan", "json", "text", "dot"];
    fc.assert(
      fc.property(any, fc.constantFrom(...treeFormats), (root, format) => {
        const text = textOf(format, { root });
        expect(textOf(format, { root: reversed(root).protect() })).toBe(text);
        expect(text).not.toMatch(/\p{Surrogate}/u);
      }),
      runs,
    );
  });

  it("list each dependency once, whatever their order", () => {
    fc.assert(
      fc.property(fc.array(dependencyArbitrary), fc.infiniteStream(fc.nat()), (listed, random) => {
        const shuffled = listed.flatMap((one) => [one, one]);
        for (let i = shuffled.length - 1; i > 0; i--) {
          const j = (random.next().value as number) % (i + 1);
          [shuffled[i], shuffled[j]] = [shuffled[j] as Dependency, shuffled[i] as Dependency];
        }
        const text = textOf("dep", { dependencies: listed });
        expect(textOf("dep", { dependencies: shuffled })).toBe(text);
        const distinct = new Set(listed.map((one) => JSON.stringify(one)));
        expect(text.split("\n").length - 1).toBe(distinct.size);
      }),
      runs,
    );
  });
});

const dependencyArbitrary: fc.Arbitrary<Dependency> = fc
  .record({
    name: fc.constantFrom("a", "a/b", "a-b", "B"),
    kind: fc.constantFrom(...dependencyKinds),
    directory: fc.constantFrom("/", "/a", "/a-b", "/a/b"),
  })
  .map(({ name, kind, directory }) => ({
    name,
    kind,
    directory: kind.startsWith("ABSENT") ? undefined : directory,
  }));

function textOf(name: string, parts: Partial<Profile>): string {
  const format = profileFormats.find((candidate) => candidate.name === name);
  if (format === undefined) throw new Error(`There is no format ${name}.`);
  return profileText(format, { name: "a", root: new Dict(), dependencies: [], ...parts });
}

/** The same dict with its keys put in the opposite order. */
function reversed(root: Dict): Dict {
  const copy = new Dict();
  for (const key of root.keys().toReversed()) {
    const value = root.get(key);
    if (value !== undefined) copy.put(key, value instanceof Dict ? reversed(value) : value);
  }
  return copy;
}
