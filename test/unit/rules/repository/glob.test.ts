/** Patterns of places, and rules about each thing of a kind. */
import { describe, expect, it } from "vitest";
import { isGlob, matchesGlob } from "../../../../src/rules/language/glob.ts";

describe("matchesGlob", () => {
  it.each([
    ["/srv/*/disks/**", "/srv/a/disks/b/c.img", true],
    ["/srv/*/disks/**", "/srv/a/b/disks/c.img", false],
    ["/srv/*.img", "/srv/disk.img", true],
    ["/srv/*.img", "/srv/disk-img", false],
    ["/srv/*.img", "/srv/a/disk.img", false],
    ["/srv/disk?.img", "/srv/disk1.img", true],
    ["/srv/disk?.img", "/srv/disk/.img", false],
    ["/srv/disk?.img", "/srv/disk.img", false],
    ["https://**", "https://deb.debian.org/debian", true],
    ["https://**", "http://deb.debian.org/debian", false],
    ["https://**", "see https://deb.debian.org", false],
    ["/a/**", "/a/two\nlines", true],
    ["/a+(b)[c]{d}|e^$.\\f/*", "/a+(b)[c]{d}|e^$.\\f/g", true],
    ["/a+/b", "/aa/b", false],
    ["/😀?", "/😀😀", true],
    ["", "", true],
  ])("%s of %s is %s", (pattern, path, expected) => {
    expect(matchesGlob(pattern, path)).toBe(expected);
  });
});

describe("isGlob", () => {
  it("takes ranges for ranges", () => {
    for (const range of ["^3.3 || >=4.1 <5", "1.2 - 1.4", "2.x", "*"]) {
      expect(isGlob(range)).toBe(false);
    }
    expect(isGlob("/srv/*")).toBe(true);
  });
});
