/** Ranges, ranks and runs. */
import fc from "fast-check";
import semverPackage from "semver";
import { describe, expect, it } from "vitest";
import { rankSatisfies, rankSpan, rankVersions } from "../../../../bench/version-ranks.ts";
import { inRange, isRangeProblem, parseRange } from "../../../../src/rules/versions/range.ts";
import { schemes } from "../../../../src/rules/versions/schemes.ts";
import {
  type ParsedVersion,
  type SchemeName,
  satisfies,
  type VersionOperator,
} from "../../../../src/rules/versions/version.ts";
import { parsed } from "./parsed.ts";

function expanded(name: SchemeName, text: string): string {
  const range = parseRange(schemes[name], text);
  if (isRangeProblem(range)) return `${range.problem} at ${range.offset}: ${range.piece}`;
  return range.alternatives
    .map((each) => each.map(({ operator, bound }) => `${operator}${bound.text}`).join(" "))
    .join(" || ");
}

describe("a range", () => {
  it.each<[SchemeName, string, string]>([
    ["pan", "^1.2", ">=1.2 <2"],
    ["pan", "^1.2.3.4", ">=1.2.3.4 <2"],
    ["pan", "^0.2.3", ">=0.2.3 <0.3"],
    ["pan", "^0.0.3", ">=0.0.3 <0.0.4"],
    ["pan", "^0", ">=0 <1"],
    ["pan", "^0.0", ">=0.0 <0.1"],
    ["pan", "~1.2.3", ">=1.2.3 <1.3"],
    ["pan", "~1", ">=1 <2"],
    ["pan", "1.2.x", ">=1.2 <1.3"],
    ["pan", "1.x.x", ">=1 <2"],
    ["pan", "1.*", ">=1 <2"],
    ["pan", "*", ""],
    ["pan", ">= 1.2 <2.0-3 !=1.5", ">=1.2 <2.0-3 !=1.5"],
    ["pan", ">=1.2<2", ">=1.2 <2"],
    ["pan", "1.0 - 2.3 || =4", ">=1.0 <=2.3 || ==4"],
    ["pan", "1.9.x", ">=1.9 <1.10"],
    ["dpkg", "^1:2.3-1", ">=1:2.3-1 <1:3~"],
    ["dpkg", "~2.36-9+deb12u4", ">=2.36-9+deb12u4 <2.37~"],
    ["rpm", "1.x", ">=1 <2~"],
    ["semver", "^1.2 || 3.x", ">=1.2.0-0 <2.0.0-0 || >=3.0.0-0 <4.0.0-0"],
    ["semver", "1.2.3 - 2", ">=1.2.3-0 <3.0.0-0"],
    ["semver", "*", ""],
    ["pan", "", "not-a-range at 0: "],
    ["pan", "1.2 || ", "not-a-range at 6:  "],
    ["pan", "1.2 || 9.2p1", "not-a-version at 7: 9.2p1"],
    ["pan", ">=1.2 <2rc", "not-a-version at 7: 2rc"],
    ["pan", "1 - b", "not-a-version at 4: b"],
    ["pan", "<=> 1", "not-a-range at 0: <=> 1"],
    ["pan", ">x", "not-a-range at 0: >x"],
    ["pan", ">1.x", "not-a-range at 0: >1.x"],
    ["pan", "~>1.2", "not-a-range at 0: ~>1.2"],
    ["pan", ">", "not-a-range at 0: >"],
    ["dpkg", "^abc", "no-numbers at 1: abc"],
    ["semver", "1.2.3.4", "not-a-range at 0: 1.2.3.4"],
    ["opaque", "^1", "no-order at 0: ^1"],
  ])("of %s: %s", (name, text, wanted) => {
    expect(expanded(name, text)).toBe(wanted);
  });

  it("ends before the pre-releases of the next number", () => {
    const range = parseRange(schemes.dpkg, "1.x");
    if (isRangeProblem(range)) throw new Error(range.problem);
    const isIn = (text: string): boolean =>
      inRange(schemes.dpkg, parsed(schemes.dpkg, text), range);
    expect(["1", "1.9-1", "2~rc1", "2", "0.9"].filter(isIn)).toEqual(["1", "1.9-1"]);
  });

  it("of semantic versions is what the package semver says", () => {
    const part = fc.constantFrom("0", "1", "2", "x");
    const partial = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("."));
    const comparator = fc
      .tuple(fc.constantFrom("", "^", "~", ">=", "<", ">", "<=", "="), partial)
      .map((p) => p.join(""));
    const text = fc
      .array(fc.array(comparator, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 })
      .map((all) => all.map((each) => each.join(" ")).join(" || "));
    const version = fc
      .tuple(fc.nat(3), fc.nat(3), fc.nat(3), fc.constantFrom("", "-0", "-rc.1", "+b"))
      .map(([major, minor, patch, rest]) => `${major}.${minor}.${patch}${rest}`);
    fc.assert(
      fc.property(text, version, (each, one) => {
        const range = parseRange(schemes.semver, each);
        expect(isRangeProblem(range)).toBe(semverPackage.validRange(each) === null);
        if (isRangeProblem(range)) return;
        const wanted = semverPackage.satisfies(one, each, { includePrerelease: true });
        expect(inRange(schemes.semver, parsed(schemes.semver, one), range)).toBe(wanted);
      }),
      { seed: 3, numRuns: 3000 },
    );
  });

  it("of any text is a range or a problem that names a piece of it", () => {
    const text = fc.string({
      unit: fc.constantFrom("1", ".", "x", "^", "~", " ", "|", "||", "<", "=", "-", "a"),
    });
    const name = fc.constantFrom<SchemeName>("pan", "dpkg", "rpm", "semver", "opaque");
    fc.assert(
      fc.property(name, text, (scheme, each) => {
        const range = parseRange(schemes[scheme], each);
        if (!isRangeProblem(range)) return;
        expect(each.slice(range.offset, range.offset + range.piece.length)).toBe(range.piece);
      }),
      { seed: 3, numRuns: 3000 },
    );
  });
});

describe("ranks", () => {
  const operators: readonly VersionOperator[] = ["==", "!=", "<", "<=", ">", ">="];
  const texts = ["1", "1.0", "1-1", "1-2", "1.1", "1.1-7", "2", "2.0.1", "10", "10-3"];

  it.each(["pan", "dpkg", "rpm"] as const)("of %s answer as the versions do", (name) => {
    const scheme = schemes[name];
    const table = rankVersions(
      scheme,
      texts.map((text) => parsed(scheme, text)),
    );
    for (const bound of [...texts, "0", "1.0.5", "1-1.5", "3", "11"].map((text) =>
      parsed(scheme, text),
    )) {
      const span = rankSpan(table, bound);
      for (const version of texts.map((text) => parsed(scheme, text))) {
        for (const operator of operators) {
          const rank = table.rankOf(version) as number;
          const wanted = satisfies(scheme, version, { operator, bound });
          expect(
            rankSatisfies(rank, operator, span),
            `${version.text} ${operator} ${bound.text}`,
          ).toBe(wanted);
        }
      }
    }
  });

  it("know only the versions that they were made of", () => {
    const table = rankVersions(schemes.pan, [parsed(schemes.pan, "1.0"), parsed(schemes.pan, "1")]);
    expect(table.versions).toHaveLength(1);
    expect(table.rankOf(parsed(schemes.pan, "1"))).toBe(0);
    expect(table.rankOf(parsed(schemes.pan, "2") as ParsedVersion)).toBeUndefined();
  });
});
