/** The order of rpm, from a table of facts. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rpm } from "../../../../src/rules/versions/rpm.ts";
import { fixturePath } from "../../../support/fixtures.ts";
import { parsed, signOf } from "./parsed.ts";

const facts = readFileSync(fixturePath("versions/rpm.txt"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split(" ") as [string, string, string]);

describe("rpm", () => {
  it.each(facts)("%s %s %s", (left, sign, right) => {
    const [one, other] = [parsed(rpm, left), parsed(rpm, right)];
    const wanted = sign === "<" ? -1 : 0;
    expect(signOf(rpm.compare(one, other))).toBe(wanted);
    expect(signOf(rpm.compare(other, one))).toBe(-wanted + 0);
  });

  it("lets a bound without a release equal every release", () => {
    const bound = parsed(rpm, "2.2.2");
    expect(rpm.compareWithBound(parsed(rpm, "2.2.2-26"), bound)).toBe(0);
    expect(rpm.compareWithBound(parsed(rpm, "2.2.2-26"), parsed(rpm, "2.2.2-27"))).toBe(-1);
    expect(rpm.compareWithBound(parsed(rpm, "2.2.3-1"), bound)).toBe(1);
  });

  it("refuses what is no version", () => {
    for (const text of ["", "1-2-3", "1 2", "a:1", "-1", "1-", "1/2"]) {
      expect(rpm.parse(text), text).toBeUndefined();
    }
  });
});
