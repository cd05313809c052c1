import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Change } from "../../../src/diff/change.ts";
import { compareTrees } from "../../../src/diff/compare-trees.ts";
import { jsonTree } from "../../../src/diff/documents/json-tree.ts";
import { stepsText } from "../../../src/diff/step-text.ts";
import { Dict } from "../../../src/pan/tree/dict.ts";
import type { Value } from "../../../src/pan/tree/value.ts";

/** One line a change: `~ /path: old → new`. */
function compared(before: object, after: object): readonly string[] {
  return compareTrees(tree(before), tree(after)).map(line);
}

function tree(json: object): Dict {
  const found = jsonTree(JSON.stringify(json));
  if (found === undefined) throw new Error("no dict");
  return found;
}

function line({ kind, steps, before, after }: Change): string {
  const values = [before, after].flatMap((side) => (side === undefined ? [] : [side.leaf.value]));
  return `${kind} ${stepsText(steps)}: ${values.join(" → ")}`;
}

describe("two trees", () => {
  it("differ in leaves, in the order of the paths", () => {
    expect(compared({ b: { c: 1, d: 2 }, a: "x" }, { b: { c: 3, e: 2 }, a: "x" })).toEqual([
      "changed /b/c: 1 → 3",
      "removed /b/d: 2",
      "added /b/e: 2",
    ]);
  });

  it("tell a number from a text, and an empty dict from an empty list", () => {
    expect(compared({ a: 1, b: {}, c: true }, { a: "1", b: [], c: "true" })).toEqual([
      "changed /a: 1 → 1",
      "changed /b: {} → []",
      "changed /c: true → true",
    ]);
  });

  it("have leaves that came with what holds them", () => {
    const changes = compareTrees(tree({ a: {} }), tree({ a: {}, b: { c: { d: 1, e: [2] } } }));
    expect(changes.map(({ steps, whole }) => [stepsText(steps), whole])).toEqual([
      ["/b/c/d", 1],
      ["/b/c/e/0", 1],
    ]);
  });

  it("replace a value by something of another shape as a whole", () => {
    expect(compared({ a: 1 }, { a: { b: 2 } })).toEqual(["removed /a: 1", "added /a/b: 2"]);
    expect(compared({ a: [1] }, { a: { b: 2 } })).toEqual(["removed /a/0: 1", "added /a/b: 2"]);
  });
});

describe("lists", () => {
  it("are compared by what identifies their elements", () => {
    const routes = (...names: string[]): object => ({
      routes: names.map((to) => ({ to, via: `gateway of ${to}` })),
    });
    expect(compared(routes("a", "b"), routes("new", "a", "b"))).toEqual([
      "added /routes[to=new]/to: new",
      "added /routes[to=new]/via: gateway of new",
    ]);
    expect(compared(routes("a", "b", "c"), routes("c", "a"))).toEqual([
      "removed /routes[to=b]/to: b",
      "removed /routes[to=b]/via: gateway of b",
      "reordered /routes: a, c → c, a",
    ]);
  });

  it("know where an element stands on both sides", () => {
    const [change] = compareTrees(
      tree({ nics: [{ mac: "a", mtu: 1 }] }),
      tree({
        nics: [
          { mac: "b", mtu: 1 },
          { mac: "a", mtu: 2 },
        ],
      }),
    );
    expect(change?.before?.terms).toEqual(["nics", 0, "mtu"]);
    expect(change?.after?.terms).toEqual(["nics", 1, "mtu"]);
  });

  it("are compared by place where an identity is missing or not the only one", () => {
    const before = { x: [{ name: "a" }, { name: "a" }] };
    expect(compared(before, { x: [{ name: "a" }, { name: "b" }] })).toEqual([
      "changed /x/1/name: a → b",
    ]);
    expect(compared({ x: [{ v: 1 }] }, { x: [{ v: 2 }, { v: 1 }] })).toEqual([
      "changed /x/0/v: 1 → 2",
      "added /x/1/v: 1",
    ]);
  });

  it("of different scalars come and go by value, and others by place", () => {
    expect(compared({ x: ["a", "b"] }, { x: ["b", "c"] })).toEqual([
      "removed /x[a]: a",
      "added /x[c]: c",
    ]);
    expect(compared({ x: ["a"] }, { x: ["b"] })).toEqual(["changed /x/0: a → b"]);
    expect(compared({ x: [1, 1] }, { x: [1, 2] })).toEqual(["changed /x/1: 1 → 2"]);
  });
});

const dicts = fc.letrec<{ tree: Record<string, unknown>; value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.integer({ min: 0, max: 3 }),
    fc.constantFrom("x", "y"),
    tie("tree"),
    fc.array(tie("value"), { maxLength: 3 }),
  ),
  tree: fc.dictionary(fc.constantFrom("a", "b", "name", "d"), tie("value"), { maxKeys: 4 }),
})).tree;

describe("for any two trees", () => {
  it("there is no change exactly where they are equal", () => {
    fc.assert(
      fc.property(dicts, dicts, (before, after) => {
        const same = JSON.stringify(sorted(before)) === JSON.stringify(sorted(after));
        expect(compareTrees(tree(before), tree(after)).length === 0).toBe(same);
        expect(compareTrees(tree(before), tree(before))).toEqual([]);
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  it("each change names a leaf that is there, and the reverse has as many", () => {
    fc.assert(
      fc.property(dicts, dicts, (before, after) => {
        const [left, right] = [tree(before), tree(after)];
        const changes = compareTrees(left, right);
        for (const change of changes) {
          if (change.kind === "reordered") continue;
          expect(change.before === undefined || isLeafAt(left, change.before)).toBe(true);
          expect(change.after === undefined || isLeafAt(right, change.after)).toBe(true);
        }
        expect(compareTrees(right, left)).toHaveLength(changes.length);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

function isLeafAt(root: Dict, { terms, leaf }: NonNullable<Change["before"]>): boolean {
  let value: Value | undefined = root;
  for (const term of terms) {
    if (value instanceof Dict) value = value.peek(String(term));
    else value = (value as { peek(index: number): Value | undefined }).peek(Number(term));
  }
  if (leaf.kind === "property") return value === leaf.value;
  return typeof value === "object" && "size" in value && value.size === 0;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}
