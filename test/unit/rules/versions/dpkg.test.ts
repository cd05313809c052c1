/** Debian's order: what its policy says, and dpkg itself as the judge of many pairs. */
import { expect, it } from "vitest";
import { dpkg } from "../../../../src/rules/versions/dpkg.ts";
import type { ParsedVersion } from "../../../../src/rules/versions/version.ts";
import { Random } from "../../../fuzz/random.ts";
import { runs } from "../../../support/runs.ts";
import { describeWith, runTool } from "../../../support/tool.ts";
import { dpkgQueryTool, dpkgTool, shellTool } from "./dpkg-tool.ts";
import { parsed, signOf } from "./parsed.ts";

const ascending = [
  "0~~",
  "0~",
  "0",
  "0-1",
  "0a",
  "0+",
  "0.9.6a",
  "1.0~rc1-1",
  "1.0~rc1-2",
  "1.0-1",
  "1.0-1+b1",
  "1.0-1.1",
  "1.0a-1",
  "1.0.0-1",
  "1.0.1-1",
  "1.2-1~bpo12+1",
  "1.2-1",
  "1.2-1+deb12u4",
  "1.2-1+deb12u14",
  "1.10-1",
  "2.36-9",
  "1:0.1",
  "2:0",
];

it("follows the policy", () => {
  for (const [i, left] of ascending.entries()) {
    for (const [j, right] of ascending.entries()) {
      const order = dpkg.compare(parsed(dpkg, left), parsed(dpkg, right));
      expect(`${left} ${right} ${signOf(order)}`).toBe(`${left} ${right} ${signOf(i - j)}`);
    }
  }
});

it("takes as equal what differs in zeros only", () => {
  for (const [left, right] of [
    ["1.0", "1.00"],
    ["0", "0-0"],
    ["0:1", "1"],
    ["1.0-0", "1.0-00"],
    ["1.a0", "1.a"],
  ] as const) {
    expect(dpkg.compare(parsed(dpkg, left), parsed(dpkg, right))).toBe(0);
  }
});

it("joins version and release of a template, as dpkg writes them", () => {
  expect(dpkg.parsePackage("2.2.2", "26")?.text).toBe("2.2.2-26");
  const bound = parsed(dpkg, "2.2.2");
  const version = dpkg.parsePackage("2.2.2", "26") as ParsedVersion;
  expect(dpkg.compareWithBound(version, bound)).toBe(1);
});

it("refuses what dpkg calls no version", () => {
  for (const text of [
    "",
    "1-",
    "-1",
    "1:",
    ":1",
    "1 2",
    "1_2",
    "a:1",
    "99999999999:1",
    "1:2-3:4",
    "ü",
  ]) {
    expect(dpkg.parse(text), text).toBeUndefined();
  }
});

describeWith(dpkgTool, "dpkg", () => {
  it("agrees about seeded random versions", () => {
    const random = new Random(5, 0);
    expect(disagreements(Array.from({ length: runs(150, 500) }, () => randomPair(random)))).toEqual(
      [],
    );
  }, 60_000);

  it("agrees about the packages of this machine", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query fills it in.
    const format = "${Version}\\n";
    const { stdout } = runTool(dpkgQueryTool, ["-W", "-f", format]);
    const versions = [...new Set(stdout.split("\n").filter((text) => text !== ""))];
    const random = new Random(6, 0);
    const pairs = Array.from(
      { length: runs(150, 500) },
      () => [random.pick(versions), random.pick(versions)] as const,
    );
    expect(versions.filter((text) => dpkg.parse(text) === undefined)).toEqual([]);
    expect(disagreements(pairs)).toEqual([]);
  }, 60_000);
});

type Pair = readonly [string, string];

/** One shell asks dpkg about all pairs; of the second only if it is not before. */
function disagreements(pairs: readonly Pair[]): readonly string[] {
  const script =
    'while read -r a b; do if "$0" --compare-versions "$a" lt "$b"; then echo -1;' +
    ' elif "$0" --compare-versions "$a" eq "$b"; then echo 0; else echo 1; fi; done';
  const input = pairs.map((pair) => `${pair.join(" ")}\n`).join("");
  const { stdout } = runTool(shellTool, ["-c", script, dpkgTool.find() ?? "dpkg"], { input });
  const theirs = stdout.trim().split("\n").map(Number);
  expect(theirs).toHaveLength(pairs.length);
  return pairs.flatMap(([left, right], i) => {
    const ours = signOf(dpkg.compare(parsed(dpkg, left), parsed(dpkg, right)));
    return ours === theirs[i] ? [] : [`${left} ${right}: dpkg ${theirs[i]}, ours ${ours}`];
  });
}

/** Two versions that are alike, so that every rule of the order decides now and then. */
function randomPair(random: Random): Pair {
  const left = randomVersion(random);
  if (random.chance(0.3)) return [left, randomVersion(random)];
  const at = 1 + random.below(left.length);
  const changed = `${left.slice(0, at)}${randomPiece(random)}${left.slice(at + random.below(2))}`;
  return [left, dpkg.parse(changed) === undefined ? left : changed];
}

function randomVersion(random: Random): string {
  const pieces = Array.from({ length: random.below(5) }, () => randomPiece(random));
  const epoch = random.chance(0.2) ? `${random.below(3)}:` : "";
  const revision = random.chance(0.5) ? `-${random.below(3)}${randomPiece(random)}` : "";
  return `${epoch}${random.below(12)}${pieces.join("")}${revision}`;
}

function randomPiece(random: Random): string {
  return random.pick([
    ".",
    "~",
    "+",
    "a",
    "B",
    "rc",
    "0",
    "00",
    "1",
    "10",
    "9",
    "~~",
    ".0",
    "+b",
    "deb",
  ]);
}
