import { describe, expect, it } from "vitest";
import { compareTrees } from "../../../src/diff/compare-trees.ts";
import { jsonTree } from "../../../src/diff/documents/json-tree.ts";
import { bundleChanges } from "../../../src/diff/group-changes.ts";
import type { MachineDiff } from "../../../src/diff/machine-diff.ts";
import { stepsText } from "../../../src/diff/step-text.ts";
import type { Dict } from "../../../src/pan/tree/dict.ts";

function machine(name: string, before: object, after: object, ...sources: string[]): MachineDiff {
  const tree = (json: object): Dict => jsonTree(JSON.stringify(json)) as Dict;
  return {
    name,
    state: "changed",
    files: [],
    changes: compareTrees(tree(before), tree(after)).map((change) => ({
      ...change,
      document: undefined,
      isSecret: false,
      writtenBefore: undefined,
      writtenAfter: undefined,
      effects: new Map(),
    })),
    sources: sources.map((file) => ({ how: "changed", file })),
  };
}

/** `a,b: /path /path` of each bundle. */
function bundles(...machines: readonly MachineDiff[]): readonly string[] {
  return bundleChanges(machines).map(
    ({ machines: names, changes }) =>
      `${names.join(",")}: ${changes
        .map(({ change, isByName }) => `${stepsText(change.steps)}${isByName ? "*" : ""}`)
        .join(" ")}`,
  );
}

describe("machines that change alike", () => {
  it("are one bundle, and what only one of them has is another", () => {
    expect(
      bundles(
        machine("a", { x: 1, y: 1 }, { x: 2, y: 2 }),
        machine("b", { x: 1, y: 1 }, { x: 2, y: 2 }),
        machine("c", { x: 1, y: 1, z: 1 }, { x: 2, y: 1, z: 2 }),
      ),
    ).toEqual(["a,b,c: /x", "a,b: /y", "c: /z"]);
  });

  it("are not those whose values differ", () => {
    expect(bundles(machine("a", { x: 1 }, { x: 2 }), machine("b", { x: 1 }, { x: "2" }))).toEqual([
      "a: /x",
      "b: /x",
    ]);
  });

  it("may have their own names in the values", () => {
    const url = (host: string, path: string): object => ({ x: `http://install/${host}.${path}` });
    expect(
      bundles(
        machine("web.example.org", url("web", "old"), url("web", "new")),
        machine("db1.example.org", url("db1", "old"), url("db1", "new")),
        machine("db2.example.org", url("db1", "old"), url("db1", "new")),
      ),
    ).toEqual(["db1.example.org,web.example.org: /x*", "db2.example.org: /x"]);
  });

  it("are explained by the sources that they share", () => {
    const [both, one] = bundleChanges([
      machine("a", { x: 1 }, { x: 2 }, "lib", "a.pan"),
      machine("b", { x: 1, y: 1 }, { x: 2, y: 2 }, "lib", "b.pan"),
    ]);
    expect(both?.sources.map(({ file }) => file)).toEqual(["lib"]);
    expect(one?.sources.map(({ file }) => file)).toEqual(["b.pan", "lib"]);
  });
});
