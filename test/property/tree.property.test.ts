/** Laws of the configuration tree: dicts and lists against plain maps and arrays, copies, views, paths, provenance. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Dict } from "../../src/pan/tree/dict.ts";
import { escapeKey, unescapeKey } from "../../src/pan/tree/escape.ts";
import { List } from "../../src/pan/tree/list.ts";
import {
  compareBindingPaths,
  formatPath,
  isPathProblem,
  type Path,
  parsePath,
} from "../../src/pan/tree/path.ts";
import { type Origin, Provenance } from "../../src/pan/tree/provenance.ts";
import { isTermProblem, type Term, termFromText } from "../../src/pan/tree/term.ts";
import { UNDEF } from "../../src/pan/tree/transient.ts";
import type { Value } from "../../src/pan/tree/value.ts";
import { plainTree } from "../support/plain-tree.ts";
import { doubleArbitrary, stringArbitrary, treeArbitrary } from "../support/tree-arbitrary.ts";

const runs = { seed: 59, numRuns: 200 };
const tree = treeArbitrary({ strings: stringArbitrary, doubles: doubleArbitrary });

describe("a dict", () => {
  const key = fc.constantFrom("a", "b", "B", "_1", "a-b", "constructor", "__proto__");
  const change = fc.record({ key, value: fc.option(fc.bigInt({ min: 0n, max: 9n })) });

  it("holds what was put last, in the order of its keys", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const dict = new Dict();
        const view = dict.protect();
        const model = new Map<string, bigint>();
        for (const { key, value } of changes) {
          const previous = value === null ? dict.remove(key) : dict.put(key, value);
          expect(previous).toBe(model.get(key));
          if (value === null) model.delete(key);
          else model.set(key, value);
          const keys = [...model.keys()].sort();
          expect(dict.keys()).toEqual(keys);
          expect(view.keys()).toEqual(keys);
          expect(dict.size).toBe(model.size);
          expect(view.get(key)).toBe(model.get(key));
        }
      }),
      runs,
    );
  });
});

describe("a list", () => {
  const index = fc.nat(6);
  const change = fc.oneof(
    fc.record({ kind: fc.constant("set" as const), index }),
    fc.record({ kind: fc.constant("remove" as const), index }),
    fc.record({ kind: fc.constantFrom("append" as const, "prepend" as const), index }),
  );

  it("holds what was put where, with undef in its gaps", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const list = new List();
        const view = list.protect();
        const model: Value[] = [];
        for (const [step, { kind, index }] of changes.entries()) {
          const value = BigInt(step);
          changeList(list, kind, index, value);
          changeModel(model, kind, index, value);
          expect(list.toArray()).toEqual(model);
          expect(view.toArray()).toEqual(model);
          expect(list.at(model.length)).toBeUndefined();
        }
      }),
      runs,
    );
  });
});

describe("a copy", () => {
  it("that is deep does not change with its original", () => {
    fc.assert(
      fc.property(tree, fc.infiniteStream(fc.nat()), (root, random) => {
        const before = plainTree(root);
        const copy = root.duplicate();
        spoil(copy, () => random.next().value as number);
        expect(plainTree(root)).toEqual(before);
      }),
      runs,
    );
  });

  it("of a protected value shares what is below it, protected", () => {
    fc.assert(
      fc.property(tree, (root) => {
        const before = plainTree(root);
        const copy = root.protect().writableCopy();
        expect(plainTree(copy)).toEqual(before);
        copy.put("added", 1n);
        for (const key of copy.keys()) copy.put(key, "changed");
        expect(plainTree(root)).toEqual(before);
      }),
      runs,
    );
  });
});

describe("an escaped key", () => {
  const latin = fc.string({
    unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)),
  });

  it("is a key and reads back as its original", () => {
    fc.assert(
      fc.property(latin, (text) => {
        const key = escapeKey(text) ?? "";
        expect(termFromText(key)).toBe(key);
        expect(unescapeKey(key)).toEqual({ text });
      }),
      runs,
    );
  });
});

const keyArbitrary: fc.Arbitrary<string> = fc
  .stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_+.-]{0,7}$/)
  .filter((key) => !/^-?\d+$/.test(key));
const termArbitrary: fc.Arbitrary<Term> = fc.oneof(keyArbitrary, fc.nat(2 ** 31 - 1));
const pathArbitrary: fc.Arbitrary<Path> = fc.record({
  kind: fc.constantFrom("absolute", "relative", "external"),
  authority: fc.constantFrom("vm", "site/vm-1", "a.b"),
  terms: fc
    .tuple(keyArbitrary, fc.array(termArbitrary, { maxLength: 4 }))
    .map(([first, rest]) => [first, ...rest]),
});

describe("a path", () => {
  it("reads back as it was", () => {
    fc.assert(
      fc.property(pathArbitrary, ({ kind, authority, terms }) => {
        const path: Path = { kind, authority: kind === "external" ? authority : "", terms };
        expect(parsePath(formatPath(path))).toEqual(path);
      }),
      runs,
    );
  });

  it("never fails to be parsed otherwise than with a reason", () => {
    const pieces = fc.constantFrom(
      "/",
      "a",
      "0",
      "01",
      "{",
      "}",
      ":",
      "-",
      " ",
      "é",
      "漢",
      "..",
      "_",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const path = parsePath(parts.join(""));
        if (isPathProblem(path)) return;
        expect(parsePath(formatPath(path))).toEqual(path);
        for (const term of path.terms) expect(isTermProblem(term)).toBe(false);
      }),
      runs,
    );
  });

  it("has its place in one order of bindings", () => {
    fc.assert(
      fc.property(pathArbitrary, pathArbitrary, pathArbitrary, (a, b, c) => {
        expect(Math.sign(compareBindingPaths(a, b))).toBe(-Math.sign(compareBindingPaths(b, a)));
        const [first, second, third] = [a, b, c].sort(compareBindingPaths) as [Path, Path, Path];
        expect(compareBindingPaths(first, third)).toBeLessThanOrEqual(0);
        expect(first.terms.length).toBeGreaterThanOrEqual(second.terms.length);
        expect(second.terms.length).toBeGreaterThanOrEqual(third.terms.length);
      }),
      runs,
    );
  });
});

describe("provenance", () => {
  const terms = fc.array(fc.constantFrom<Term>("a", "b", 0), { maxLength: 4 });

  it("names the latest write that covers a path", () => {
    fc.assert(
      fc.property(fc.array(terms, { maxLength: 12 }), terms, (writes, asked) => {
        const provenance = new Provenance();
        const origins = writes.map((_, i) => originAt(i));
        for (const [i, written] of writes.entries()) {
          provenance.record(written, origins[i] as Origin);
        }
        const covering = writes.findLastIndex((written) => isAbove(written, asked));
        expect(provenance.origin(asked)).toBe(origins[covering]);
      }),
      runs,
    );
  });

  it("finds a final path above or below the one asked for", () => {
    fc.assert(
      fc.property(fc.array(terms.filter(({ length }) => length > 0)), terms, (finals, asked) => {
        const provenance = new Provenance();
        for (const [i, final] of finals.entries()) provenance.setFinal(final, originAt(i).span);
        const related = finals.some((final) => isAbove(final, asked) || isAbove(asked, final));
        const found = provenance.finalAt(asked);
        expect(found !== undefined).toBe(related);
        if (found === undefined) return;
        const first = finals.findIndex((final) => sameTerms(final, found.terms));
        expect(found.place).toEqual(originAt(first).span);
      }),
      runs,
    );
  });
});

type ListChange = "set" | "remove" | "append" | "prepend";

function changeList(list: List, kind: ListChange, index: number, value: Value): void {
  if (kind === "set") list.set(index, value);
  else if (kind === "remove") list.remove(index);
  else if (kind === "append") list.append(value);
  else list.prepend(value);
}

function changeModel(model: Value[], kind: ListChange, index: number, value: Value): void {
  if (kind === "set") {
    while (model.length < index) model.push(UNDEF);
    model[index] = value;
  } else if (kind === "remove") model.splice(index, index < model.length ? 1 : 0);
  else if (kind === "append") model.push(value);
  else model.unshift(value);
}

/** Changes something on every level of a value. */
function spoil(value: Value, random: () => number): void {
  if (value instanceof Dict) {
    for (const key of value.keys()) spoil(value.get(key) as Value, random);
    const key = value.keys()[random() % Math.max(1, value.size)];
    if (key !== undefined) value.remove(key);
    value.put("spoilt", true);
  } else if (value instanceof List) {
    for (const item of value.toArray()) spoil(item, random);
    value.prepend("spoilt");
  }
}

function originAt(place: number): Origin {
  return { kind: "assignment", span: { file: "t.pan", start: place, end: place + 1 } };
}

function isAbove(upper: readonly Term[], lower: readonly Term[]): boolean {
  return upper.length <= lower.length && upper.every((term, i) => term === lower[i]);
}

function sameTerms(a: readonly Term[], b: readonly Term[]): boolean {
  return a.length === b.length && isAbove(a, b);
}
