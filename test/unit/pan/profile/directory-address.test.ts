import { describe, expect, it } from "vitest";
import { directoryAddress } from "../../../../src/pan/profile/directory-address.ts";

describe("directoryAddress", () => {
  it.each([
    ["/", "file:/"],
    ["/site/templates", "file:/site/templates/"],
    ["/a b/c%d", "file:/a%20b/c%25d/"],
    ["//a//b/", "file:/a/b/"],
    ["/a/./b/../c", "file:/a/./b/../c/"],
    ["/é", "file:/%C3%A9/"],
    ["/e\u0301", "file:/%C3%A9/"],
    ["/\u2000\u3000", "file:/%E2%80%80%E3%80%80/"],
    ["/😀", "file:/%F0%9F%98%80/"],
    ["/-_.!~*'():@&=+$,;", "file:/-_.!~*'():@&=+$,;/"],
    ['/#?[]{}|\\^`<>"', "file:/%23%3F%5B%5D%7B%7D%7C%5C%5E%60%3C%3E%22/"],
    ["/\u0001\u007f\u0085", "file:/%01%7F%C2%85/"],
  ])("%j is %j", (directory, address) => {
    expect(directoryAddress(directory)).toBe(address);
  });
});
