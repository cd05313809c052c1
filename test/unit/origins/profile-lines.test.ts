/** Every line of a profile leads to the value that it was written for, whatever the texts in it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FileOrigins } from "../../../src/origins/line-origins.ts";
import { profileFileOrigins } from "../../../src/origins/profile-lines.ts";
import { valueInTree } from "../../../src/origins/tree-origins.ts";
import { profileFormats } from "../../../src/pan/profile/registry.ts";
import { profileText } from "../../../src/pan/profile/write-profile.ts";
import { Dict } from "../../../src/pan/tree/dict.ts";
import { List } from "../../../src/pan/tree/list.ts";
import type { Value } from "../../../src/pan/tree/value.ts";

const key = fc.stringMatching(/^[a-z][a-z0-9_]{0,5}$/);
const text = fc.oneof(fc.string(), fc.constantFrom("", "\n", "a\nb\n", ",\n  x", "]]>\n</list>"));
const { tree } = fc.letrec<{ tree: Dict; value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.boolean(),
    fc.bigInt({ min: 0n, max: 99n }),
    tie("tree"),
    fc.array(tie("value"), { maxLength: 3 }).map((items) => new List(items)),
  ),
  tree: fc
    .array(fc.tuple(key, tie("value")), { maxLength: 4 })
    .map((entries) => new Dict(new Map(entries))),
}));

function valuesOf(root: Value, path = ""): readonly string[] {
  if (root instanceof Dict) {
    const below = root
      .keys()
      .flatMap((name) => valuesOf(root.peek(name) as Value, `${path}/${name}`));
    return [path, ...below];
  }
  if (!(root instanceof List)) return [path];
  return [path, ...root.toArray().flatMap((item, index) => valuesOf(item, `${path}/${index}`))];
}

/** The paths that the lines lead to; each line is among those that it is said to be a part of. */
function pathsOf({ lines, of }: FileOrigins): ReadonlySet<string> {
  const all = lines.map((_, index) => ({ line: index + 1, ...of(index + 1) }));
  expect(all.every(({ line, range }) => range.first <= line && line <= range.last)).toBe(true);
  const sources = all.flatMap(({ origins }) => origins.map(({ source }) => source));
  return new Set(
    sources.map((source) =>
      source.kind === "path" ? source.terms.map((term) => `/${term}`).join("") : source.kind,
    ),
  );
}

/** How many lines a simple value takes: strings of `pan` and `text` have theirs, and a node of `dot` has an edge. */
function heightOf(format: string, value: Value | undefined): number {
  if (format === "dot") return 2;
  return format === "json" ? 1 : String(value).split("\n").length;
}

/** The number of lines of each simple value, as it is said to be and as it is. */
function heights(
  format: string,
  root: Dict,
  { lines, of }: FileOrigins,
): readonly (readonly number[])[] {
  return lines.flatMap((_, index) => {
    const { origins, range } = of(index + 1);
    const [source] = origins.map((origin) => origin.source);
    const value = source?.kind === "path" ? valueInTree(root, source.terms) : undefined;
    if (value === undefined || value instanceof Dict || value instanceof List) return [];
    return [[range.last - range.first + 1, heightOf(format, value)]];
  });
}

describe("the lines of a profile", () => {
  for (const name of ["pan", "json", "text", "dot"]) {
    const format = profileFormats.find((one) => one.name === name);
    it(`in the format ${name} lead to all values, and each to one`, () => {
      if (format === undefined) throw new Error(`There is no format ${name}.`);
      fc.assert(
        fc.property(tree, (root) => {
          const profile = { name: "p", root, dependencies: [] };
          const written = profileText(format, profile);
          const origins = profileFileOrigins(format, profile);
          const last = written.endsWith("\n") ? "\n" : "";
          expect(origins.lines.join("\n") + last).toBe(written);
          const reached = pathsOf(origins);
          for (const [said, is] of heights(name, root, origins)) expect(said).toBe(is);
          // An empty dict or list in JSON and XML stands in the line of its name, and so does every simple value.
          expect([...reached].toSorted()).toEqual([...new Set(valuesOf(root))].toSorted());
        }),
        { seed: 11, numRuns: 200 },
      );
    });
  }
});
