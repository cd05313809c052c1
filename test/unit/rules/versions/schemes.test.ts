/** Pan's own scheme, semantic versions and opaque ones; and laws that every scheme obeys. */
import fc from "fast-check";
import semverPackage from "semver";
import { describe, expect, it } from "vitest";
import { pan } from "../../../../src/rules/versions/pan.ts";
import { isSchemeName, schemes } from "../../../../src/rules/versions/schemes.ts";
import { semver } from "../../../../src/rules/versions/semver.ts";
import {
  isComparable,
  type ParsedVersion,
  satisfies,
  type VersionOperator,
  type VersionScheme,
} from "../../../../src/rules/versions/version.ts";
import { parsed, signOf } from "./parsed.ts";

function holdsOf(scheme: VersionScheme, version: ParsedVersion, text: string): boolean {
  const [operator = "", bound = ""] = text.split(" ");
  return satisfies(scheme, version, {
    operator: operator as VersionOperator,
    bound: parsed(scheme, bound),
  });
}

describe("versions of Pan repositories", () => {
  const python = pan.parsePackage("2.2.2", "26") as ParsedVersion;

  it.each([
    [">= 2.2.2", true],
    ["<= 2.2.2", true],
    ["== 2.2.2", true],
    ["!= 2.2.2", false],
    ["> 2.2.2", false],
    ["< 2.2.2", false],
    ["== 2.2.2-26", true],
    ["== 2.2.2-3", false],
    ["> 2.2.2-3", true],
    [">= 2.2.2-100", false],
    [">= 2.2.2.1", false],
    ["< 2.10", true],
    ["== 2.2.2.0", true],
    ["== 02.2.2", true],
  ])("2.2.2 in release 26 %s: %s", (constraint, wanted) => {
    expect(holdsOf(pan, python, constraint)).toBe(wanted);
  });

  it("take a missing part as a zero, and numbers of any length", () => {
    expect(pan.compare(parsed(pan, "8.4"), parsed(pan, "8.4.0.0"))).toBe(0);
    expect(pan.compare(parsed(pan, "8.4"), parsed(pan, "8.10"))).toBe(-1);
    expect(
      pan.compare(parsed(pan, "99999999999999999999"), parsed(pan, "99999999999999999998")),
    ).toBe(1);
  });

  it("are numbers and nothing else", () => {
    for (const text of ["", "1.2.3.4.5", "1.a", "9.2p1", "1..2", ".1", "1-", "1-a/b", " 1", "v1"]) {
      expect(pan.parse(text), text).toBeUndefined();
    }
    expect(pan.parsePackage("2.2.2-26", undefined)).toBeUndefined();
    expect(pan.parsePackage("2.2.2", "")).toBeUndefined();
  });
});

describe("semantic versions", () => {
  const texts = [
    "1.2.3-26",
    "1.2.3-alpha",
    "1.2.3-alpha.1",
    "1.2.3-alpha.beta",
    "1.2.3",
    "1.2.10",
    "2.0.0-rc.1",
    "2.0.0",
  ];

  it("compare as the package semver does", () => {
    for (const left of texts) {
      for (const right of texts) {
        const order = semver.compare(parsed(semver, left), parsed(semver, right));
        expect(signOf(order)).toBe(semverPackage.compare(left, right));
      }
    }
  });

  it("are parsed strictly, never coerced", () => {
    for (const text of [
      "8.4",
      "v1.2.3",
      "=1.2.3",
      " 1.2.3",
      "1.2.3 ",
      "01.2.3",
      "1.2.3.4",
      "1:1.2.3",
      "",
    ]) {
      expect(semver.parse(text), text).toBeUndefined();
    }
  });

  it("keep a release apart: joined, it would be a pre-release", () => {
    const python = semver.parsePackage("2.2.2", "26") as ParsedVersion;
    expect(holdsOf(semver, python, ">= 2.2.2")).toBe(true);
    expect(holdsOf(semver, python, "== 2.2.2")).toBe(true);
    expect(semver.compare(python, semver.parsePackage("2.2.2", "3") as ParsedVersion)).toBe(1);
    expect(holdsOf(semver, parsed(semver, "2.2.2-26"), ">= 2.2.2")).toBe(false);
  });
});

describe("opaque versions", () => {
  const { opaque } = schemes;

  it("are equal or not", () => {
    expect(holdsOf(opaque, parsed(opaque, "sid"), "== sid")).toBe(true);
    expect(holdsOf(opaque, parsed(opaque, "sid"), "!= squeeze")).toBe(true);
    expect(isComparable(opaque, ">=")).toBe(false);
    expect(isComparable(opaque, "==")).toBe(true);
    expect(isComparable(pan, ">=")).toBe(true);
    expect(opaque.parsePackage("a", "1")?.text).toBe("a-1");
  });
});

it("knows the schemes by name", () => {
  expect(isSchemeName("dpkg")).toBe(true);
  expect(isSchemeName("toString")).toBe(false);
  expect(Object.entries(schemes).every(([name, scheme]) => scheme.name === name)).toBe(true);
});

const number = fc.constantFrom("0", "1", "2", "9", "10", "007");
const suffix = fc.constantFrom("", "~rc1", "a", "+b1", "^git", "~");
const release = fc.constantFrom("", "-0", "-1", "-1.el9", "-10", "-1~x");
const numeric = fc.array(number, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("."));
const text: Readonly<Record<string, fc.Arbitrary<string>>> = {
  pan: fc.tuple(numeric, release).map((parts) => parts.join("")),
  semver: fc
    .tuple(
      fc.nat(2),
      fc.nat(2),
      fc.nat(2),
      fc.constantFrom("", "-1", "-a", "-a.1", "-10", "+b", "+c"),
    )
    .map(([major, minor, patch, rest]) => `${major}.${minor}.${patch}${rest}`),
  dpkg: fc
    .tuple(fc.constantFrom("", "1:"), numeric, suffix, release)
    .map((parts) => parts.join("")),
  rpm: fc.tuple(fc.constantFrom("", "1:"), numeric, suffix, release).map((parts) => parts.join("")),
  opaque: fc.constantFrom("a", "b", "c", "ab"),
};

describe.each(Object.values(schemes))("the order of $name", (scheme) => {
  const version = (text[scheme.name] as fc.Arbitrary<string>)
    .map((each) => scheme.parse(each))
    .filter((each) => each !== undefined);
  const runs = { seed: 8, numRuns: 2000 };

  it("is total", () => {
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(signOf(scheme.compare(a, b))).toBe(-signOf(scheme.compare(b, a)) + 0);
        expect(scheme.compare(a, a)).toBe(0);
        const [low, middle, high] = [a, b, c].sort(scheme.compare) as [
          typeof a,
          typeof b,
          typeof c,
        ];
        expect(scheme.compare(low, middle)).toBeLessThanOrEqual(0);
        expect(scheme.compare(middle, high)).toBeLessThanOrEqual(0);
        expect(scheme.compare(low, high)).toBeLessThanOrEqual(0);
      }),
      runs,
    );
  });

  it("is not contradicted by bounds", () => {
    fc.assert(
      fc.property(version, version, version, (a, b, bound) => {
        const [low, high] = scheme.compare(a, b) <= 0 ? [a, b] : [b, a];
        const [one, other] = [
          scheme.compareWithBound(low, bound),
          scheme.compareWithBound(high, bound),
        ];
        expect(signOf(one)).toBeLessThanOrEqual(signOf(other));
        expect(scheme.compareWithBound(bound, bound)).toBe(0);
      }),
      runs,
    );
  });
});
