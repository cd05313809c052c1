/** The index of packages: nothing is lost on the way through it, and damage is noticed or harmless. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildIndex } from "../../../../src/rules/debian/build-index.ts";
import { type DebianPackage, parsePackages } from "../../../../src/rules/debian/parse-packages.ts";
import { readIndex } from "../../../../src/rules/debian/read-index.ts";
import type { Constraint, PackageSource } from "../../../../src/rules/repository/package-source.ts";

const name = fc.stringMatching(/^[a-z][a-z0-9+.-]{1,8}$/);
const version = fc.stringMatching(/^[0-9][0-9a-z.+~]{0,6}$/);
const signs = { "<": "<<", "<=": "<=", "==": "=", ">=": ">=", ">": ">>" } as const;
const constraint: fc.Arbitrary<Constraint> = fc.oneof(
  name.map((one) => ({ name: one, operator: undefined, version: undefined })),
  fc.record({
    name,
    operator: fc.constantFrom(...(Object.keys(signs) as (keyof typeof signs)[])),
    version,
  }),
);
const clauses = fc.array(fc.array(constraint, { minLength: 1, maxLength: 3 }), { maxLength: 3 });
const debianPackage: fc.Arbitrary<DebianPackage> = fc.record({
  name,
  version,
  size: fc.nat(1_000_000),
  depends: clauses,
  recommends: clauses,
  conflicts: fc.array(constraint, { maxLength: 2 }),
  provides: fc.array(fc.record({ name, version: fc.option(version, { nil: undefined }) }), {
    maxLength: 2,
  }),
});
const archive = fc.uniqueArray(debianPackage, {
  selector: (item) => `${item.name} ${item.version}`,
  maxLength: 12,
});

describe("an index", () => {
  it("holds what the list says", () => {
    fc.assert(
      fc.property(archive, (packages) => {
        const text = packages.map(stanza).join("\n");
        const parsed: DebianPackage[] = [];
        expect(parsePackages(text, (item) => parsed.push(item))).toBe(0);
        expect(parsed).toEqual(packages);
        const source = readIndex("test", buildIndex([text]).bytes);
        expect(source).toBeDefined();
        if (source !== undefined) expectSame(source, packages);
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it("does not depend on the order of the list, nor on where it lies in memory", () => {
    fc.assert(
      fc.property(archive, (packages) => {
        const { bytes } = buildIndex([packages.map(stanza).join("\n")]);
        expect(buildIndex([packages.toReversed().map(stanza).join("\n")]).bytes).toEqual(bytes);
        const shifted = new Uint8Array(bytes.length + 1);
        shifted.set(bytes, 1);
        const source = readIndex("test", shifted.subarray(1));
        if (source !== undefined) expectSame(source, packages);
        expect(source).toBeDefined();
      }),
      { seed: 5, numRuns: 50 },
    );
  });

  it("that is cut is none", () => {
    const { bytes } = buildIndex(["Package: a\nVersion: 1\nDepends: b (>= 2) | c\n"]);
    for (let length = 0; length < bytes.length; length++) {
      expect(readIndex("test", bytes.slice(0, length))).toBeUndefined();
    }
    expect(readIndex("test", new Uint8Array([...bytes, 0]))).toBeUndefined();
  });

  it("of another format, or of another machine, is none", () => {
    const { bytes } = buildIndex(["Package: a\nVersion: 1\n"]);
    for (const at of [0, 1, 2, 3, 4, 8]) {
      const other = bytes.slice();
      other[at] = (other[at] ?? 0) ^ 0xff;
      expect(readIndex("test", other)).toBeUndefined();
    }
    expect(readIndex("test", bytes.slice().reverse())).toBeUndefined();
    expect(readIndex("test", new TextEncoder().encode("Package: a\nVersion: 1\n"))).toBeUndefined();
  });

  it("with a flipped bit is none, wherever it is", () => {
    const { bytes } = buildIndex([
      "Package: a\nVersion: 1\nDepends: b (>= 2) | c\nProvides: d (= 3)\n\nPackage: b\nVersion: 2\nBreaks: e\n",
    ]);
    for (let at = 0; at < bytes.length; at++) {
      for (const mask of [0x01, 0x80, 0xff]) {
        const damaged = bytes.slice();
        damaged[at] = (damaged[at] ?? 0) ^ mask;
        expect(readIndex("test", damaged)).toBeUndefined();
      }
    }
  });
});

function stanza({ name: own, version: exact, size, ...lists }: DebianPackage): string {
  const relations = (list: readonly (readonly Constraint[])[]): string =>
    list.map((anyOf) => anyOf.map(relation).join(" | ")).join(", ");
  const provides = lists.provides.map((one) =>
    one.version === undefined ? one.name : `${one.name} (= ${one.version})`,
  );
  return [
    `Package: ${own}`,
    `Version: ${exact}`,
    `Installed-Size: ${size}`,
    `Depends: ${relations(lists.depends)}`,
    `Recommends: ${relations(lists.recommends)}`,
    `Conflicts: ${relations(lists.conflicts.map((one) => [one]))}`,
    `Provides: ${provides.join(", ")}`,
    "",
  ].join("\n");
}

function relation({ name: own, operator, version: bound }: Constraint): string {
  if (operator === undefined || operator === "!=" || operator === "~") return own;
  return `${own} (${signs[operator]} ${bound})`;
}

function expectSame(source: PackageSource, packages: readonly DebianPackage[]): void {
  // Versions that dpkg does not take are left out.
  expect(source.count).toBeLessThanOrEqual(packages.length);
  for (let number = 0; number < source.count; number++) {
    const own = packages.find(
      (item) => item.name === source.nameOf(number) && item.version === source.versionOf(number),
    );
    const needs = source.requirementsOf(number);
    const of = (strength: string): unknown =>
      needs.filter((one) => one.strength === strength).map(({ anyOf }) => anyOf);
    expect(of("requires")).toEqual(own?.depends);
    expect(of("recommends")).toEqual(own?.recommends);
    expect(source.conflictsOf(number)).toEqual(own?.conflicts);
    expect(source.sizeOf(number)).toBe(Math.ceil((own?.size ?? 0) / 1024));
    expect(source.named(source.nameOf(number))).toContain(number);
    for (const provided of own?.provides ?? []) {
      expect(source.providing(provided.name)).toContainEqual({
        package: number,
        version: provided.version,
      });
    }
  }
}
