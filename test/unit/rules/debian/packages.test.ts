/** Package lists of Debian: what is read of them, and that an index holds all of it. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { buildIndex } from "../../../../src/rules/debian/build-index.ts";
import { parsePackages } from "../../../../src/rules/debian/parse-packages.ts";
import { readIndex } from "../../../../src/rules/debian/read-index.ts";
import type { PackageSource } from "../../../../src/rules/repository/package-source.ts";
import { numbersMeeting } from "../../../../src/rules/resolve/numbers-meeting.ts";
import { fixturePath, goldenSuite } from "../../../support/fixtures.ts";
import { describeSource } from "./describe-source.ts";

goldenSuite({
  folder: "rules/debian",
  input: ".txt",
  golden: ".out",
  render: ({ text }) => {
    const { bytes, packages, skipped } = buildIndex([text]);
    const source = sourceOf(bytes);
    expect(source.count).toBe(packages);
    return `${packages} packages, ${skipped} skipped\n\n${describeSource(source)}`;
  },
});

describe("package lists", () => {
  it("may have lines that end as on Windows", () => {
    const text = readFileSync(fixturePath("rules/debian/versions.txt"), "utf8");
    const other = buildIndex([text.replaceAll("\n", "\r\n")]);
    expect(other).toEqual(buildIndex([text]));
  });

  it("are read as far as they go", () => {
    const text = readFileSync(fixturePath("rules/debian/relations.txt"), "utf8");
    for (let end = 0; end <= text.length; end += 7) {
      let found = 0;
      const broken = parsePackages(text.slice(0, end), () => {
        found++;
      });
      expect(found + broken).toBeLessThanOrEqual(3);
    }
  });

  it("of several files are one source, of which the first file wins", () => {
    const one = "Package: a\nVersion: 1\nDepends: b\n";
    const other = "Package: a\nVersion: 1\nDepends: c\n\nPackage: a\nVersion: 2\n";
    const source = sourceOf(buildIndex([one, other]).bytes);
    expect(source.count).toBe(2);
    expect(source.named("a").map((number) => source.versionOf(number))).toEqual(["2", "1"]);
    expect(source.requirementsOf(1)[0]?.anyOf[0]?.name).toBe("b");
  });
});

describe("constraints", () => {
  const text = readFileSync(fixturePath("rules/debian/versions.txt"), "utf8");
  const source = sourceOf(buildIndex([text]).bytes);
  const meeting = (name: string, operator: ">" | ">=" | "<" | undefined, version?: string) =>
    numbersMeeting(source, { name, operator, version }).map(
      (number) => `${source.nameOf(number)} ${source.versionOf(number)}`,
    );

  it("compare versions as dpkg does, the latest first", () => {
    expect(meeting("lib", ">", "1.0-1")).toEqual(["lib 1:0.5-1", "lib 1.0-1+deb12u1"]);
    expect(meeting("lib", "<", "1.0-1")).toEqual(["lib 1.0~rc1-1"]);
  });

  it("with a version are met only by what is provided in a version", () => {
    expect(meeting("lib-abi", ">=", "3")).toEqual(["provider-new 1"]);
    expect(meeting("lib-abi", undefined)).toEqual([
      "provider-new 1",
      "provider-old 1",
      "provider-plain 1",
    ]);
  });
});

function sourceOf(bytes: Uint8Array): PackageSource {
  const source = readIndex("test", bytes);
  if (source === undefined) throw new Error("The index that was just built is sound.");
  return source;
}
